"""What plans are worth."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.bank import BankView, plan_value
from accord.bank.view import discount_factor
from accord.errors import TermsError

SURE = BankView(annual_discount=0, break_hazard=0, servicing_cost=0)
PAYMENTS = [144_001] * 59 + [143_978]
BALANCES = [8_640_037 - 144_001 * k for k in range(60)]


def test_a_sure_plan_without_discount_is_worth_what_is_paid() -> None:
    assert plan_value(PAYMENTS, BALANCES, SURE, first_payment=5) == 8_640_037 + 5


def test_a_plan_that_breaks_at_once_is_worth_its_recovery() -> None:
    assert plan_value([100], [1_000], replace(SURE, break_hazard=1, recovery=0.15)) == pytest.approx(150)


@pytest.mark.parametrize(("hazard", "per_yuan"), [(0, 0.92), (0.01, 0.73), (0.02, 0.60), (0.04, 0.44)])
def test_five_years_without_interest_are_worth_what_the_table_says(hazard: float, per_yuan: float) -> None:
    value = plan_value(PAYMENTS, BALANCES, BankView(break_hazard=hazard))

    assert value / 8_640_037 == pytest.approx(per_yuan, abs=0.005)


@given(st.floats(0, 0.5), st.floats(0, 0.5))
def test_a_likelier_break_never_helps_the_bank(hazard: float, more: float) -> None:
    steady, shaky = (plan_value(PAYMENTS, BALANCES, replace(SURE, break_hazard=h)) for h in (hazard, hazard + more))

    assert shaky <= steady + 1e-6


def test_a_year_of_waiting_costs_the_yearly_rate() -> None:
    assert discount_factor(0.25, 12) == pytest.approx(0.8)
    assert discount_factor(0.25, 0) == 1


@pytest.mark.parametrize("field", ["break_hazard", "recovery", "annual_discount", "lag_months"])
def test_assumptions_out_of_bounds_name_their_field(field: str) -> None:
    with pytest.raises(TermsError) as caught:
        replace(SURE, **{field: -1})

    assert caught.value.field == field
