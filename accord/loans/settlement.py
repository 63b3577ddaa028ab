"""Closing a debt with one sum below what is owed (减免结清)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.allocation import allocate
from accord.loans.schedule import check_owed, check_rate
from accord.money import to_fen, to_yuan

WAIVED_FIRST = ("fees", "interest", "principal")
SHARE_PLACES = Decimal("0.000001")

OFFER = N_("The sum offered must lie between nothing and all that is owed.")
WAIT = N_("The months until payment cannot be below zero.")


class LumpSum(NamedTuple):
    """One sum against a debt; amounts in fen.

    Args:
        principal: principal owed.
        interest: interest owed, penalty and compound interest included.
        fees: late fees and other charges owed.
        offer: the sum offered.
        months_until_paid: months until it is paid, from 0.
    """

    principal: int
    interest: int
    fees: int
    offer: int
    months_until_paid: int = 0


class Settlement(NamedTuple):
    """What a lump sum means to both sides; fen.

    Attributes:
        owed: everything owed today.
        waived: what is given up, by part: fees first, then interest, then principal.
        waived_share: part of `owed` that is given up, to six places.
        present_value: what the sum is worth to the bank today.
    """

    owed: int
    waived: dict[str, int]
    waived_share: Decimal
    present_value: int


def lump_sum(terms: LumpSum, *, annual_discount: Decimal) -> Settlement:
    """Weigh a lump sum; the bank discounts it by `annual_discount` (yearly fraction, compounded).

    Raises:
        TermsError: an offer above what is owed or below zero, or nothing owed at all.
    """
    parts = {"fees": terms.fees, "interest": terms.interest, "principal": terms.principal}
    owed = sum(parts.values())
    check_owed(**parts)
    if owed <= 0 or not 0 <= terms.offer <= owed:
        raise TermsError(OFFER, field="offer")
    if terms.months_until_paid < 0:
        raise TermsError(WAIT, field="months_until_paid")
    check_rate(annual_discount, "annual_discount")
    waived = allocate(owed - terms.offer, parts, order=WAIVED_FIRST).applied
    share = (Decimal(owed - terms.offer) / owed).quantize(SHARE_PLACES, rounding=ROUND_HALF_UP)
    worth = to_fen(to_yuan(terms.offer) * _discount(annual_discount, terms.months_until_paid))
    return Settlement(owed, waived, share, worth)


def _discount(annual: Decimal, months: int) -> Decimal:
    with localcontext() as context:
        context.prec = 50
        return (1 + annual) ** (Decimal(-months) / 12)
