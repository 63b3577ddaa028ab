"""Settlement in one sum."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.options.base import Fit
from accord.options.making import attempt, plan
from accord.options.settlement import OPTION
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_it_starts_at_the_principal() -> None:
    made = plan("settlement", card(), None, ON)

    assert made.total_paid == 3_600_000
    assert made.waived == 720_000
    assert made.months == 1


def test_it_is_paid_on_the_day_asked_for() -> None:
    made = plan("settlement", card(), ask(first_due=date(2027, 1, 15)), ON)

    assert made.paid_off_on == date(2027, 1, 15)


def test_writing_comes_before_paying() -> None:
    assert plan("settlement", card(), None, ON).spoken_notes == (
        "银行书面确认还这笔钱就结清之后再付款，而且只还到贷款或信用卡账户里。",
    )


def test_a_sum_that_waives_nothing_says_so() -> None:
    made = plan("settlement", loan(interest=None), None, ON)

    assert made.waived == 0
    assert made.spoken_notes[0] == "按这个金额没有减免，等于全额还清。"


def test_nothing_offered_is_refused() -> None:
    made = attempt(
        "settlement",
        card(principal="0", interest="10", penalty_interest=None, fees=None),
        ask(settlement=Decimal(0)),
        ON,
    )

    assert isinstance(made, Fit)
    assert made.reason == "请填写您能一次拿出的金额。"


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 100_000_00))
def test_what_is_not_paid_is_waived_to_the_fen(fen: int) -> None:
    made = plan("settlement", card(), ask(settlement=Decimal(fen).scaleb(-2)), ON)

    assert made.total_paid + made.waived == made.owed
    assert made.waived >= 0
    assert (made.interest, made.fees) == (0, 0)


def test_more_than_is_owed_is_counted_as_all_of_it_and_said() -> None:
    made = plan("settlement", card(), ask("settlement", settlement=Decimal("43200.01")), ON)

    assert (made.total_paid, made.waived) == (4_320_000, 0)
    assert "¥43,200.00" in made.spoken_notes[0]
    assert "没有减免" in made.spoken_notes[1]


def test_the_slider_begins_at_a_twentieth_and_ends_at_everything() -> None:
    (slider,) = OPTION.parameters(card(), ON)

    assert (slider.low, slider.default, slider.high) == (Decimal(2_160), Decimal(36_000), Decimal(43_200))
    assert plan("settlement", card(), ask(settlement=Decimal(1)), ON).total_paid == 216_000


@pytest.mark.parametrize("fen", ["0.01", "0.99", "19.99", "20.00"])
def test_even_the_smallest_debt_can_be_settled(fen: str) -> None:
    made = plan("settlement", loan(principal=fen, interest=None), None, ON)

    assert made.total_paid == made.owed
    assert [row.balance for row in made.rows] == [0]


def test_without_a_day_it_falls_due_a_month_later_at_the_months_end() -> None:
    made = plan("settlement", card(), None, date(2027, 1, 31))

    assert [row.due for row in made.rows] == [date(2027, 2, 28)]
    assert made.first_instalment == made.last_instalment == made.highest_instalment


def test_a_term_a_rate_and_a_sum_at_once_mean_nothing_here() -> None:
    crowded = ask("settlement", months=36, annual_rate=Decimal("0.1"), down_payment=Decimal(500))

    assert plan("settlement", card(), crowded, ON).schedule == plan("settlement", card(), None, ON).schedule
