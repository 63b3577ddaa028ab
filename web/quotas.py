"""How much one browser, and all together, may take: open connections and uploads. Memory of this process only."""

from __future__ import annotations

import re
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MB = 1024 * 1024
MOST_SESSIONS = 20_000
_SESSION = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Quotas:
    """The limits. Sizes in bytes, the rest in numbers."""

    sockets: int = 60
    sockets_each: int = 8
    uploads_each: int = 40  # a minute
    upload_bytes_each: int = 80 * MB  # a minute: all photos of a case, or one workbook file with them
    upload_bytes: int = 300 * MB  # a minute, by everybody
    largest_upload: int = 64 * MB  # a workbook file with its papers; a photo or PDF is read up to 10 MB
    upload_frame: int = 64 * 1024  # what a form adds around its file


class Sockets:
    """Open connections by browser, and which of Streamlit's sessions each browser was told of."""

    def __init__(self, quotas: Quotas) -> None:
        """Begin with nobody."""
        self._quotas = quotas
        self._open: Counter[str] = Counter()
        self._owners: OrderedDict[str, str] = OrderedDict()

    @property
    def full(self) -> bool:
        """Whether no further person can be served now."""
        return self._open.total() >= self._quotas.sockets

    def busy_for(self, mark: str) -> bool:
        """Tell whether this browser has to wait for a page; who is here already may load it again."""
        return self.full and not self._open[mark]

    def room(self, mark: str) -> bool:
        """Tell whether this browser may open one more."""
        return not self.full and self._open[mark] < self._quotas.sockets_each

    @contextmanager
    def held(self, mark: str) -> Iterator[None]:
        """Count one connection for as long as it is open."""
        self._open[mark] += 1
        try:
            yield
        finally:
            self._open[mark] -= 1
            if not self._open[mark]:
                del self._open[mark]

    def learn(self, frame: bytes, mark: str) -> None:
        """Note the ids that the server's first words to a browser name; one of them is its session.

        Who was told first keeps it: naming somebody else's session later gains nothing.
        """
        for name in _SESSION.findall(frame):
            self._owners.setdefault(name.decode(), mark)
        while len(self._owners) > MOST_SESSIONS:
            self._owners.popitem(last=False)

    def owns(self, session: str, mark: str) -> bool:
        """Tell whether a session belongs to this browser."""
        return bool(mark) and self._owners.get(session) == mark


class Uploads:
    """Uploads in the present minute, by browser and in all."""

    def __init__(self, quotas: Quotas) -> None:
        """Begin with none."""
        self._quotas = quotas
        self._minute = -1
        self._files: Counter[str] = Counter()
        self._bytes: Counter[str] = Counter()
        self.clock: Callable[[], float] = time.monotonic

    def admit(self, mark: str, size: int) -> bool:
        """Count an upload of `size` bytes; tell whether it may come in."""
        minute = int(self.clock() // 60)
        if minute != self._minute:
            self._minute = minute
            self._files.clear()
            self._bytes.clear()
        fits = (
            self._files[mark] < self._quotas.uploads_each
            and self._bytes[mark] + size <= self._quotas.upload_bytes_each
            and self._bytes.total() + size <= self._quotas.upload_bytes
        )
        if fits:
            self._files[mark] += 1
            self._bytes[mark] += size
        return fits
