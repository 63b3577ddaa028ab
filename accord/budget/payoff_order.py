"""Several debts and one monthly budget: which to pay off first.

A month: interest is booked on each debt, minimums are paid in the order listed, the rest goes to the target and
rolls over to the next within the same month. `avalanche` aims at the highest rate, `snowball` at the smallest
balance of the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from accord.errors import TermsError
from accord.i18n import N_
from accord.money import NEGATIVE, half_up

Aim = Literal["avalanche", "snowball"]
LONGEST = 1_200
YUAN = 100
HIGHEST_RATE = 10

NO_BUDGET = N_("The monthly budget must be above zero.")
AIM = N_("This choice is not one of those we can work with.")
RATE = N_("The yearly rate must lie between 0% and {most}%.")
NO_DEBT = N_("Every debt needs a balance above zero.")


class Owed(NamedTuple):
    """A debt to be paid off: name, balance in fen, yearly rate as a fraction, minimum payment in fen."""

    name: str
    balance: int
    annual_rate: Decimal
    minimum: int = 0


class Race(NamedTuple):
    """How paying off ends; fen. `months` and `total_interest` are None when it never does.

    `order` names debts as they were cleared; `needed` is the budget that would clear all of them, where this one
    never does.
    """

    status: Literal["paid", "never"]
    months: int | None
    total_interest: int | None
    order: tuple[str, ...]
    needed: int | None = None


@dataclass
class _Month:
    """Balances while the race runs."""

    debts: Sequence[Owed]
    balances: list[int]
    interest: int = 0
    order: list[str] = field(default_factory=list)

    def accrue(self) -> None:
        for i, debt in enumerate(self.debts):
            numerator, denominator = debt.annual_rate.as_integer_ratio()
            booked = half_up(self.balances[i] * numerator, denominator * 12)
            self.balances[i] += booked
            self.interest += booked

    def pay(self, i: int, amount: int) -> int:
        paid = min(amount, self.balances[i])
        self.balances[i] -= paid
        if paid and not self.balances[i]:
            self.order.append(self.debts[i].name)
        return paid

    def targets(self, aim: Aim) -> list[int]:
        left = [i for i, balance in enumerate(self.balances) if balance]
        if aim == "snowball":
            return sorted(left, key=lambda i: self.balances[i])
        return sorted(left, key=lambda i: -self.debts[i].annual_rate)


def pay_off(debts: Sequence[Owed], *, budget: int, aim: Aim) -> Race:
    """Pay `budget` fen a month on all debts together until none is left, or for `LONGEST` months.

    Raises:
        TermsError: no budget, or a debt without a balance or with a rate outside its bounds.
    """
    if budget <= 0:
        raise TermsError(NO_BUDGET, field="budget")
    if not debts or any(debt.balance <= 0 for debt in debts):
        raise TermsError(NO_DEBT, field="debts")
    if aim not in get_args(Aim):
        raise TermsError(AIM, field="aim")
    for debt in debts:
        _check(debt)
    found = _paid_off(debts, budget, aim)
    return found if found.status == "paid" else found._replace(needed=_needed(debts, budget, aim))


def _check(debt: Owed) -> None:
    if not (debt.annual_rate.is_finite() and 0 <= debt.annual_rate <= HIGHEST_RATE):
        raise TermsError(RATE, field="annual_rate", most=HIGHEST_RATE * 100)
    if debt.minimum < 0:
        raise TermsError(NEGATIVE, field="minimum")


def _paid_off(debts: Sequence[Owed], budget: int, aim: Aim) -> Race:
    race = _Month(debts, [debt.balance for debt in debts])
    for month in range(1, LONGEST + 1):
        _run_month(race, budget, aim)
        if not any(race.balances):
            return Race("paid", month, race.interest, tuple(race.order))
    return Race("never", None, None, tuple(race.order))


def _needed(debts: Sequence[Owed], budget: int, aim: Aim) -> int:
    """Return a budget (whole yuan, in fen) that clears all debts, next to the least that does."""
    low, high = budget // YUAN, budget // YUAN + 1
    while _paid_off(debts, high * YUAN, aim).status == "never":
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _paid_off(debts, middle * YUAN, aim).status == "paid" else (middle, high)
    return high * YUAN


def _run_month(race: _Month, budget: int, aim: Aim) -> None:
    race.accrue()
    left = budget
    for i, debt in enumerate(race.debts):
        left -= race.pay(i, min(debt.minimum, left))
    for i in race.targets(aim):
        left -= race.pay(i, left)
