"""Pay only the minimum."""

from decimal import Decimal

import pytest

from accord.options.making import plan
from accord.options.minimum_payment import FLOOR, OPTION
from tests.accord.options.invented_debts import ON, ask, card


def test_the_first_minimum_is_a_tenth_and_the_interest() -> None:
    made = plan("minimum_payment", card(annual_rate="0.12"), None, ON)

    assert made.first_instalment == 432_000 + 43_200


def test_payments_fall_to_the_floor_and_end() -> None:
    made = plan("minimum_payment", card(), None, ON)
    payments = [row.payment for row in made.rows]

    assert payments == sorted(payments, reverse=True)
    assert min(payments[:-1]) >= FLOOR
    assert made.rows[-1].balance == 0


def test_the_usual_card_rate_is_named_as_an_assumption() -> None:
    made = plan("minimum_payment", card(annual_rate=None), None, ON)

    assert "18.25%" in made.spoken_notes[1]
    assert "以合约为准" in made.spoken_notes[1]


def test_even_at_the_highest_rate_the_balance_falls() -> None:
    made = plan("minimum_payment", card(annual_rate="10"), None, ON)
    balances = [row.balance for row in made.rows]

    assert balances == sorted(balances, reverse=True)


def test_there_is_nothing_to_choose() -> None:
    assert OPTION.parameters(card(), ON) == ()


def test_the_way_out_is_longer_and_dearer_than_three_even_years() -> None:
    minimum = plan("minimum_payment", card(), None, ON)
    even = plan("personalised_instalment", card(), ask(months=36, annual_rate=Decimal("0.1825")), ON)

    assert minimum.months > even.months
    assert minimum.first_instalment > even.first_instalment > minimum.last_instalment


@pytest.mark.parametrize("owed", ["0.01", "99.99", "100.00", "100.01"])
def test_a_last_small_balance_is_paid_at_once(owed: str) -> None:
    debt = card(principal=owed, interest=None, penalty_interest=None, fees=None, annual_rate="0")
    made = plan("minimum_payment", debt, None, ON)

    assert made.total_paid == made.owed
    assert made.months <= 2
