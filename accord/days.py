"""Days: today in Shanghai, due dates from an anchor day, days past due."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, datetime
from zoneinfo import ZoneInfo

from accord.errors import DayError
from accord.i18n import N_

DAY_OF_MONTH = N_("The day of the month must lie between 1 and 31.")
CALENDAR = N_("These dates run past the end of the calendar.")
COUNT = N_("A number of due dates cannot be below zero.")

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

    Raises:
        DayError: an anchor that no month has, or a day outside the calendar.
    """
    if anchor is not None and not 1 <= anchor <= 31:  # noqa: PLR2004  the longest month
        raise DayError(DAY_OF_MONTH, field="anchor")
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise DayError(CALENDAR, field="months")
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor or day.day, last))


def due_dates(first: date, count: int, *, anchor: int | None = None) -> tuple[date, ...]:
    """Return `count` monthly due dates from `first` on; never chained, so 31 January leads back to 31 March.

    Raises:
        DayError: a count below zero, an anchor that no month has, or days past the calendar.
    """
    if count < 0:
        raise DayError(COUNT, field="count")
    return tuple(add_months(first, k, anchor=anchor or first.day) for k in range(count))


def days_past_due(since: date | None, on: date) -> int:
    """Return the days a debt is overdue on `on`; the day after the due date is day 1, never below 0.

    Args:
        since: the first unpaid due date; None means not overdue.
        on: the day to count to.
    """
    return 0 if since is None else max(0, (on - since).days)
