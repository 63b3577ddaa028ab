"""A payment holiday."""

from decimal import Decimal

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
