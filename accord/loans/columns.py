"""A level plan as plain columns: the exact ledger without dates, for those who count many plans one by one.

The figures are those of `accord.loans.book`: fen, each month's interest rounded once, half-up.
"""

from __future__ import annotations

from operator import add
from typing import NamedTuple

from accord.loans.level import Monthly, interest_on, level_months, level_of
from accord.loans.schedule import Terms


class Columns(NamedTuple):
    """A plan month by month, fen: four lists of equal length."""

    opening: int
    payment: list[int]
    interest: list[int]
    principal: list[int]
    balance: list[int]

    @property
    def total_paid(self) -> int:
        """Everything paid over the plan."""
        return sum(self.payment)

    @property
    def total_interest(self) -> int:
        """All interest of the plan."""
        return sum(self.interest)


def level_columns(terms: Terms) -> Columns:
    """Return equal instalments (等额本息) of `terms` as columns; always to the fen, whatever the mode."""
    numerator, denominator = terms.annual_rate.as_integer_ratio()
    rate = Monthly(numerator, denominator * 12)
    planned = level_of(terms.principal, terms.months, *rate)
    interest, principal, balance = level_months(terms.principal, planned, terms.months - 1, rate)
    last = balance[-1] if balance else terms.principal
    interest.append(interest_on(last, rate))
    principal.append(last)
    balance.append(0)
    # Paid off early only where nothing is left before the last month; otherwise every payment but the last is planned.
    payment = [planned] * (terms.months - 1) + [last + interest[-1]] if last else list(map(add, interest, principal))
    return Columns(terms.principal, payment, interest, principal, balance)
