"""Rates: published figures, properties, and flows that have none."""

from datetime import date
from decimal import Decimal

import numpy_financial as npf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import equal_instalments, from_nominal, irr, rates_of, simple_yearly_rate, xirr
from accord.loans.cost import NO_ROOT, ONE_WAY
from tests.accord.loans.ready import terms


@settings(max_examples=50)
@given(st.decimals("0.001", 2, places=3), st.integers(1, 120))
def test_a_loan_costs_its_own_rate(rate: Decimal, months: int) -> None:
    schedule = equal_instalments(terms(1_000_000_000, str(rate), months, mode="analytic"))

    found = rates_of(schedule)

    assert found.nominal is not None
    assert abs(found.nominal - rate) < Decimal("1e-6")


@settings(max_examples=50)
@given(st.lists(st.integers(1, 100_000), min_size=1, max_size=60), st.integers(1, 1_000_000))
def test_the_rate_discounts_flows_to_nothing(payments: list[int], lent: int) -> None:
    found = irr([-lent, *payments])

    assert found.per_period is not None
    assert abs(npf.npv(float(found.per_period), [-lent, *payments])) < 1e-6 * (lent + sum(payments))


@pytest.mark.parametrize("flows", [[], [0, 0], [-1], [100, 200], [-100, 0, -5]])
def test_flows_of_one_sign_have_no_rate_but_a_reason(flows: list[int]) -> None:
    assert irr(flows) == (None, None, None, ONE_WAY, False)


def test_money_lost_gives_a_negative_rate_without_a_nominal_one() -> None:
    found = irr([-1_000, 400, 400])

    assert found.nominal is None
    assert found.per_period is not None
    assert found.per_period < 0


def test_money_given_back_costs_nothing() -> None:
    assert irr([-1_000, 500, 500]) == (Decimal(0), Decimal(0), Decimal(0), None, False)


def test_several_roots_give_the_nearest_to_zero_and_a_flag() -> None:
    # roots at 10% and 20%
    found = irr([-100_000, 230_000, -132_000])

    assert found.several
    assert found.per_period == pytest.approx(Decimal("0.1"), abs=Decimal("1e-9"))


def test_flows_without_a_real_root_say_so() -> None:
    assert irr([-100, 100, -100]).reason == NO_ROOT


def test_dated_flows_need_no_order() -> None:
    flows = [(date(1995, 7, 1), 120_000), (date(1994, 1, 1), -100_000)]

    assert xirr(flows).rate == pytest.approx(Decimal("0.1296203771"), abs=Decimal("1e-9"))


def test_days_of_a_year_matter_for_short_loans() -> None:
    flows = [(date(2026, 1, 1), -25_000), (date(2026, 1, 29), 31_997)]

    published = xirr(flows, days_a_year=Decimal("365.25")).rate
    plain = xirr(flows).rate

    assert published == pytest.approx(Decimal("24.003"), abs=Decimal("1e-3"))
    assert plain is not None
    assert plain < Decimal("23.99")


def test_no_dated_flows_have_no_rate() -> None:
    assert xirr([]).reason == ONE_WAY


def test_simple_rate_divides_costs_by_principal_in_use() -> None:
    schedule = equal_instalments(terms(1_000_000, "0.12", 12))

    assert simple_yearly_rate(schedule) == pytest.approx(Decimal("0.12"), abs=Decimal("0.00001"))


def test_compounding_only_adds() -> None:
    found = from_nominal(Decimal("0.1825"), periods_per_year=12)

    assert found.nominal == Decimal("0.1825")
    assert found.effective is not None
    assert found.effective > Decimal("0.1825")


def test_a_year_has_periods() -> None:
    with pytest.raises(TermsError):
        from_nominal(Decimal("0.1"), periods_per_year=0)


@pytest.mark.parametrize(("gain", "loss"), [("0.5", "-0.4"), ("0.3", "-0.35"), ("2", "-0.9")])
def test_nearest_to_zero_is_meant_of_the_rate_itself(gain: str, loss: str) -> None:
    one, other = 1 + Decimal(gain), 1 + Decimal(loss)

    found = irr([-10_000_000, float(10_000_000 * (one + other)), float(-10_000_000 * one * other)])

    assert found.per_period == pytest.approx(min(Decimal(gain), Decimal(loss), key=abs), abs=Decimal("1e-9"))
    assert found.several


def test_rates_beyond_all_measure_are_still_figures() -> None:
    found = irr([-1, 10**18])

    assert found.per_period == pytest.approx(Decimal(10**18), rel=Decimal("1e-9"))
    assert found.effective is None
