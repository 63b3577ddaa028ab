"""Keys on their way into cookies: the owner's key, and the claim of a share link. No GET changes anything.

| route | does |
|---|---|
| POST /api/key | keeps the owner's key in a cookie: for this visit, or for thirty days |
| POST /api/forget | takes both cookies and everything else of ours out of this browser |
| POST /api/leave | takes a link's ticket out of this browser, and nothing else |
| GET /open | the page a share link leads to; the secret stays after the `#` and never reaches a log |
| POST /api/claim | changes a link's secret, and its spoken code, into a ticket of twelve hours |

Unknown, run out, withdrawn, used up and wrong code are answered alike. Opening a link leaves an owner's cookie alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Final, Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accord.crypto import OwnerKey, SecretFormError, ShareKey, Ticket
from accord.errors import StoreError
from accord.i18n import _, speaking
from accord.serving import LINK_COOKIE, OWNER_COOKIE
from accord.store import Attempt, LinkUnusableError
from accord.store.errors import LINK_UNUSABLE
from web.bodies import CLEARING, UNREADABLE, UnreadableError, read_body, said, status_of, text_in, with_cookies
from web.cookies import Cookie
from web.document import STYLE_HASH, Document, paragraph
from web.hosts import Hosts
from web.policy import plain_policy
from web.tongue import preferred

REMEMBER_SECONDS: Final = 30 * 24 * 60 * 60
TICKET_SECONDS: Final = 12 * 60 * 60
LONGEST_CODE: Final = 32
SCRIPT: Final = (Path(__file__).parent / "open.js").read_bytes()
PAGE_POLICY: Final = plain_policy([STYLE_HASH], scripted=True)


class ClaimDoor(Protocol):
    """The part of the store that opens links."""

    def claim(self, link: ShareKey, attempt: Attempt) -> Ticket:
        """Count one opening and return the ticket for it.

        Raises:
            CodeNeededError: the link is good; its spoken code is asked for.
            LinkUnusableError: it opens nothing, for whatever reason.
            TooManyTriesError: too many tries.
            StoreError: the store cannot answer now.
        """
        ...


class ShutDoor:
    """Where no links are offered, none opens."""

    def claim(self, link: ShareKey, attempt: Attempt) -> Ticket:
        """Refuse as any unusable link is refused.

        Raises:
            LinkUnusableError: always.
        """
        del link, attempt
        raise LinkUnusableError(LINK_UNUSABLE)


@dataclass(frozen=True, slots=True)
class KeyRoutes:
    """The routes, in front of one store and one set of addresses."""

    door: ClaimDoor
    hosts: Hosts

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes, to be put before Streamlit's own."""
        return (
            Route("/api/key", self.keep, methods=["POST"]),
            Route("/api/forget", self.forget, methods=["POST"]),
            Route("/api/leave", self.leave, methods=["POST"]),
            Route("/api/claim", self.claim, methods=["POST"]),
            Route("/open", self.landing),
            Route("/open.js", self.script),
        )

    async def keep(self, request: Request) -> Response:
        """Keep the owner's key in a cookie that no script can read."""
        try:
            body = await read_body(request)
            key = OwnerKey.parse(text_in(body, "key"))
        except (UnreadableError, SecretFormError):
            return said(request, HTTPStatus.BAD_REQUEST, UnreadableError(UNREADABLE))
        life = REMEMBER_SECONDS if body.get("remember") is True else None
        return self._with(request, Cookie(OWNER_COOKIE, key.text, life=life))

    async def forget(self, request: Request) -> Response:
        """Take our keys, kept drafts and cached pages out of this browser; open tabs stay as they are."""
        try:
            await read_body(request)
        except UnreadableError as error:
            return said(request, HTTPStatus.BAD_REQUEST, error)
        answer = self._with(request, Cookie(OWNER_COOKIE, "", life=0), Cookie(LINK_COOKIE, "", life=0))
        answer.headers["Clear-Site-Data"] = CLEARING
        return answer

    async def leave(self, request: Request) -> Response:
        """Take a link's ticket out of this browser: the reader left, or it no longer opens."""
        try:
            await read_body(request)
        except UnreadableError as error:
            return said(request, HTTPStatus.BAD_REQUEST, error)
        return self._with(request, Cookie(LINK_COOKIE, "", life=0))

    async def claim(self, request: Request) -> Response:
        """Change a link's secret into a ticket and keep that in a cookie of its own."""
        try:
            body = await read_body(request)
            link = ShareKey.parse(text_in(body, "link"))
            address = request.client.host if request.client else ""
            attempt = Attempt(code=text_in(body, "code")[:LONGEST_CODE], address=address)
            ticket = await run_in_threadpool(self.door.claim, link, attempt)
        except UnreadableError as error:
            return said(request, HTTPStatus.BAD_REQUEST, error)
        except SecretFormError:
            return said(request, HTTPStatus.NOT_FOUND, LinkUnusableError(LINK_UNUSABLE))
        except StoreError as error:
            return said(request, status_of(error), error)
        return self._with(request, Cookie(LINK_COOKIE, ticket.text, life=TICKET_SECONDS))

    async def landing(self, request: Request) -> Response:
        """Show the page a share link leads to. Looking at it, as chat programs do, uses nothing up."""
        with speaking(preferred(request.headers.get("accept-language", ""))):
            page = Document(title=_("Somebody shares a workbook with you"), body=_landing(), script="/open.js").html()
        headers = {"Content-Security-Policy": PAGE_POLICY, "Vary": "Accept-Language"}
        return Response(page, headers=headers, media_type="text/html")

    async def script(self, _request: Request) -> Response:
        """Hand out the one script of that page."""
        return Response(SCRIPT, media_type="text/javascript")

    def _with(self, request: Request, *cookies: Cookie) -> Response:
        return with_cookies(request, self.hosts, Response(status_code=HTTPStatus.NO_CONTENT), *cookies)


def _landing() -> str:
    cut_off = _("This address is incomplete. Please open the whole link again, with everything after the # sign.")
    return "".join(
        (
            paragraph(_("You will see what the owner chose to show, for as long as the owner allows it.")),
            paragraph(_("Please treat it as you would want your own papers treated, and do not pass the link on.")),
            _claim_form(),
            f'<p id="cut" hidden>{escape(cut_off)}</p>',
            '<p id="said" role="status"></p>',
            f"<noscript>{paragraph(_('This page needs JavaScript. Please open the link in your browser.'))}</noscript>",
        )
    )


def _claim_form() -> str:
    offline = escape(_("The workbook cannot be reached right now. Nothing was used up; please try again."))
    box = '<input id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="32">'
    ask = f'<div id="ask" hidden><label for="code">{escape(_("The code you were told"))}</label>{box}</div>'
    tap = f'<p><button type="submit">{escape(_("Open the workbook"))}</button></p>'
    return f'<form id="claim" data-offline="{offline}" hidden>{ask}{tap}</form>'
