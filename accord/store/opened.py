"""An opened store: its database, clock, limits and key, and how one action becomes one transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Self, TypeVar

from sqlalchemy import Connection

from accord.crypto import Pepper
from accord.errors import StoreError
from accord.settings import Settings
from accord.store.clock import Clock
from accord.store.database import Database
from accord.store.errors import DAMAGED_START
from accord.store.limits import Limits
from accord.store.migrations import migrate
from accord.store.peppers import find_pepper
from accord.store.turn import Turn

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")


class Opened:
    """What every part of the store's door stands on."""

    def __init__(self, settings: Settings, *, clock: Clock | None = None, limits: Limits | None = None) -> None:
        """Open the database, take missing steps, find the installation's key.

        A database file that is damaged is opened for reading alone.

        Raises:
            StoreError: the database or the key cannot be used; the sentence says why.
        """
        self.settings = settings
        self.clock = clock or Clock()
        self.limits = limits or Limits()
        self.database = Database(settings)
        try:
            if not self.database.quick_check():
                LOG.error(DAMAGED_START)
            migrate(self.database)
            self.pepper: Pepper = find_pepper(settings, self.database)
        except StoreError:
            self.database.close()
            raise

    def close(self) -> None:
        """Give all connections back."""
        self.database.close()

    def __enter__(self) -> Self:
        """Use the store in a `with` block."""
        return self

    def __exit__(self, *_reason: object) -> None:
        """Give all connections back."""
        self.close()

    def _read(self, work: Callable[[Turn], Result]) -> Result:
        return self.database.read(lambda connection: work(self._turn(connection, writes=False)))

    def _write(self, work: Callable[[Turn], Result]) -> Result:
        def marked(connection: Connection) -> Result:
            """Work at a moment that is remembered."""
            turn = self._turn(connection, writes=True)
            self.clock.mark(connection)
            return work(turn)

        return self.database.write(marked)

    def _turn(self, connection: Connection, *, writes: bool) -> Turn:
        return Turn(connection, *self.clock.look(connection), self.pepper, self.limits, writes)
