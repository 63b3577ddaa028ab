"""A small sum a month for now."""

from decimal import Decimal

from accord.i18n import ENGLISH, speaking
from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_six_small_sums_and_what_is_left_stands_after_them() -> None:
    made = plan("token_payment", card(), ask(annual_rate=Decimal(0)), ON)

    assert [row.payment for row in made.rows[:-1]] == [10_000] * 6
    assert made.last_instalment == made.owed - 60_000
    with speaking(ENGLISH):
        assert "is still owed" in made.spoken_notes[0]


def test_a_sum_below_the_interest_says_that_the_debt_grows_and_what_would_stop_it() -> None:
    made = plan("token_payment", loan(), ask(instalment="50.00"), ON)
    enough = plan("token_payment", loan(), ask(instalment=str(Decimal(made.rows[0].interest) / 100)), ON)

    assert made.rows[0].balance > made.owed
    assert len(made.spoken_notes) == len(enough.spoken_notes) + 1
    assert enough.rows[0].balance == enough.owed


def test_it_is_never_more_than_is_owed() -> None:
    made = plan("token_payment", loan(principal="20.00", interest="0.00"), None, ON)

    assert made.rows[0].payment <= 2_100
    assert made.rows[-1].balance == 0
