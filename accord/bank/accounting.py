"""The bank's accounts: amortised cost, and the loss it books when terms are changed (IFRS 9, 5.4.3).

This figure explains an officer's reluctance. It is not what a plan is worth: see `accord.bank.view`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.cost import irr
from accord.loans.schedule import LONGEST_RUN, check_amount, check_months, check_rate

LOSS_PLACES = Decimal("0.000001")
DIGITS = 50
NEWTON_STEPS = 2
"""Each step doubles the digits that are right; twelve are to begin with."""

NO_YIELD = N_("No effective rate fits these payments.")


class AmortisedCost(NamedTuple):
    """A loan in the bank's books; `interest` and `closing` in fen, rounded for display, carried unrounded."""

    effective_rate: Decimal
    interest: tuple[int, ...]
    closing: tuple[int, ...]


class Modification(NamedTuple):
    """Changed terms in the bank's books; fen. A loss is negative; `loss_share` is a part of what stood there."""

    carrying_amount: int
    gain: int
    loss_share: Decimal


def amortised_cost(carrying: int, payments: Sequence[int]) -> AmortisedCost:
    """Spread what a loan earns over its periods at one rate per period; amounts in fen.

    Raises:
        TermsError: no rate fits the payments.
    """
    check_amount(carrying, "carrying")
    rate = irr([-carrying, *payments]).per_period
    if rate is None:
        raise TermsError(NO_YIELD, field="payments")
    balance, earned, closing = Decimal(carrying), list[int](), list[int]()
    with localcontext() as context:
        context.prec = DIGITS
        growth = _sharpened(1 + rate, carrying, payments)
        for payment in payments:
            interest = balance * (growth - 1)
            balance += interest - payment
            earned.append(_shown(interest))
            closing.append(_shown(balance))
    return AmortisedCost(rate, tuple(earned), tuple(closing))


def _sharpened(growth: Decimal, carrying: int, payments: Sequence[int]) -> Decimal:
    """Bring the growth of a period, known to twelve places, to all digits: Newton's method in its inverse."""
    factor = 1 / growth
    for _ in range(NEWTON_STEPS):
        worth = slope = Decimal(0)
        for payment in reversed(payments):
            worth, slope = worth * factor + payment, slope * factor + worth
        factor -= (worth * factor - carrying) / (slope * factor + worth)
    return 1 / factor


def modification(carrying: int, payments: Sequence[int], *, nominal_rate: Decimal) -> Modification:
    """Discount the new monthly payments (fen) at the original nominal yearly rate / 12; compare with the books.

    Raises:
        TermsError: a carrying amount or rate outside its bounds, or no payments.
    """
    check_amount(carrying, "carrying")
    check_rate(nominal_rate, "nominal_rate")
    check_months(len(payments), "payments", most=LONGEST_RUN)
    growth = 1 + nominal_rate / 12
    worth = Decimal(0)
    for payment in reversed(payments):
        worth = (worth + payment) / growth
    share = ((carrying - worth) / carrying).quantize(LOSS_PLACES, rounding=ROUND_HALF_UP)
    new = _shown(worth)
    return Modification(new, new - carrying, share)


def _shown(amount: Decimal | float) -> int:
    return int(Decimal(amount).quantize(Decimal(1), rounding=ROUND_HALF_UP))
