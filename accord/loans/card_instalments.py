"""Card debts in instalments: the bank's bill instalment (账单分期) and a personal agreement (个性化分期)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.book import Book
from accord.loans.cost import PLACES, Rates, rates_of, simple_yearly_rate
from accord.loans.instalments import split_evenly
from accord.loans.payoff import share_of
from accord.loans.schedule import (
    Residue,
    Rounding,
    Schedule,
    Terms,
    check_amount,
    check_choice,
    check_months,
    check_owed,
    check_part,
)
from accord.money import half_up

FeeTiming = Literal["each", "first"]

UPFRONT = N_("Costs paid at the start cannot be below zero, or reach the amount itself.")
PAID = N_("The instalments already paid must lie between 0 and {most}.")


@dataclass(frozen=True, kw_only=True)
class BillInstalment:
    """A bill paid in instalments for a fee.

    Args:
        principal: fen.
        months: number of instalments.
        fee_rate: fee as a fraction of the whole principal.
        first_due: first due date.
        fee_timing: the fee is charged with `each` instalment, or once with the `first`.
        upfront_cost: other costs held back from the amount received, fen.
        residue: which instalment carries the odd fen.
        rounding: how the equal share is rounded.
    """

    principal: int
    months: int
    fee_rate: Decimal
    first_due: date
    fee_timing: FeeTiming = "each"
    upfront_cost: int = 0
    residue: Residue = "last"
    rounding: Rounding = "half_up"

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        check_part(self.fee_rate, "fee_rate")
        check_choice(self.fee_timing, FeeTiming, "fee_timing")
        if not 0 <= self.upfront_cost < self.principal:
            raise TermsError(UPFRONT, field="upfront_cost")

    @property
    def terms(self) -> Terms:
        """The same amount and dates, without interest."""
        return Terms(principal=self.principal, annual_rate=Decimal(0), months=self.months, first_due=self.first_due)


class BillInstalmentCost(NamedTuple):
    """A bill instalment and the three yearly figures it may be called by.

    `quoted` is what an advertisement says: the fee rate made yearly, as if the whole principal stayed in use.
    """

    schedule: Schedule
    rates: Rates
    simple: Decimal | None
    quoted: Decimal


def bill_instalment(plan: BillInstalment) -> BillInstalmentCost:
    """Return the schedule of a bill instalment and what it costs a year.

    Raises:
        TermsError: an amount or term outside its bounds.
    """
    book, fee = Book(plan.terms), share_of(plan.principal, plan.fee_rate)
    shares = split_evenly(plan.principal, plan.months, residue=plan.residue, rounding=plan.rounding)
    for k, share in enumerate(shares):
        book.post(interest=0, principal=share, fee=fee if k == 0 or plan.fee_timing == "each" else 0)
    schedule = book.schedule()
    rates = rates_of(schedule, received=plan.principal - plan.upfront_cost)
    simple = simple_yearly_rate(schedule, other_costs=plan.upfront_cost)
    return BillInstalmentCost(schedule, rates, simple, _quoted(plan))


def _quoted(plan: BillInstalment) -> Decimal:
    times = 12 if plan.fee_timing == "each" else Decimal(12) / plan.months
    return (plan.fee_rate * times).quantize(PLACES)


class EarlySettlement(NamedTuple):
    """Paying off a bill instalment early; fen.

    Attributes:
        per_period: the usual instalment, fee included.
        fee_each: the fee in it.
        remaining_principal: principal times the share of instalments left, rounded once. A bank that books each
            instalment may come out a few fen away.
        penalty: charge for paying early, on the remaining principal.
        refund: fees given back.
    """

    per_period: int
    fee_each: int
    remaining_principal: int
    penalty: int
    refund: int

    @property
    def to_pay(self) -> int:
        """What closes the instalment plan."""
        return self.remaining_principal + self.penalty - self.refund


class EarlyTerms(NamedTuple):
    """What applies when a bill instalment is paid off early, after `paid` instalments; rates are fractions."""

    paid: int
    penalty_rate: Decimal
    fees_refunded: bool = False


def settle_early(principal: int, months: int, *, total_fee_rate: Decimal, early: EarlyTerms) -> EarlySettlement:
    """Return what closes a bill instalment early. Fees already paid are kept unless the terms refund them.

    Raises:
        TermsError: more instalments paid than there are, or a rate outside its bounds.
    """
    check_amount(principal)
    check_months(months)
    check_part(total_fee_rate, "total_fee_rate")
    check_part(early.penalty_rate, "penalty_rate")
    if not 0 <= early.paid <= months:
        raise TermsError(PAID, field="paid", most=months)
    fee = half_up(*(Fraction(total_fee_rate) * principal / months).as_integer_ratio())
    left = half_up(principal * (months - early.paid), months)
    refund = fee * early.paid if early.fees_refunded else 0
    return EarlySettlement(half_up(principal, months) + fee, fee, left, share_of(left, early.penalty_rate), refund)


@dataclass(frozen=True, kw_only=True)
class PersonalPlan:
    """All that a card owes, in equal parts for up to five years, some of it waived; amounts in fen.

    Args:
        principal: principal owed.
        interest: interest owed.
        fees: late fees and charges owed.
        months: number of instalments.
        first_due: first due date.
        waive_fees: part of the fees given up, 0 to 1.
        waive_interest: part of the interest given up, 0 to 1.
        first_payment: part of the rest paid when signing, 0 to 1.
        fee_rate: fee with each instalment, as a fraction of what is spread.
        annual_rate: interest while the plan runs, yearly fraction; usually none.
    """

    principal: int
    interest: int
    fees: int
    months: int
    first_due: date
    waive_fees: Decimal = Decimal(0)
    waive_interest: Decimal = Decimal(0)
    first_payment: Decimal = Decimal(0)
    fee_rate: Decimal = Decimal(0)
    annual_rate: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for field in ("waive_fees", "waive_interest", "first_payment", "fee_rate"):
            check_part(getattr(self, field), field)
        check_owed(principal=self.principal, interest=self.interest, fees=self.fees)


class PersonalInstalments(NamedTuple):
    """A personal instalment plan worked out; fen. `schedule` runs after the first payment."""

    waived: int
    restructured: int
    first_payment: int
    schedule: Schedule

    @property
    def total_paid(self) -> int:
        """Everything paid, the first payment included."""
        return self.first_payment + self.schedule.total_paid


def personal_instalments(plan: PersonalPlan) -> PersonalInstalments:
    """Return a personal instalment plan: what is waived, what is paid at once, the rest in equal parts.

    Raises:
        TermsError: nothing is left to spread, or an amount outside its bounds.
    """
    waived = share_of(plan.fees, plan.waive_fees) + share_of(plan.interest, plan.waive_interest)
    owed = plan.principal + plan.interest + plan.fees - waived
    first = share_of(owed, plan.first_payment)
    terms = Terms(principal=owed, annual_rate=plan.annual_rate, months=plan.months, first_due=plan.first_due)
    book = Book(terms, balance=owed - first)
    level, fee = book.level(plan.months), share_of(owed - first, plan.fee_rate)
    for k in range(1, plan.months + 1):
        interest = book.interest()
        principal = book.balance if k == plan.months else min(level - interest, book.balance)
        book.post(interest=interest, principal=principal, fee=fee)
    return PersonalInstalments(waived, owed, first, book.schedule())
