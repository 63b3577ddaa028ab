"""Days: today in Shanghai, due dates from an anchor day, days past due."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """Return this moment on Shanghai's clock, to the second."""
    return datetime.now(SHANGHAI).replace(microsecond=0)


def today() -> date:
    """Return today's date in Shanghai, wherever the server stands."""
    return now().date()


def add_months(day: date, months: int, *, anchor: int | None = None) -> date:
    """Return the day `months` later (or earlier), on the anchor day of the month or the month's last day.

    Args:
        day: where to count from.
        months: whole months; may be negative.
        anchor: day of the month, 1 to 31; `day.day` when left out.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor or day.day, last))


def due_dates(first: date, count: int, *, anchor: int | None = None) -> tuple[date, ...]:
    """Return `count` monthly due dates from `first` on; never chained, so 31 January leads back to 31 March."""
    return tuple(add_months(first, k, anchor=anchor or first.day) for k in range(count))


def days_past_due(since: date | None, on: date) -> int:
    """Return the days a debt is overdue on `on`; the day after the due date is day 1, never below 0.

    Args:
        since: the first unpaid due date; None means not overdue.
        on: the day to count to.
    """
    return 0 if since is None else max(0, (on - since).days)
