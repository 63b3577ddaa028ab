"""A bank's offer in plain figures: what "36 periods, 0.6% fee each, 10% down" comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accord.budget.means import owed_parts
from accord.case import Debt, Offer
from accord.days import add_months
from accord.errors import TermsError
from accord.loans import Terms, equal_instalments
from accord.loans.card_instalments import BillInstalment, bill_instalment
from accord.loans.cost import irr, rates_of
from accord.loans.schedule import Schedule
from accord.money import to_fen


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """What an offer comes to; amounts in fen, rates yearly fractions.

    Attributes:
        amount: what goes into instalments: all that is owed, less what is waived and paid at once.
        instalment: the highest single payment.
        total_paid: everything paid from now on, the first payment included.
        nominal_rate: IRR×12; None where no yearly rate is defined.
        effective_rate: compounded (EIR); None likewise.
    """

    amount: int
    instalment: int
    total_paid: int
    nominal_rate: Decimal | None
    effective_rate: Decimal | None


def decode(offer: Offer, debt: Debt, on: date) -> Decoded | None:
    """Return what an offer comes to; None while its term or the balance is not known, or its figures cannot work.

    A fee per period is charged on the whole amount; with a yearly rate the instalments are level; with neither,
    the instalment named is paid each month.
    """
    down, waived = to_fen(offer.down_payment or Decimal(0)), to_fen(offer.waived or Decimal(0))
    amount = owed_parts(debt).total - down - waived
    if offer.months is None or amount <= 0:
        return None
    if offer.fee_rate is None and offer.annual_rate is None and offer.instalment is not None:
        return _as_named(amount, down, to_fen(offer.instalment), offer.months)
    try:
        schedule = _schedule(offer, amount, offer.months, add_months(on, 1))
    except TermsError:
        return None
    rates = rates_of(schedule)
    return Decoded(
        amount=amount,
        instalment=schedule.highest_payment,
        total_paid=down + schedule.total_paid,
        nominal_rate=rates.nominal,
        effective_rate=rates.effective,
    )


def _schedule(offer: Offer, amount: int, months: int, first_due: date) -> Schedule:
    if offer.fee_rate is not None:
        plan = BillInstalment(principal=amount, months=months, fee_rate=offer.fee_rate, first_due=first_due)
        return bill_instalment(plan).schedule
    rate = offer.annual_rate or Decimal(0)
    return equal_instalments(Terms(principal=amount, annual_rate=rate, months=months, first_due=first_due))


def _as_named(amount: int, down: int, instalment: int, months: int) -> Decoded:
    rates = irr([-amount, *[instalment] * months])
    return Decoded(
        amount=amount,
        instalment=instalment,
        total_paid=down + instalment * months,
        nominal_rate=rates.nominal,
        effective_rate=rates.effective,
    )
