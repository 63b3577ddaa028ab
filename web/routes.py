"""All routes before Streamlit's own, and the guard's knowledge, put together for serve.py."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accord.crypto import OwnerKey, SecretFormError, ShareKey, Ticket
from accord.errors import AccordError, StoreError
from accord.settings import settings
from accord.store import Attempt, DownError, LinkUnusableError, Receipt, Store, Typed, UnknownDraftError
from accord.store.errors import DOWN
from accord.store.house import shared
from web import helpcards
from web.calm import broken, missing
from web.downloads import Downloads
from web.drafts import DraftRoutes
from web.guard import Guard, House
from web.hosts import Hosts
from web.keys import ClaimDoor, KeyRoutes, ShutDoor
from web.policy import inline_hashes
from web.quotas import MB, Quotas
from web.selfcheck import Options, named_hosts

Answerer = Callable[[Request, Exception], Awaitable[Response]]
TROUBLES: Final[dict[int | type[Exception], Answerer]] = {404: missing, 500: broken}
"""Our own pages for trouble on the net's side, by status."""


class StoreDoor:
    """The process's one store as routes reach it: opened when somebody first wants something, and not before."""

    def claim(self, link: ShareKey, attempt: Attempt) -> Ticket:
        """Count one opening of a link and return the ticket for it."""
        return _store().claim(link, attempt)

    def leave(self, key: OwnerKey, typed: Typed) -> None:
        """Keep text that a page left."""
        _store().leave(key, typed)

    def take_up(self, key: OwnerKey, pages: list[str]) -> int:
        """Forget what pages left."""
        return _store().take_up(key, pages)

    def erase(self, key: OwnerKey) -> Receipt:
        """Erase a draft."""
        return _store().erase(key)

    def known(self, key: OwnerKey) -> bool:
        """Tell whether a key opens a draft."""
        try:
            return bool(_store().open(key).sections)
        except UnknownDraftError:
            return False


def spent(text: str) -> bool:
    """Tell whether a link's ticket opens nothing any more: it ran out, or the link did, or was withdrawn."""
    try:
        _store().open(Ticket.parse(text))
    except (LinkUnusableError, SecretFormError):
        return True
    except StoreError:  # nobody knows now; the cookie stays
        return False
    return False


def _store() -> Store:
    """Return the store.

    Raises:
        StoreError: it cannot be opened now.
    """
    try:
        return shared()
    except StoreError:
        raise
    except AccordError as error:  # a setting that cannot be used is the host's business, not a visitor's
        raise DownError(DOWN) from error


def known_hosts(options: Options) -> Hosts:
    """Return the addresses this server answers to, by the settings in force."""
    return Hosts.of(named_hosts(options), settings().public_url)


def routes(options: Options, door: ClaimDoor | None = None) -> list[Route]:
    """Return every route of ours.

    Args:
        options: tells the settings in force.
        door: opens share links; left out, the store does where links are offered at all.
    """
    hosts = known_hosts(options)
    offered = StoreDoor() if settings().sharing else ShutDoor()
    keys = KeyRoutes(door or offered, hosts)
    return [*helpcards.ROUTES, *Downloads().routes, *keys.routes, *DraftRoutes(StoreDoor(), hosts).routes]


def guard(options: Options, frame: Path) -> Middleware:
    """Return the guard for this process.

    Args:
        options: tells the settings in force.
        frame: Streamlit's own index.html; its inline scripts may run, by their hashes alone.
    """
    scripts = inline_hashes(frame.read_text(encoding="utf-8"))
    largest = options("server.maxUploadSize")
    quotas = Quotas(largest_upload=(largest if isinstance(largest, int) else 64) * MB)
    return Middleware(Guard, house=House(known_hosts(options), scripts, quotas, spent))
