"""All routes before Streamlit's own, and the guard's knowledge, put together for serve.py."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Lock
from typing import Final

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accord.crypto import ShareKey, Ticket
from accord.settings import settings
from accord.store import Attempt, Store
from web import helpcards
from web.calm import broken, missing
from web.downloads import Downloads
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
    """The store, opened when the first link is claimed and not before."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._lock = Lock()
        self._store: Store | None = None

    def claim(self, link: ShareKey, attempt: Attempt) -> Ticket:
        """Count one opening and return the ticket for it.

        Raises:
            StoreError: the link opens nothing, or the store cannot be opened now.
        """
        with self._lock:
            self._store = self._store or Store(settings())
        return self._store.claim(link, attempt)

    def close(self) -> None:
        """Give the store's connections back."""
        with self._lock:
            if self._store is not None:
                self._store.close()


def known_hosts(options: Options) -> Hosts:
    """Return the addresses this server answers to, by the settings in force."""
    return Hosts.of(named_hosts(options), settings().public_url)


def routes(options: Options, door: ClaimDoor | None = None) -> list[Route]:
    """Return every route of ours.

    Args:
        options: tells the settings in force.
        door: opens share links; left out, the store does where links are offered at all.
    """
    offered = StoreDoor() if settings().sharing else ShutDoor()
    keys = KeyRoutes(door or offered, known_hosts(options))
    return [*helpcards.ROUTES, *Downloads().routes, *keys.routes]


def guard(options: Options, frame: Path) -> Middleware:
    """Return the guard for this process.

    Args:
        options: tells the settings in force.
        frame: Streamlit's own index.html; its inline scripts may run, by their hashes alone.
    """
    scripts = inline_hashes(frame.read_text(encoding="utf-8"))
    largest = options("server.maxUploadSize")
    quotas = Quotas(largest_upload=(largest if isinstance(largest, int) else 10) * MB)
    return Middleware(Guard, house=House(known_hosts(options), scripts, quotas))
