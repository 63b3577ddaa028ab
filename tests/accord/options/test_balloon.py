"""Low instalments and a final sum."""

from decimal import Decimal

from accord.i18n import ENGLISH, speaking
from accord.options import Plan, attempt
from accord.options.base import Fit
from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_the_rest_comes_with_the_last_payment_and_is_named() -> None:
    made = plan("balloon", loan(), ask(instalment="500.00", months=24), ON)

    assert {row.payment for row in made.rows[:-1]} == {50_000}
    assert made.ends_in_one_sum
    assert made.rows[-1].balance == 0
    with speaking(ENGLISH):
        assert "The last payment is ¥" in made.spoken_notes[0]


def test_an_instalment_below_the_interest_says_which_would_do() -> None:
    refused = attempt("balloon", loan(), ask(instalment="100.00", months=24), ON)

    assert isinstance(refused, Fit)
    assert refused.needed is not None
    better = attempt("balloon", loan(), ask(instalment=str(Decimal(refused.needed) / 100), months=24), ON)
    assert isinstance(better, Plan)


def test_it_starts_with_the_instalment_of_the_longest_term() -> None:
    made = plan("balloon", loan(), None, ON)

    assert made.first_instalment < plan("longer_term", loan(), None, ON).first_instalment


def test_a_card_has_no_balloon() -> None:
    assert isinstance(attempt("balloon", card(), None, ON), Fit)


def test_an_instalment_that_pays_it_off_needs_no_final_sum() -> None:
    made = plan("balloon", loan(), ask(instalment="30800.00", months=3), ON)

    assert made.rows[0].payment == 3_080_000
    assert made.rows[-1].balance == 0
