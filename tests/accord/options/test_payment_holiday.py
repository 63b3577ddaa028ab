"""A payment holiday."""

from decimal import Decimal

import pytest

from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_free_months_come_first_and_interest_is_not_lost() -> None:
    made = plan("payment_holiday", loan(), ask(holiday_months=3, months=18), ON)

    assert [row.payment for row in made.rows[:4]].count(0) == 3
    assert made.interest > plan("longer_term", loan(), ask(months=18), ON).interest


def test_a_card_keeps_five_years_all_in_all() -> None:
    made = plan("payment_holiday", card(), ask(holiday_months=6, months=60), ON)

    assert made.months == 60


def test_a_loan_gets_its_months_after_the_holiday() -> None:
    assert plan("payment_holiday", loan(), ask(holiday_months=6, months=18), ON).months == 24


def test_deferred_interest_is_called_part_of_the_request() -> None:
    with_interest = plan("payment_holiday", loan(), None, ON)
    without = plan("payment_holiday", loan(), ask(annual_rate=Decimal(0)), ON)

    assert with_interest.spoken_notes[0].startswith("暂缓期间的利息")
    assert without.spoken_notes == ()


@pytest.mark.parametrize(("free", "months", "instalments"), [(1, 60, 59), (12, 60, 48), (12, 3, 3), (3, 57, 57)])
def test_a_cards_instalments_after_the_pause_end_within_five_years(free: int, months: int, instalments: int) -> None:
    made = plan("payment_holiday", card(), ask(holiday_months=free, months=months), ON)

    assert [row.payment == 0 for row in made.rows] == [True] * free + [False] * instalments
    assert made.months <= 60
    assert sum(row.payment for row in made.rows) == made.owed


def test_a_longer_pause_never_costs_less() -> None:
    made = [plan("payment_holiday", loan(), ask(holiday_months=free, months=24), ON) for free in range(1, 13)]

    assert [one.interest for one in made] == sorted(one.interest for one in made)
    assert [one.highest_instalment for one in made] == sorted(one.highest_instalment for one in made)


def test_a_pause_of_more_than_a_year_or_none_is_held_and_said() -> None:
    long, none = (plan("payment_holiday", loan(), ask("payment_holiday", holiday_months=n), ON) for n in (24, 0))

    assert (long.asked.holiday_months, none.asked.holiday_months) == (12, 1)
    assert "12" in long.spoken_notes[0]
    assert "1" in none.spoken_notes[0]
