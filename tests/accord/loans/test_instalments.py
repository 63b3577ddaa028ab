"""Regular products: exact to the fen, in agreement with numpy-financial."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import numpy_financial as npf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import (
    Residue,
    Rounding,
    Terms,
    balloon,
    equal_instalments,
    equal_principal,
    interest_only,
    level_payment,
    odd_first_period,
    split_evenly,
    step,
    step_payments,
)
from tests.accord.loans.ready import ANY_TERMS, FIRST_DUE, adds_up, terms

BOTH: tuple[Residue, Residue] = ("first", "last")


@settings(max_examples=100)
@given(ANY_TERMS)
def test_equal_instalments_repay_exactly_what_is_owed(loan: Terms) -> None:
    schedule = equal_instalments(loan)

    assert adds_up(schedule)
    assert min(row.balance for row in schedule.rows) >= 0
    assert min(row.principal for row in schedule.rows) >= 0


@settings(max_examples=50)
@given(ANY_TERMS, st.sampled_from(BOTH), st.sampled_from(("half_up", "floor")))
def test_equal_principal_repays_exactly_what_is_owed(loan: Terms, residue: Residue, rounding: Rounding) -> None:
    schedule = equal_principal(loan, residue=residue, rounding=rounding)

    assert adds_up(schedule)
    assert min(row.principal for row in schedule.rows) >= 0


@settings(max_examples=50)
@given(ANY_TERMS)
def test_the_level_payment_agrees_with_numpy_financial(loan: Terms) -> None:
    peer = -npf.pmt(float(loan.annual_rate) / 12, loan.months, loan.principal)

    assert abs(level_payment(loan) - peer) <= 0.5 + 1e-6 * peer


@settings(max_examples=50)
@given(ANY_TERMS)
def test_a_longer_term_never_raises_the_payment(loan: Terms) -> None:
    assert level_payment(replace(loan, months=loan.months + 1)) <= level_payment(loan)


@settings(max_examples=30)
@given(ANY_TERMS)
def test_unrounded_totals_stay_within_half_a_fen_a_month(loan: Terms) -> None:
    ledger, unrounded = equal_principal(loan), equal_principal(replace(loan, mode="analytic"))

    assert abs(ledger.total_interest - unrounded.total_interest) <= loan.months * (1 + loan.months // 2)


def test_web_calculators_and_ledgers_differ_on_the_same_loan() -> None:
    ledger, web = (equal_instalments(terms(30_000_000, "0.0564", 360, mode=mode)) for mode in ("ledger", "analytic"))

    assert (ledger.total_interest, web.total_interest) == (32_273_283, 32_273_210)


@given(st.integers(0, 10**6), st.integers(1, 60), st.sampled_from(BOTH), st.sampled_from(("half_up", "floor")))
def test_shares_add_up_and_are_never_negative(amount: int, parts: int, residue: Residue, rounding: Rounding) -> None:
    shares = split_evenly(amount, parts, residue=residue, rounding=rounding)

    assert (sum(shares), len(shares)) == (amount, parts)
    assert min(shares) >= 0


def test_the_odd_fen_go_where_they_are_sent() -> None:
    assert split_evenly(100_000, 6) == (16_667,) * 5 + (16_665,)
    assert split_evenly(100_000, 6, residue="first", rounding="floor") == (16_670,) + (16_666,) * 5


def test_interest_only_counts_actual_days() -> None:
    loan = replace(terms(20_000_000, "0.0435", 3), first_due=date(2024, 1, 15))

    schedule = interest_only(loan, basis="act/360", start=date(2023, 12, 15))

    assert [row.interest for row in schedule.rows] == [74_917, 74_917, 70_083]
    assert [row.principal for row in schedule.rows] == [0, 0, 20_000_000]


def test_interest_only_by_the_month_is_level() -> None:
    schedule = interest_only(terms(1_000_000, "0.06", 5))

    assert {row.interest for row in schedule.rows} == {5_000}
    assert adds_up(schedule)


@settings(max_examples=30)
@given(ANY_TERMS, st.decimals("-0.3", "0.3", places=3))
def test_steps_repay_exactly_what_is_owed(loan: Terms, growth: Decimal) -> None:
    assert adds_up(step(loan, growth=growth))


def test_steep_steps_let_the_balance_grow_and_say_so() -> None:
    schedule = step(terms(20_000_000, "0.12", 240), growth=Decimal("0.08"))

    assert "balance_grows" in schedule.flags
    assert schedule.highest_balance > schedule.opening


def test_a_step_of_nothing_is_the_level_plan() -> None:
    loan = terms(20_000_000, "0.06", 37)

    assert step(loan, growth=Decimal(0)) == equal_instalments(loan)


@pytest.mark.parametrize("growth", ["-1", "1.01"])
def test_a_step_off_the_ladder_is_refused(growth: str) -> None:
    with pytest.raises(TermsError):
        step(terms(100), growth=Decimal(growth))


def test_a_balloon_leaves_most_for_the_end() -> None:
    schedule = balloon(terms(30_000_000, "0.0395", 60), long_term=240)

    assert adds_up(schedule)
    assert schedule.last_payment > 130 * schedule.first_payment


def test_a_balloon_needs_a_longer_term_behind_it() -> None:
    with pytest.raises(TermsError):
        balloon(terms(100, months=12), long_term=11)


def test_a_short_first_period_costs_less_interest() -> None:
    loan = terms(12_000_000, "0.0545", 36)

    short, long = (odd_first_period(loan, paid_out=day) for day in (date(2026, 12, 16), date(2026, 11, 1)))

    assert short.first_payment < level_payment(loan) < long.first_payment
    assert adds_up(short)
    assert adds_up(long)


def test_an_odd_single_period_repays_everything() -> None:
    schedule = odd_first_period(terms(12_000_000, "0.0545", 1), paid_out=date(2026, 12, 16))

    assert (schedule.months, schedule.paid_off_on) == (1, FIRST_DUE)


@pytest.mark.parametrize("months", [1, 12, 13, 25, 240])
def test_step_payments_are_named_for_every_year_begun(months: int) -> None:
    plan, growth = terms(20_000_000, "0.06", months), Decimal("0.03")

    yearly, rows = step_payments(plan, growth=growth), step(plan, growth=growth).rows

    assert len(yearly) == (months + 11) // 12
    assert [row.payment for row in rows[:-1]] == [yearly[k // 12] for k in range(months - 1)]
    assert all(abs(100 * later - 103 * sooner) <= 102 for sooner, later in pairwise(yearly))


@pytest.mark.parametrize(("rate", "months"), [("0.0564", 360), ("3", 323), ("10", 600)])
def test_unrounded_balances_are_those_of_the_closed_form(rate: str, months: int) -> None:
    plan, growth = terms(10_000_000_000, rate, months, mode="analytic"), 1 + Fraction(rate) / 12
    level = plan.principal * (growth - 1) / (1 - growth**-months)

    for row in equal_instalments(plan).rows[-5:]:
        owed = level * (1 - growth ** (row.k - months)) / (growth - 1)
        assert abs(row.balance - owed) <= Fraction(1, 2)
