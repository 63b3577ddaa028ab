"""The wire between a browser and the workbook, which can be cut: for a moment, or for as long as somebody is away."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread

CHUNK = 65_536


class Wire:
    """Passes on bytes between a port of its own and a server's; none while it is down."""

    def __init__(self, to: int) -> None:
        """Lay it to a port of this machine."""
        self._to, self._down, self._lock = to, False, Lock()
        self._ends: set[socket.socket] = set()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])
        Thread(target=self._receive, daemon=True).start()

    def cut(self) -> int:
        """End every connection at once, as a proxy or a phone's network does; return how many there were."""
        with self._lock:
            gone, self._ends = self._ends, set()
        for end in gone:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        return len(gone) // 2

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let nothing through."""
        self._down = True
        self.cut()
        try:
            yield
        finally:
            self._down = False

    def close(self) -> None:
        """Take it away."""
        self._door.close()
        self.cut()

    def _receive(self) -> None:
        with suppress(OSError):  # the door was closed
            while True:
                self._join(self._door.accept()[0])

    def _join(self, near: socket.socket) -> None:
        try:
            if self._down:
                raise ConnectionRefusedError
            far = socket.create_connection(("127.0.0.1", self._to), timeout=5)
        except OSError:
            near.close()
            return
        far.settimeout(None)
        with self._lock:
            self._ends |= {near, far}
        for one, other in ((near, far), (far, near)):
            Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while said := one.recv(CHUNK):
                other.sendall(said)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        with self._lock:
            self._ends -= {one, other}
