"""The store's clock: it never runs backwards, and a jump forward is believed only after it has held for a day.

Turning the computer's clock back must not revive a link; a clock that is wrong by weeks must not delete drafts, and a
day is what somebody needs to see that it is wrong. Turned back, the store's clock stands until the computer's has come
up to it. What is counted by the minute follows the computer's own clock meanwhile: else a limit, once reached, would
hold until then.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, text

from accord.store.limits import DAY, MINUTE
from accord.store.upsert import meta_value, put_meta

Source = Callable[[Connection], int]
HELD = DAY
"""Seconds a jump forward has to hold before it is believed."""


class Moment(NamedTuple):
    """One look at the clock, in seconds since 1970: what ends are measured by, and what windows are counted by."""

    now: int
    ticking: int


def own_clock(connection: Connection) -> int:
    """Return the seconds since 1970: the database's where it has a clock of its own, else this computer's."""
    if connection.dialect.name == "postgresql":
        return int(connection.scalar(text("SELECT floor(extract(epoch FROM clock_timestamp()))::bigint")) or 0)
    return int(time.time())


class Clock:
    """A clock that remembers the latest moment it has told."""

    def __init__(self, source: Source = own_clock) -> None:
        """Tell the time of `source`."""
        self.source = source

    def now(self, connection: Connection) -> int:
        """Return the seconds since 1970, never before a moment already remembered."""
        return self.look(connection).now

    def look(self, connection: Connection) -> Moment:
        """Return this moment, and what the computer's clock says without regard to what is remembered."""
        ticking = self.source(connection)
        return Moment(max(ticking, _remembered(connection, "clock_high")), ticking)

    def steady(self, connection: Connection) -> bool:
        """Tell whether the clock stands within a day of the moment last remembered; else nothing is swept."""
        high = _remembered(connection, "clock_high")
        return not high or self.source(connection) <= high + DAY

    def mark(self, connection: Connection) -> None:
        """Remember this moment, to the minute; called in each writing transaction."""
        seen, high = self.source(connection), _remembered(connection, "clock_high")
        if not high or high + MINUTE < seen <= high + DAY:
            put_meta(connection, "clock_high", str(seen))
            put_meta(connection, "clock_jump", "0")
        elif seen > high + DAY:
            self._weigh_jump(connection, seen)

    def believe(self, connection: Connection) -> None:
        """Take this moment as right: somebody has looked at the clock."""
        put_meta(connection, "clock_high", str(self.source(connection)))
        put_meta(connection, "clock_jump", "0")

    def _weigh_jump(self, connection: Connection, seen: int) -> None:
        jump = _remembered(connection, "clock_jump")
        if jump and seen >= jump + HELD:
            self.believe(connection)
        elif not jump or seen < jump:
            put_meta(connection, "clock_jump", str(seen))


def _remembered(connection: Connection, key: str) -> int:
    return int(meta_value(connection, key) or 0)
