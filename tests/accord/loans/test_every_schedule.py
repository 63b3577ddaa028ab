"""What holds for every schedule there is, whatever is owed: exact sums, an end at nothing, nothing below it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.loans import (
    BillInstalment,
    Holiday,
    PersonalPlan,
    Schedule,
    Terms,
    balloon,
    bill_instalment,
    equal_instalments,
    equal_principal,
    fixed_payment,
    interest_only,
    level_then_rest,
    odd_first_period,
    percent_of_balance,
    personal_instalments,
    repriced,
    step,
    with_holiday,
)
from accord.loans.schedule import LARGEST_PRINCIPAL
from tests.accord.loans.ready import ANY_TERMS, adds_up, terms

Maker = Callable[[Terms], Schedule | None]


def _bill(loan: Terms) -> Schedule:
    fee = min(Decimal(1), loan.annual_rate)
    return bill_instalment(
        BillInstalment(principal=loan.principal, months=loan.months, fee_rate=fee, first_due=loan.first_due)
    ).schedule


def _personal(loan: Terms) -> Schedule:
    plan = PersonalPlan(principal=loan.principal, interest=0, fees=0, months=loan.months, first_due=loan.first_due)
    return personal_instalments(replace(plan, annual_rate=loan.annual_rate)).schedule


def _to_the_end(loan: Terms) -> Schedule | None:
    return fixed_payment(loan, payment=loan.principal // 7 + 1).schedule


def _minimum(loan: Terms) -> Schedule | None:
    return percent_of_balance(loan, percent=Decimal("0.1"), floor=10_000, interest_on_top=True).schedule


STEADY: dict[str, Maker] = {
    "equal_instalments": equal_instalments,
    "equal_principal": equal_principal,
    "equal_principal_first": lambda loan: equal_principal(loan, residue="first", rounding="floor"),
    "interest_only": interest_only,
    "interest_only_by_days": lambda loan: interest_only(loan, basis="act/360"),
    "balloon": lambda loan: balloon(loan, long_term=min(600, loan.months * 2)),
    "odd_first_period": lambda loan: odd_first_period(loan, paid_out=loan.first_due - timedelta(days=17)),
    "holiday_interest_paid": lambda loan: with_holiday(loan, Holiday(months=3, treatment="interest_paid")).schedule,
    "holiday_deferred": lambda loan: with_holiday(loan, Holiday(months=3, treatment="accrue_defer")).schedule,
    "holiday_waived": lambda loan: with_holiday(loan, Holiday(months=3, treatment="waive")).schedule,
    "repriced": lambda loan: repriced(loan, after=loan.months // 2, annual_rate=Decimal("0.05")),
    "bill_instalment": _bill,
    "personal_plan": _personal,
    "fixed_payment": _to_the_end,
    "minimum": _minimum,
}
"""Every product whose balance never grows."""
GROWING: dict[str, Maker] = {
    "step": lambda loan: step(loan, growth=Decimal("0.1")),
    "level_then_rest": lambda loan: level_then_rest(loan, payment=100),
    "holiday_capitalised": lambda loan: with_holiday(loan, Holiday(months=3, treatment="capitalise_monthly")).schedule,
    "holiday_once": lambda loan: with_holiday(loan, Holiday(months=3, treatment="accrue_then_capitalise")).schedule,
}
"""Products that say so when the balance grows."""
ALL = STEADY | GROWING


@pytest.mark.parametrize("product", ALL)
@settings(max_examples=30, deadline=None)
@given(loan=ANY_TERMS)
def test_principal_sums_exactly_and_ends_at_nothing(product: str, loan: Terms) -> None:
    made = ALL[product](loan)
    if made is None:
        return

    assert adds_up(made)
    assert made.total_paid == made.opening + made.total_interest + made.total_fees
    assert min(row.balance for row in made.rows) >= 0
    assert min(row.payment for row in made.rows) >= 0
    if product in STEADY:
        assert made.highest_balance == made.opening
    else:
        assert ("balance_grows" in made.flags) == (made.highest_balance > made.opening)


@pytest.mark.parametrize("product", ALL)
@settings(max_examples=12, deadline=None)
@given(loan=ANY_TERMS)
def test_due_dates_rise_a_month_at_a_time_and_rows_are_counted(product: str, loan: Terms) -> None:
    made = ALL[product](loan)
    if made is None:
        return

    assert [row.k for row in made.rows] == list(range(1, made.months + 1))
    assert [row.due for row in made.rows] == [loan.due(k) for k in range(1, made.months + 1)]


@pytest.mark.parametrize("product", ALL)
@settings(max_examples=12, deadline=None)
@given(loan=ANY_TERMS, more=st.integers(1, 1_000_000))
def test_owing_more_never_costs_less(product: str, loan: Terms, more: int) -> None:
    if product in {"fixed_payment", "minimum"}:
        return  # what is paid there depends on what is owed

    small, large = (ALL[product](replace(loan, principal=loan.principal + extra)) for extra in (0, more))

    assert small is not None
    assert large is not None
    # Each row is rounded once, and a fen of it bears interest: that is all rounding can take back.
    grown = (1 + float(loan.annual_rate) / 12) ** small.months
    assert large.total_interest + large.total_fees >= small.total_interest + small.total_fees - small.months * grown


@settings(max_examples=30, deadline=None)
@given(ANY_TERMS, st.integers(1, 10**9))
def test_a_higher_payment_never_costs_more(loan: Terms, payment: int) -> None:
    low, high = (level_then_rest(loan, payment=paid).total_interest for paid in (payment, payment + 5_000))

    assert high <= low + loan.months


@pytest.mark.parametrize("product", ["equal_instalments", "equal_principal", "interest_only", "step", "repriced"])
@pytest.mark.parametrize("principal", [1, 99, LARGEST_PRINCIPAL])
@pytest.mark.parametrize("rate", ["0", "0.00000000000000000001", "0.1825", "10"])
@pytest.mark.parametrize("months", [1, 2, 600])
def test_the_corners_of_what_is_allowed_add_up(product: str, principal: int, rate: str, months: int) -> None:
    made = ALL[product](terms(principal, rate, months))

    assert made is not None
    assert adds_up(made)


@pytest.mark.parametrize("product", STEADY)
def test_the_thirty_first_comes_back_after_february(product: str) -> None:
    loan = replace(terms(1_234_567, "0.0735", 14), first_due=date(2027, 12, 31))

    made = STEADY[product](loan)

    assert made is not None
    assert [row.due.day for row in made.rows[:5]] == [31, 31, 29, 31, 30]
