"""Which debt first: the known example, rolling over, and races that never end."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.budget.payoff_order import Owed, Race, pay_off
from accord.errors import TermsError

CARD = Owed("card", 2_000_000, Decimal("0.1825"), 100_000)
LOAN = Owed("loan", 600_000, Decimal("0.0545"), 30_000)
ONLINE = Owed("online", 1_500_000, Decimal("0.24"), 75_000)
ALL = (CARD, LOAN, ONLINE)


def test_the_highest_rate_first_costs_less_than_the_smallest_debt_first() -> None:
    avalanche, snowball = (pay_off(ALL, budget=350_000, aim=aim) for aim in ("avalanche", "snowball"))

    assert avalanche.order == ("online", "card", "loan")
    assert snowball.order == ("loan", "online", "card")
    assert avalanche.total_interest == 418_705
    assert snowball.total_interest == 485_486


def test_a_budget_below_the_interest_may_still_win() -> None:
    debts = [Owed("card", 5_000_000, Decimal("0.1825")), Owed("loan", 3_000_000, Decimal("0.12"))]

    assert pay_off(debts, budget=100_000, aim="avalanche").months == 243
    assert pay_off(debts, budget=100_000, aim="snowball") == Race("never", None, None, ("loan",), 118_500)


def test_what_is_left_rolls_over_within_the_month() -> None:
    debts = [Owed("a", 100, Decimal(0)), Owed("b", 200, Decimal(0))]

    assert pay_off(debts, budget=300, aim="snowball") == Race("paid", 1, 0, ("a", "b"))


@settings(max_examples=50)
@given(st.lists(st.integers(1, 500_000), min_size=1, max_size=4), st.integers(20_000, 900_000))
def test_interest_free_debts_take_just_as_long_as_the_sum(balances: list[int], budget: int) -> None:
    debts = [Owed(str(i), balance, Decimal(0)) for i, balance in enumerate(balances)]

    race = pay_off(debts, budget=budget, aim="avalanche")

    assert (race.months, race.total_interest) == (-(-sum(balances) // budget), 0)
    assert len(race.order) == len(debts)


def test_minimums_never_spend_more_than_the_budget() -> None:
    assert pay_off(ALL, budget=90_000, aim="avalanche").months != 1


@pytest.mark.parametrize(("debts", "budget"), [(ALL, 0), ((Owed("paid", 0, Decimal(0)),), 100)])
def test_a_race_needs_a_budget_and_debts(debts: tuple[Owed, ...], budget: int) -> None:
    with pytest.raises(TermsError):
        pay_off(debts, budget=budget, aim="avalanche")


def test_never_is_answered_with_the_budget_that_would() -> None:
    debts = [Owed("a", 1_000_000, Decimal("0.24")), Owed("b", 500_000, Decimal("0.18"))]

    race = pay_off(debts, budget=20_000, aim="avalanche")

    assert race.status == "never"
    assert race.needed is not None
    assert pay_off(debts, budget=race.needed, aim="avalanche").status == "paid"
    assert pay_off(debts, budget=race.needed - 100, aim="avalanche").status == "never"
