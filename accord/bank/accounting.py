"""The bank's accounts: amortised cost, and the loss it books when terms are changed (IFRS 9, 5.4.3).

This figure explains an officer's reluctance. It is not what a plan is worth: see `accord.bank.view`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.cost import irr
from accord.loans.schedule import check_amount, check_rate

LOSS_PLACES = Decimal("0.000001")
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
    balance, earned, closing = float(carrying), list[int](), list[int]()
    for payment in payments:
        interest = balance * float(rate)
        balance += interest - payment
        earned.append(_shown(interest))
        closing.append(_shown(balance))
    return AmortisedCost(rate, tuple(earned), tuple(closing))


def modification(carrying: int, payments: Sequence[int], *, nominal_rate: Decimal) -> Modification:
    """Discount the new monthly payments (fen) at the original nominal yearly rate / 12; compare with the books.

    Raises:
        TermsError: a carrying amount or rate outside its bounds.
    """
    check_amount(carrying, "carrying")
    check_rate(nominal_rate, "nominal_rate")
    growth = 1 + nominal_rate / 12
    worth = Decimal(0)
    for payment in reversed(payments):
        worth = (worth + payment) / growth
    share = ((carrying - worth) / carrying).quantize(LOSS_PLACES, rounding=ROUND_HALF_UP)
    new = _shown(worth)
    return Modification(new, new - carrying, share)


def _shown(amount: Decimal | float) -> int:
    return int(Decimal(amount).quantize(Decimal(1), rounding=ROUND_HALF_UP))
