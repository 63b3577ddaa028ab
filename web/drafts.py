"""What a page does with its kept draft without Streamlit: leave typed text behind, and erase everything.

| route | does |
|---|---|
| POST /api/pending | keeps the text of the field a page was left in, or takes it back |
| POST /api/erase | first tells a word; said again within ten minutes, it erases the draft for real |

The owner's key comes in the cookie alone. Neither works by GET, nor for a form of another site.
"""

from __future__ import annotations

import hmac
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from typing import Final, Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from accord.crypto import OwnerKey, SecretFormError
from accord.errors import StoreError
from accord.i18n import N_
from accord.serving import LINK_COOKIE, OWNER_COOKIE, kept_text
from accord.store import Receipt, Typed, UnknownDraftError
from accord.store.errors import UNKNOWN_DRAFT
from accord.store.limits import DAY, Limits
from web.bodies import CLEARING, UNREADABLE, UnreadableError, read_body, said, status_of, text_in, with_cookies
from web.cookies import Cookie
from web.hosts import Hosts

LARGEST_TYPED: Final = 64 * 1024
LONGEST_FIELD: Final = 200
WINDOW: Final = 600
"""Seconds a word for erasing is good for, at least; at most twice as long."""
_PAGE = re.compile(r"[A-Za-z0-9_-]{8,64}")

ANOTHER_WORD: Final = N_("Nothing was erased, because this was not confirmed just now. Please begin again.")


class DraftDoor(Protocol):
    """The part of the store that these routes need."""

    def leave(self, key: OwnerKey, typed: Typed) -> None:
        """Keep text that a page left."""

    def take_up(self, key: OwnerKey, pages: list[str]) -> int:
        """Forget what pages left."""

    def erase(self, key: OwnerKey) -> Receipt:
        """Erase a draft."""

    def known(self, key: OwnerKey) -> bool:
        """Tell whether a key opens a draft.

        Raises:
            StoreError: the store cannot answer now.
        """


class NotConfirmedError(StoreError):
    """The word that confirms an erasure was not said, or is an old one."""


@dataclass(frozen=True, slots=True)
class DraftRoutes:
    """The routes, in front of one store and one set of addresses. `clock` tells seconds since 1970."""

    door: DraftDoor
    hosts: Hosts
    clock: Callable[[], float] = time.time

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes, to be put before Streamlit's own."""
        return (
            Route("/api/pending", self.leave, methods=["POST"]),
            Route("/api/erase", self.erase, methods=["POST"]),
        )

    async def leave(self, request: Request) -> Response:
        """Keep the text of the field a page was left in; `null` takes back what the page left before."""
        try:
            body = await read_body(request, LARGEST_TYPED)
            typed = _typed(body)
            key = _owner(request)
            if typed.about:
                await run_in_threadpool(self.door.leave, key, typed)
            else:
                await run_in_threadpool(self.door.take_up, key, [typed.page])
        except UnreadableError as error:
            return said(request, HTTPStatus.BAD_REQUEST, error)
        except StoreError as error:
            return said(request, status_of(error), error)
        return Response(status_code=HTTPStatus.NO_CONTENT)

    async def erase(self, request: Request) -> Response:
        """Tell the word that confirms; or, with the word, erase the draft and take our cookies away."""
        try:
            body = await read_body(request)
            word, key = text_in(body, "word"), _owner(request)
            if not word:
                return await self._told_word(key)
            if not self._confirms(word, key):
                return said(request, HTTPStatus.CONFLICT, NotConfirmedError(ANOTHER_WORD))
            receipt = await run_in_threadpool(self.door.erase, key)
        except UnreadableError as error:
            return said(request, HTTPStatus.BAD_REQUEST, error)
        except StoreError as error:
            return said(request, status_of(error), error)
        answer = JSONResponse(_written(receipt), headers={"Clear-Site-Data": CLEARING})
        gone = (Cookie(OWNER_COOKIE, "", life=0), Cookie(LINK_COOKIE, "", life=0))
        return with_cookies(request, self.hosts, answer, *gone)

    async def _told_word(self, key: OwnerKey) -> Response:
        if not await run_in_threadpool(self.door.known, key):
            raise _unknown()
        return JSONResponse({"word": erase_word(key, self._window())})

    def _confirms(self, word: str, key: OwnerKey) -> bool:
        windows = (self._window(), self._window() - 1)
        return any(hmac.compare_digest(erase_word(key, window).encode(), word.encode()) for window in windows)

    def _window(self) -> int:
        return int(self.clock() // WINDOW)


def erase_word(key: OwnerKey, window: int) -> str:
    """Return the word that confirms an erasure in one stretch of ten minutes; no page's script can make it up."""
    return hmac.new(key.raw, b"wb/v1/erase/%d" % window, sha256).hexdigest()[:16]


def _typed(body: dict[str, object]) -> Typed:
    """Read a page's typed text; `about` stays empty where it is taken back."""
    page = text_in(body, "page")
    if not _PAGE.fullmatch(page):
        raise UnreadableError(UNREADABLE)
    if body.get("text", "") is None:
        return Typed(page, "", "")
    about = text_in(body, "field")
    if not 0 < len(about) <= LONGEST_FIELD:
        raise UnreadableError(UNREADABLE)
    return Typed(page, about, text_in(body, "text"), text_in(body, "was"))


def _owner(request: Request) -> OwnerKey:
    """Return the owner's key that the browser brought.

    Raises:
        UnknownDraftError: it brought none of ours.
    """
    try:
        return OwnerKey.parse(kept_text(request.cookies, OWNER_COOKIE))
    except SecretFormError as error:
        raise _unknown() from error


def _unknown() -> UnknownDraftError:
    return UnknownDraftError(UNKNOWN_DRAFT, days=Limits().draft_life // DAY)


def _written(receipt: Receipt) -> dict[str, object]:
    return {
        "number": receipt.number,
        "at": receipt.at.isoformat(),
        "rows": dict(receipt.rows),
        "scrubbed": receipt.scrubbed,
    }
