"""A pause, then instalments, charges waived."""

from decimal import Decimal

from accord.options.base import Fit
from accord.options.making import attempt, plan
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_three_free_months_then_fifty_seven_instalments_without_charges() -> None:
    made = plan("combined", card(), None, ON)

    assert made.months == 60
    assert [row.payment for row in made.rows[:3]] == [0, 0, 0]
    assert made.waived == 400_000 + 150_000 + 170_000
    assert made.restructured == 3_600_000
    assert made.rows[3].payment == 63_158


def test_part_of_the_charges_may_stay() -> None:
    made = plan("combined", card(), ask(waived_share=Decimal("0.5"), holiday_months=2, months=36), ON)

    assert made.waived == 360_000
    assert made.months == 38


def test_interest_of_the_free_months_is_spread_without_interest_on_it() -> None:
    made = plan("combined", loan(), ask(holiday_months=3, months=12), ON)

    assert made.interest > 0
    assert made.rows[-1].balance == 0
    assert made.spoken_notes


def test_what_consists_of_charges_alone_leaves_nothing() -> None:
    only_fees = card(principal="0.00", interest="0.00", penalty_interest="0.00", fees="100.00")

    assert isinstance(attempt("combined", only_fees, None, ON), Fit)
