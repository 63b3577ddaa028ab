"""A level plan as plain columns: the exact ledger without dates, for those who count many plans one by one.

The figures are those of `accord.loans.book`: fen, each month's interest rounded once, half-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from operator import add, sub
from typing import NamedTuple

from accord.loans.book import level_of
from accord.loans.schedule import Terms


class Monthly(NamedTuple):
    """A yearly rate divided by twelve, as an exact fraction."""

    numerator: int
    denominator: int


@dataclass(frozen=True)
class Columns:
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
    interest, balance = _run(terms.principal, planned, terms.months - 1, rate)
    last = balance[-1] if balance else terms.principal
    interest.append((2 * last * rate.numerator + rate.denominator) // (2 * rate.denominator))
    balance.append(0)
    principal = list(map(sub, [terms.principal, *balance], balance))
    # Paid off early only where nothing is left before the last month; otherwise every payment but the last is planned.
    payment = [planned] * (terms.months - 1) + [last + interest[-1]] if last else list(map(add, interest, principal))
    return Columns(terms.principal, payment, interest, principal, balance)


def _run(balance: int, planned: int, months: int, rate: Monthly) -> tuple[list[int], list[int]]:
    """Book `months` of a level payment in one flat loop; return interest and balances."""
    twice, per, whole = 2 * rate.numerator, rate.denominator, 2 * rate.denominator
    interests: list[int] = []
    balances: list[int] = []
    book, keep = interests.append, balances.append
    for _ in repeat(None, months):
        interest = (balance * twice + per) // whole
        balance += interest - planned
        if balance < 0:  # noqa: PLR1730  max() costs a fifth of the loop
            balance = 0
        book(interest)
        keep(balance)
    return interests, balances
