"""Goal seek."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.options.making import plan
from accord.options.seeking import months_for, waiver_for
from tests.accord.options.invented_debts import ON, ask, card, loan


@settings(max_examples=40, deadline=None)
@given(st.integers(72_100, 1_000_000))
def test_the_term_found_fits_and_a_shorter_one_does_not(most: int) -> None:
    found = months_for("personalised_instalment", card(), None, ON, at_most=most)

    assert found is not None
    assert found.highest_instalment <= most
    if found.months > 3:
        shorter = plan("personalised_instalment", card(), ask(months=found.months - 1), ON)
        assert shorter.usual_instalment >= most - 100


def test_an_impossible_payment_finds_no_term() -> None:
    assert months_for("personalised_instalment", card(), None, ON, at_most=71_900) is None


def test_an_option_without_a_term_is_tried_as_it_is() -> None:
    found = months_for("keep_paying", loan(), None, ON, at_most=190_000)

    assert found is not None
    assert months_for("keep_paying", loan(), None, ON, at_most=189_999) is None


def test_an_option_that_does_not_fit_finds_nothing() -> None:
    assert months_for("longer_term", card(), None, ON, at_most=10**9) is None


def test_the_smallest_waiver_that_works_is_found() -> None:
    found = waiver_for(card(), ask(months=36), ON, at_most=110_000)

    assert found is not None
    assert found.asked.waived_share == Decimal("0.5")
    assert found.highest_instalment == 110_000


def test_no_waiver_is_asked_for_when_none_is_needed() -> None:
    found = waiver_for(card(), ask(months=60), ON, at_most=72_000)

    assert found is not None
    assert found.waived == 0


def test_no_waiver_can_make_every_payment_work() -> None:
    assert waiver_for(card(), ask(months=36), ON, at_most=99_999) is None
    assert waiver_for(loan(interest=None), None, ON, at_most=10**9) is None
