"""Payment holidays in every treatment."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import Ending, Holiday, Terms, Treatment, equal_instalments, with_holiday
from tests.accord.loans.ready import ANY_TERMS, adds_up, terms

TREATMENTS: tuple[Treatment, ...] = get_args(Treatment)
ENDINGS: tuple[Ending, ...] = get_args(Ending)


@settings(max_examples=100)
@given(ANY_TERMS, st.integers(1, 12), st.integers(0, 60), st.sampled_from(TREATMENTS))
def test_every_holiday_repays_exactly_what_is_owed(loan: Terms, months: int, after: int, treatment: Treatment) -> None:
    holiday = Holiday(months=months, after=min(after, loan.months - 1), treatment=treatment)

    plan = with_holiday(loan, holiday)

    assert adds_up(plan.schedule)
    assert plan.schedule.months == loan.months + months
    assert min(row.balance for row in plan.schedule.rows) >= 0


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_nothing_but_interest_is_paid_during_a_holiday(treatment: Treatment) -> None:
    plan = with_holiday(terms(12_000_000, "0.072", 36), Holiday(months=6, after=3, treatment=treatment))

    free = plan.schedule.rows[3:9]
    assert {row.payment for row in free} == ({row.interest for row in free} if treatment == "interest_paid" else {0})


def test_treatments_differ_in_cost_in_the_order_one_expects() -> None:
    costs = {
        treatment: with_holiday(
            terms(12_000_000, "0.072", 36), Holiday(months=6, treatment=treatment, ending="same_end_date")
        ).schedule.total_interest
        for treatment in TREATMENTS
    }

    assert costs["waive"] < costs["accrue_defer"] < costs["accrue_then_capitalise"] < costs["capitalise_monthly"]


def test_interest_added_once_joins_the_balance_in_the_last_free_month() -> None:
    plan = with_holiday(terms(12_000_000, "0.072", 36), Holiday(months=6, treatment="accrue_then_capitalise"))

    assert [row.balance for row in plan.schedule.rows[:6]] == [12_000_000] * 5 + [12_432_000]
    assert "balance_grows" in plan.schedule.flags


def test_deferred_interest_is_paid_to_the_last_fen() -> None:
    plan = with_holiday(terms(12_345_678, "0.0799", 36), Holiday(months=5, treatment="accrue_defer"))

    later = equal_instalments(terms(12_345_678, "0.0799", 36))
    assert plan.schedule.total_interest == later.total_interest + plan.deferred_interest


@pytest.mark.parametrize(("months", "after", "ending"), [(36, 0, "same_end_date"), (1, 36, "extend_by_holiday")])
def test_a_holiday_must_leave_months_to_pay_in(months: int, after: int, ending: Ending) -> None:
    with pytest.raises(TermsError):
        with_holiday(terms(100_000, months=36), Holiday(months=months, after=after, treatment="waive", ending=ending))
