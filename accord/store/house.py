"""The one store of a process, for screens and routes alike: opened when somebody first wants it.

When it cannot be opened the reason is remembered and told to everybody who asks, and it is tried again a little
later: never at every question. Every ten minutes somebody's question sets the sweep going, beside their own work.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread

from accord.errors import AccordError
from accord.settings import Settings, settings
from accord.store.door import Store
from accord.store.errors import DOWN, DownError

PAUSE = 10.0
"""Seconds between two tries to open the store."""
SWEEP_EVERY = 600.0
"""Seconds between two looks for what has run out; whoever holds the lease does the work."""


class House:
    """Keeps one store for all threads of this process."""

    def __init__(self, read: Callable[[], Settings] = settings) -> None:
        """Open nothing yet; `read` returns the settings in force whenever the store is opened."""
        self.trouble: AccordError | None = None
        self._read = read
        self._lock = Lock()
        self._store: Store | None = None
        self._next_try = self._next_sweep = 0.0

    def store(self) -> Store:
        """Return the store, opened at the first call.

        Raises:
            AccordError: it could not be opened at the last try; the sentence says why.
        """
        with self._lock:
            if self._store is None and time.monotonic() >= self._next_try:
                self._open()
            if self._store is None:
                raise self.trouble or DownError(DOWN)
            if time.monotonic() >= self._next_sweep:
                self._next_sweep = time.monotonic() + SWEEP_EVERY
                Thread(target=_sweep, args=(self._store,), daemon=True).start()
            return self._store

    def close(self) -> None:
        """Give the store's connections back; the next question opens it anew."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store, self.trouble, self._next_try, self._next_sweep = None, None, 0.0, 0.0

    def _open(self) -> None:
        try:
            self._store, self.trouble = Store(self._read()), None
        except AccordError as error:
            self.trouble = error
        except OSError:
            self.trouble = DownError(DOWN)
        self._next_try = time.monotonic() + PAUSE


def _sweep(store: Store) -> None:
    with suppress(AccordError):  # the next round comes in ten minutes
        store.sweep()


HOUSE = House()
"""This process's own."""


def shared() -> Store:
    """Return this process's one store.

    Raises:
        AccordError: it cannot be opened now; the sentence says why.
    """
    return HOUSE.store()
