"""One turn at the database: a transaction, its moment, and what every action needs beside."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from accord.crypto import Pepper
from accord.store.limits import DAY, Limits
from accord.store.tables import audit


@dataclass(frozen=True, slots=True)
class Turn:
    """One transaction.

    Attributes:
        connection: where it runs.
        now: seconds since 1970, never before an earlier turn's; ends are measured by it.
        ticking: seconds since 1970 by a clock that may be put back but never stands; windows are counted by it.
        pepper: the installation's key.
        limits: what is allowed.
        writes: whether rows are locked.
    """

    connection: Connection
    now: int
    ticking: int
    pepper: Pepper
    limits: Limits
    writes: bool = False

    @property
    def today(self) -> int:
        """Days since 1970."""
        return self.now // DAY

    def note(self, event: str, wid: bytes = b"", lookup: bytes = b"") -> None:
        """Write one line of the audit: what and when, and keyed prefixes of whose; no address, no content."""
        row = {
            "aid": secrets.token_bytes(16),
            "at": self.now,
            "event": event,
            "wid8": self.prefix(wid),
            "lookup8": self.prefix(lookup),
        }
        self.connection.execute(insert(audit).values(row))

    def prefix(self, value: bytes) -> bytes:
        """Return eight keyed bytes that tell two rows apart and lead back to none."""
        return self.pepper.tag("audit", value)[:8] if value else b""
