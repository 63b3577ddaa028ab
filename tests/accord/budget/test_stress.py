"""Futures: agreement with a plain month loop, closed forms, and statistics that hold for any seed."""

from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.budget.stress import (
    Household,
    Run,
    Stress,
    capped_survival,
    known_survival,
    largest_payments,
    surpluses,
    survival,
    wilson,
)
from accord.errors import TermsError

HOME = Household(income=8_000, expenses=5_200, buffer=6_000)
CALM = Stress(job_loss=0, income_spread=0, spending_spread=0, shock=0)
SMALL = Run(months=24, paths=500, seed=7)


def test_a_calm_life_keeps_up_exactly_what_is_left() -> None:
    futures = survival(HOME, CALM, Run(months=10, paths=5))

    assert futures.at(2_800 + 600, months=10).share == 1
    assert futures.at(2_800 + 600.01, months=10).share == 0


@settings(max_examples=20)
@given(st.floats(0, 4_000), st.integers(1, 24))
def test_look_up_agrees_with_a_plain_month_loop(payment: float, months: int) -> None:
    futures = survival(HOME, Stress(), SMALL)

    drawn = np.array(list(surpluses(HOME, Stress(), SMALL)))[:months]
    kept = [all(HOME.buffer + np.cumsum(path - payment) >= -1e-9) for path in drawn.T]
    assert futures.at(payment, months=months).share == pytest.approx(np.mean(kept), abs=0.0021)


def test_job_loss_without_savings_follows_the_closed_form() -> None:
    stress = replace(CALM, job_loss=0.02, new_job=0, benefit=0)
    home = Household(income=6_000, expenses=4_000)

    shares = capped_survival(home, stress, Run(months=36, seed=3), payment=1_500, most_kept=0)

    for months, found in enumerate(shares, 1):
        exact = 0.98**months
        assert abs(found.share - exact) < 4 * (exact * (1 - exact) / 10_000) ** 0.5 + 1e-9


def test_savings_that_are_kept_carry_further_than_savings_spent() -> None:
    kept = survival(HOME, Stress(), SMALL).at(1_400, months=24).share
    spent = capped_survival(HOME, Stress(), SMALL, payment=1_400, most_kept=6_000)[-1].share

    assert spent < kept


def test_an_ordinary_household_fares_as_expected() -> None:
    run = Run(paths=10_000, seed=1)

    with_buffer, without = survival(HOME, Stress(), run), survival(replace(HOME, buffer=0), Stress(), run)

    shares = [with_buffer.at(1_400, months=months).share for months in (12, 36, 60)]
    assert shares == pytest.approx([0.91, 0.815, 0.76], abs=0.02)
    assert without.at(1_400, months=60).share == pytest.approx(0.60, abs=0.03)


def test_a_large_bill_a_little_more_often_gives_the_earlier_estimates() -> None:
    more_bills, run = Stress(shock=0.06), Run(paths=40_000, seed=1)

    drawn = [survival(replace(HOME, buffer=buffer), more_bills, run) for buffer in (6_000, 0)]

    shares = [[found.at(1_400, months=months).share for months in (12, 36, 60)] for found in drawn]
    assert np.array(shares) == pytest.approx(np.array([[0.91, 0.81, 0.76], [0.72, 0.64, 0.59]]), abs=0.012)


def test_paying_more_or_longer_never_raises_survival() -> None:
    futures = survival(HOME, Stress(), SMALL)
    payments = np.linspace(0, 4_000, 50)

    surface = np.array([futures.shares(payments, months=months) for months in range(1, 25)])

    assert (np.diff(surface, axis=0) <= 0).all()
    assert (np.diff(surface, axis=1) <= 0).all()


@settings(max_examples=20)
@given(st.floats(0, 20_000), st.floats(0, 20_000), st.floats(0, 3_000))
def test_more_put_by_never_lowers_survival(buffer: float, more: float, payment: float) -> None:
    less, richer = (survival(replace(HOME, buffer=kept), Stress(), SMALL) for kept in (buffer, buffer + more))

    assert richer.at(payment, months=24).share >= less.at(payment, months=24).share


@settings(max_examples=30)
@given(st.integers(3_000, 9_000), st.integers(3_000, 9_000), st.integers(0, 9_000), st.integers(0, 4_000))
def test_without_chance_the_answer_is_the_plain_sum(income: int, expenses: int, buffer: int, payment: int) -> None:
    futures = survival(Household(income=income, expenses=expenses, buffer=buffer), CALM, Run(months=12, paths=2))

    kept = all(buffer + k * (income - expenses - payment) >= 0 for k in range(1, 13))
    assert futures.of_payments([payment] * 12).share == float(kept)


