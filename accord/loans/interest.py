"""Day counts: how many days interest runs, and what a day is worth.

The first day counts, the last does not (算头不算尾). Which count applies is set by the contract, so each
function takes it as an argument: loans by days are usually counted over 360, cards over 365.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from accord.days import add_months
from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.schedule import check_choice, check_owed, check_rate
from accord.money import half_up

DayCount = Literal["months_and_days", "act/360", "act/365", "act/act", "monthly"]

BACKWARDS = N_("The end of the period lies before its start.")


class Period(NamedTuple):
    """A stretch of time as contracts count it."""

    days: int
    whole_months: int
    odd_days: int


def period(start: date, end: date) -> Period:
    """Return the days from `start` to `end`, and the same as whole months plus odd days.

    Whole months are the largest number that, added to `start` on its day of the month, does not pass `end`.

    Raises:
        TermsError: `end` lies before `start`.
    """
    if end < start:
        raise TermsError(BACKWARDS, field="end")
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return Period((end - start).days, months, (end - add_months(start, months)).days)


def year_share(start: date, end: date, basis: DayCount) -> Fraction:
    """Return the part of a year that interest is charged for between two days.

    `months_and_days` is the central bank's whole months at a twelfth plus odd days at a 360th; `monthly` counts
    whole months alone and suits regular due dates; `act/act` splits at the turn of the year (ISDA).

    Raises:
        TermsError: `end` lies before `start`, or a count that is not known.
    """
    check_choice(basis, DayCount, "basis")
    span = period(start, end)
    shares = {
        "months_and_days": Fraction(span.whole_months, 12) + Fraction(span.odd_days, 360),
        "act/360": Fraction(span.days, 360),
        "act/365": Fraction(span.days, 365),
        "monthly": Fraction(span.whole_months, 12),
    }
    return _by_calendar_year(start, end) if basis == "act/act" else shares[basis]


def simple_interest(principal: int, annual_rate: Decimal, share: Fraction) -> int:
    """Return interest in fen on `principal` fen for a `share` of a year, rounded once, half-up."""
    exact = principal * Fraction(annual_rate) * share
    return half_up(exact.numerator, exact.denominator)


def interest_between(principal: int, annual_rate: Decimal, start: date, end: date, *, basis: DayCount) -> int:
    """Return interest in fen from `start` (counted) to `end` (not counted).

    Raises:
        TermsError: `end` lies before `start`, or an amount or rate outside its bounds.
    """
    check_owed(principal=principal)
    check_rate(annual_rate)
    return simple_interest(principal, annual_rate, year_share(start, end, basis))


def _by_calendar_year(start: date, end: date) -> Fraction:
    share = Fraction(0)
    for year in range(start.year, end.year + 1):
        first, last = max(start, date(year, 1, 1)), min(end, date(year + 1, 1, 1))
        share += Fraction((last - first).days, (date(year + 1, 1, 1) - date(year, 1, 1)).days)
    return share
