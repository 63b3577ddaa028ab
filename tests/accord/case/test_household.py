"""Who lives from the same money, what comes in, what goes out, what is owned."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from accord.case import FLEXIBLE, Asset, Household, Income, Period, Person, Spending, SpendingKind


def test_a_household_has_at_least_one_person() -> None:
    assert Household(adults=0).people == 1
    assert Household(adults=2, children_under_6=1, children_6_to_17=1, elderly=1).people == 5


@pytest.mark.parametrize("adults", [-1, 51])
def test_a_household_has_bounds(adults: int) -> None:
    with pytest.raises(ValidationError):
        Household(adults=adults)


def test_fixed_spending_stands_before_what_can_bend() -> None:
    bends = [kind in FLEXIBLE for kind in SpendingKind]

    assert bends == sorted(bends)
    assert SpendingKind.HOUSING not in FLEXIBLE
    assert SpendingKind.FOOD in FLEXIBLE


def test_rows_begin_monthly_and_unknown() -> None:
    income, spending, asset = Income(id="income-1"), Spending(id="spending-1"), Asset(id="asset-1")

    assert (income.period, spending.period) == (Period.MONTHLY, Period.MONTHLY)
    assert income.amount is spending.amount is asset.value is None


def test_nothing_about_a_person_is_required() -> None:
    assert Person().model_dump(exclude_defaults=True) == {}