def test_level_payments_are_looked_up_and_counted_alike() -> None:
    futures = survival(HOME, Stress(), SMALL)

    for payment in (800.0, 1_400.0, 2_000.0):
        assert futures.of_payments([payment] * 24).share == pytest.approx(futures.at(payment, months=24).share)


def test_what_is_fixed_does_not_swing() -> None:
    spent, fixed = (
        survival(Household(income=8_000, expenses=part, fixed=5_200 - part), replace(CALM, spending_spread=0.2), SMALL)
        for part in (5_200, 0)
    )

    assert fixed.at(2_800, months=24).share == 1
    assert spent.at(2_800, months=24).share < 1


def test_swings_leave_the_average_where_it_is() -> None:
    stress = replace(CALM, income_spread=0.35, spending_spread=0.2)

    drawn = np.array(list(surpluses(HOME, stress, Run(months=12, paths=20_000, seed=5))))

    assert drawn.mean() == pytest.approx(2_800, abs=35)


def test_the_same_household_is_drawn_once() -> None:
    assert known_survival(HOME, CALM, SMALL) is known_survival(HOME, CALM, SMALL)


def test_the_payment_for_a_share_is_the_largest_with_it() -> None:
    futures = survival(HOME, Stress(), SMALL)

    payment = futures.payment_for(0.8, months=24)

    assert futures.at(payment, months=24).share >= 0.8
    assert futures.at(payment + 0.01, months=24).share < 0.8


def test_the_same_seed_draws_the_same_futures() -> None:
    one, same, other = (survival(HOME, Stress(), replace(SMALL, seed=seed)) for seed in (1, 1, 2))

    assert (one.sustainable == same.sustainable).all()
    assert (one.sustainable != other.sustainable).any()


def test_a_household_may_fail_at_no_payment_at_all() -> None:
    assert largest_payments([[100, -250, 50]], behind=100) == pytest.approx([-25])


def test_benefits_end_with_their_months() -> None:
    stress = replace(CALM, job_loss=1, new_job=0, benefit=0.5, benefit_months=2)

    drawn = [float(month[0]) for month in surpluses(HOME, stress, Run(months=3, paths=1))]

    assert drawn == [-1_200, -1_200, -5_200]


def test_a_found_job_pays_less() -> None:
    stress = replace(CALM, job_loss=1, new_job=1, benefit=0, scar=0.9)

    drawn = [float(month[0]) for month in surpluses(HOME, stress, Run(months=3, paths=1))]

    assert drawn == [-5_200, 2_000, -5_200]


def test_the_season_begins_with_the_first_month() -> None:
    stress = replace(CALM, season=(2.0, *(1.0,) * 11))

    drawn = [float(month[0]) for month in surpluses(HOME, stress, Run(months=13, paths=1))]

    assert (drawn[0], drawn[1], drawn[12]) == (10_800, 2_800, 10_800)


def test_the_interval_holds_the_share_and_stays_between_nothing_and_all() -> None:
    assert wilson(0, 100).low == pytest.approx(0)
    assert wilson(100, 100).high == pytest.approx(1)
    assert wilson(8_000, 10_000) == pytest.approx((0.8, 0.792, 0.808), abs=0.0005)


@pytest.mark.parametrize("field", ["job_loss", "new_job", "benefit", "scar", "shock", "other_break"])
def test_a_chance_is_at_most_certain(field: str) -> None:
    with pytest.raises(TermsError):
        replace(CALM, **cast("dict[str, Any]", {field: 1.01}))


@pytest.mark.parametrize("months", [0, 25])
def test_months_beyond_the_run_are_refused_by_name(months: int) -> None:
    futures = survival(HOME, CALM, SMALL)

    with pytest.raises(TermsError) as refused:
        futures.at(1, months=months)
    assert refused.value.field == "months"
    with pytest.raises(TermsError):
        futures.of_payments([1.0] * months)


def test_a_swing_below_nothing_and_a_short_year_are_refused() -> None:
    with pytest.raises(TermsError) as refused:
        replace(CALM, income_spread=-0.1)
    assert refused.value.field == "income_spread"
    with pytest.raises(TermsError) as short:
        replace(CALM, season=(1.0,))
    assert short.value.field == "season"


@pytest.mark.parametrize(("months", "paths"), [(0, 1), (601, 1), (1, 0), (1, 100_001)])
def test_a_run_is_neither_empty_nor_endless(months: int, paths: int) -> None:
    with pytest.raises(TermsError):
        Run(months=months, paths=paths)
