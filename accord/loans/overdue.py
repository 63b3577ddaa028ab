"""Arrears on loans: penalty interest (罚息) and compound interest (复利), each in its own bucket.

Penalty interest is simple, on overdue principal. Compound interest runs on overdue contract interest and on
compound interest already settled, never on penalty interest; each settlement segment is rounded once and joins
the base on the day after the settlement day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.interest import DayCount, period, simple_interest, year_share
from accord.loans.schedule import check_choice, check_owed, check_rate

Settlement = Literal["none", "monthly", "quarterly"]

MULTIPLE = N_("Penalty interest is a multiple of the contract rate; it must lie between 1 and {most}.")
SETTLEMENT_DAY = N_("The settlement day must lie between 1 and 28.")
HIGHEST_MULTIPLE = 10
QUARTER_ENDS = (3, 6, 9, 12)


@dataclass(frozen=True, kw_only=True)
class Arrears:
    """What is overdue on a loan, and the terms that apply to it.

    Args:
        principal: overdue principal, fen.
        interest: contract interest not paid on time, fen.
        contract_rate: yearly fraction.
        multiple: penalty rate as a multiple of the contract rate, from 1.
        basis: how days are counted.
        settlement: how often compound interest joins its base.
        settlement_day: day of the month compound interest is settled on, 1 to 28.
    """

    principal: int
    interest: int
    contract_rate: Decimal
    multiple: Decimal
    basis: DayCount = "act/360"
    settlement: Settlement = "none"
    settlement_day: int = 20

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        check_rate(self.contract_rate, "contract_rate")
        if not (self.multiple.is_finite() and 1 <= self.multiple <= HIGHEST_MULTIPLE):
            raise TermsError(MULTIPLE, field="multiple", most=HIGHEST_MULTIPLE)
        check_owed(principal=self.principal, interest=self.interest)
        check_choice(self.settlement, Settlement, "settlement")
        if not 1 <= self.settlement_day <= 28:  # noqa: PLR2004  every month has a 28th
            raise TermsError(SETTLEMENT_DAY, field="settlement_day")


class Segment(NamedTuple):
    """Compound interest of one stretch; fen. `until` is the first day not counted."""

    until: date
    amount: int


class Overdue(NamedTuple):
    """The four buckets on a day; fen. `days` counts the first overdue day but not the last."""

    days: int
    principal: int
    interest: int
    penalty_interest: int
    compound_interest: int
    segments: tuple[Segment, ...]

    @property
    def owed(self) -> int:
        """All four together."""
        return self.principal + self.interest + self.penalty_interest + self.compound_interest


def arrears_until(arrears: Arrears, *, since: date, until: date) -> Overdue:
    """Return what arrears grow to from `since` (counted) to `until` (not counted).

    Raises:
        TermsError: `until` lies before `since`.
    """
    rate = arrears.contract_rate * arrears.multiple
    days = period(since, until).days
    penalty = simple_interest(arrears.principal, rate, year_share(since, until, arrears.basis))
    segments = _compound(arrears, rate, since, until)
    compound = sum(segment.amount for segment in segments)
    return Overdue(days, arrears.principal, arrears.interest, penalty, compound, segments)


def _compound(arrears: Arrears, rate: Decimal, since: date, until: date) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    base, start = arrears.interest, since
    for end in (*_settlements(arrears, since, until), until):
        amount = simple_interest(base, rate, year_share(start, end, arrears.basis))
        segments.append(Segment(end, amount))
        base, start = base + amount, end
    return tuple(segments)


def _settlements(arrears: Arrears, since: date, until: date) -> tuple[date, ...]:
    """Return the days after settlement days that lie strictly between the two days."""
    if arrears.settlement == "none":
        return ()
    months = QUARTER_ENDS if arrears.settlement == "quarterly" else range(1, 13)
    days = (
        date(year, month, arrears.settlement_day) + timedelta(days=1)
        for year in range(since.year, until.year + 1)
        for month in months
    )
    return tuple(day for day in days if since < day < until)
