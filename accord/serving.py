"""What the hardened server and the pages share in one process: the way in, the browser's mark, the pickup of files.

The pages never ask a header whether the hardened server is there, because anybody can send a header. They ask
`served()`, a fact of the process that serve.py sets before the first request.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock

from accord.errors import StoreError
from accord.i18n import N_

BIND_HEADER = "X-Wb-Bind"
"""Set by the guard alone, after it struck out what a client sent under this name: the hash of the browser's cookie."""
BIND_KEY = "bind"
"""What Streamlit calls that header among the things a session's reader is known by."""
HOST_PREFIX = "__Host-"
OWNER_COOKIE = "wb-owner"
LINK_COOKIE = "wb-link"

MB = 1024 * 1024
DOWNLOAD_LIFE = 300.0
LARGEST_DOWNLOAD = 64 * MB
PICKUP_ROOM = 256 * MB

PICKUP_FULL = N_(
    "Very many papers are being fetched right now. Your answers are safe; please try again in five minutes."
)

_ways: list[str] = []


def begin_serving() -> None:
    """Note that serve.py started this process."""
    _ways[:] = ["serve"]


def served() -> bool:
    """Tell whether this process was started through serve.py."""
    return bool(_ways)


def reader_mark(headers: Mapping[str, str]) -> str:
    """Return the mark of the browser a session belongs to; empty without the guard."""
    return (headers.get(BIND_HEADER) or headers.get(BIND_HEADER.lower()) or "") if served() else ""


def kept_text(cookies: Mapping[str, str], name: str) -> str:
    """Return a cookie of ours, `OWNER_COOKIE` or `LINK_COOKIE`; the one no other site can set comes first."""
    return cookies.get(HOST_PREFIX + name) or cookies.get(name) or ""


class PickupFullError(StoreError):
    """There is no room for further files now."""


@dataclass(frozen=True, slots=True, repr=False)
class Download:
    """A finished file on its way to one browser. `kind` is its media type; `name` holds nothing personal."""

    data: bytes
    name: str
    kind: str

    def __repr__(self) -> str:
        """Tell the size alone: names and contents stay out of logs."""
        return f"Download({len(self.data)} bytes)"


@dataclass(frozen=True, slots=True)
class _Held:
    download: Download
    reader: str
    until: float


class Pickup:
    """Files waiting to be fetched once, each by the browser it was made for. Memory only."""

    def __init__(self, *, life: float = DOWNLOAD_LIFE, room: int = PICKUP_ROOM, own: int = LARGEST_DOWNLOAD) -> None:
        """Begin with nothing waiting.

        Args:
            life: seconds a file waits.
            room: bytes in all.
            own: bytes for one browser; older files of the same browser make room for its newer ones.
        """
        self._life, self._room, self._own = life, room, own
        self._held: dict[str, _Held] = {}
        self._lock = Lock()
        self.clock: Callable[[], float] = time.monotonic

    def put(self, download: Download, reader: str) -> str:
        """Lay a file down for one browser and return the id it can be fetched by, once.

        Raises:
            PickupFullError: there is no room now, or the browser has no mark.
        """
        size = len(download.data)
        with self._lock:
            self._sweep()
            self._make_own_room(reader, size)
            if not reader or size > self._own or self._weight() + size > self._room:
                raise PickupFullError(PICKUP_FULL)
            name = secrets.token_urlsafe(32)
            self._held[name] = _Held(download, reader, self.clock() + self._life)
        return name

    def take(self, name: str, reader: str) -> Download | None:
        """Return a file and forget it; None, and nothing forgotten, when it is gone or another browser asks."""
        with self._lock:
            self._sweep()
            held = self._held.get(name)
            if held is None or not hmac.compare_digest(held.reader.encode(), reader.encode()):
                return None
            del self._held[name]
        return held.download

    def holds(self, name: str, reader: str) -> bool:
        """Tell whether a file still waits for this browser; nothing is taken."""
        with self._lock:
            self._sweep()
            held = self._held.get(name)
            return held is not None and hmac.compare_digest(held.reader.encode(), reader.encode())

    def forget(self, reader: str) -> None:
        """Let go of everything that waits for one browser."""
        with self._lock:
            for name in [name for name, held in self._held.items() if held.reader == reader]:
                del self._held[name]

    def _sweep(self) -> None:
        now = self.clock()
        for name in [name for name, held in self._held.items() if held.until <= now]:
            del self._held[name]

    def _make_own_room(self, reader: str, size: int) -> None:
        own = [name for name, held in self._held.items() if held.reader == reader]
        while own and sum(len(self._held[name].download.data) for name in own) + size > self._own:
            del self._held[own.pop(0)]

    def _weight(self) -> int:
        return sum(len(held.download.data) for held in self._held.values())


PICKUP = Pickup()
"""Where pages lay files down and the route `/api/dl/` hands them out; one for the process."""
