"""Keeping the rules true: which rows must be read again, and by which day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from accord.i18n import N_, _
from accord.knowledge.rules import Rule, rules

SOON = timedelta(weeks=8)
"""A row is due this long before its last day, so that somebody has time to read the source."""

OVERDUE = N_("overdue since {day}")
DUE = N_("due by {day}")
GONE = N_("ended on {day}, with nothing in its place")


class Due(NamedTuple):
    """A row to read again: its last day, whether that has passed, and what to say of it."""

    rule: Rule
    last_day: date
    overdue: bool
    message: str

    def speak(self) -> str:
        """Return what is due, in the language spoken now."""
        return _(self.message).format(day=self.last_day.isoformat())


def due(on: date) -> tuple[Due, ...]:
    """Return the rules to read again on a day, the most urgent first. One with a successor needs no reading."""
    found = [row for row in (_due(known, on) for known in rules()) if row is not None]
    return tuple(sorted(found, key=lambda row: (row.last_day, row.rule.id)))


def _due(row: Rule, on: date) -> Due | None:
    if row.status(on) == "expired":
        if row.superseded_by or row.closed or row.valid_until is None:
            return None
        return Due(row, row.valid_until, overdue=True, message=GONE)
    if on > row.review_by:
        return Due(row, row.review_by, overdue=True, message=OVERDUE)
    return Due(row, row.review_by, overdue=False, message=DUE) if on + SOON >= row.review_by else None
