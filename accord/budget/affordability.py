"""What a household can pay each month, and how that is shared between creditors.

Amounts are fen, shares exact fractions. Floors, limits and reserves are rule values or the person's own
figures and come in as arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.money import NEGATIVE, half_up

Every = Literal["week", "month", "quarter", "year"]

MONTHLY_SHARE = {"week": Fraction(52, 12), "month": Fraction(1), "quarter": Fraction(1, 3), "year": Fraction(1, 12)}

RESERVE = N_("The part kept in reserve must lie between 0% and 100%.")
SHARED = N_("The amount to be shared cannot be below zero.")
LIMIT = N_("A limit on payments must be a part of income, zero or above.")
CAPS = N_("Each debt needs its own upper limit, or none.")


class Budget(NamedTuple):
    """A month in fen. The larger of essential expenses and the living floor is kept; then come priority payments."""

    income: int
    essentials: int
    living_floor: int = 0
    priority_payments: int = 0


class Surplus(NamedTuple):
    """What is left of a month, fen: `available` after the reserve, or the `shortfall`; one of them is 0."""

    available: int
    shortfall: int


class DebtRatios(NamedTuple):
    """Debt payments as parts of income, unrounded so that limits are kept to the fen; None without income."""

    total: Decimal | None
    housing: Decimal | None

    def within(self, *, total: Decimal, housing: Decimal) -> bool:
        """Tell whether both ratios keep to their limits, the limits included; without income they never do.

        Raises:
            TermsError: a limit that is no part of an income.
        """
        for field, limit in (("total", total), ("housing", housing)):
            if not (limit.is_finite() and limit >= 0):
                raise TermsError(LIMIT, field=field)
        if self.total is None or self.housing is None:
            return False
        return self.total <= total and self.housing <= housing


def monthly(amount: int, every: Every) -> int:
    """Return an amount (fen) paid every week, month, quarter or year as a month's share; a week is 12/52 of it."""
    exact = amount * MONTHLY_SHARE[every]
    return half_up(exact.numerator, exact.denominator)


def weekly_to_monthly(weekly: int) -> int:
    """Return a weekly amount (fen) times 52/12."""
    return monthly(weekly, "week")


def monthly_surplus(budget: Budget, *, reserve: Decimal) -> Surplus:
    """Return what is available for debts: income less living costs and priority payments, less the reserve.

    Raises:
        TermsError: a reserve outside 0 to 1, or an amount below zero.
    """
    _check_not_negative(**budget._asdict())
    if not (reserve.is_finite() and 0 <= reserve <= 1):
        raise TermsError(RESERVE, field="reserve")
    left = budget.income - max(budget.essentials, budget.living_floor) - budget.priority_payments
    kept = Fraction(1 - reserve) * max(0, left)
    return Surplus(half_up(kept.numerator, kept.denominator), max(0, -left))


def debt_ratios(*, debt_payments: int, housing_payments: int, income: int) -> DebtRatios:
    """Return all debt payments, and the housing ones among them, as parts of monthly income (all in fen).

    Raises:
        TermsError: payments below zero.
    """
    _check_not_negative(debt_payments=debt_payments, housing_payments=housing_payments)
    if income <= 0:
        return DebtRatios(None, None)
    return DebtRatios(Decimal(debt_payments) / income, Decimal(housing_payments) / income)


def pro_rata(available: int, balances: Sequence[int], *, caps: Sequence[int | None] | None = None) -> tuple[int, ...]:
    """Share `available` fen between balances in proportion, to the last fen.

    A creditor whose share would reach its cap gets the cap and the rest is shared again. Odd fen go to the
    largest remainders, the first listed on ties. Balances of zero or below get nothing. The shares add up to
    `available` unless every creditor is capped.

    Raises:
        TermsError: a negative amount, or another number of caps than balances.
    """
    limits = list(caps) if caps is not None else [None] * len(balances)
    if len(limits) != len(balances):
        raise TermsError(CAPS, field="caps")
    if available < 0:
        raise TermsError(SHARED, field="available")
    shares = [0] * len(balances)
    open_to, left = [i for i, balance in enumerate(balances) if balance > 0], available
    while capped := _reaching(left, balances, limits, open_to):
        for i, cap in capped.items():
            shares[i] = cap
        left -= sum(capped.values())
        open_to = [i for i in open_to if i not in capped]
    for i, share in zip(open_to, _largest_remainder(left, [balances[i] for i in open_to]), strict=True):
        shares[i] = share
    return tuple(shares)


def _reaching(left: int, balances: Sequence[int], caps: Sequence[int | None], among: Sequence[int]) -> dict[int, int]:
    """Return the caps that a proportional share of `left` would reach, by position."""
    whole = sum(balances[i] for i in among)
    reached: dict[int, int] = {}
    for i in among:
        cap = caps[i]
        if cap is not None and left * balances[i] >= cap * whole:
            reached[i] = max(0, cap)
    return reached


def _largest_remainder(amount: int, weights: Sequence[int]) -> list[int]:
    whole = sum(weights)
    if not whole:
        return []
    shares = [amount * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(amount * weights[i] % whole))
    for i in by_remainder[: amount - sum(shares)]:
        shares[i] += 1
    return shares


def _check_not_negative(**amounts: int) -> None:
    for field, amount in amounts.items():
        if amount < 0:
            raise TermsError(NEGATIVE, field=field)
