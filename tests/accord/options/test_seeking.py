"""Goal seek."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.options.base import CARDS
from accord.options.catalogue import OPTIONS
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


@pytest.mark.parametrize("way", [way.id for way in OPTIONS if way.kinds != CARDS])
def test_the_term_found_for_any_way_keeps_to_the_payment(way: str) -> None:
    for most in (60_000, 120_000, 200_000, 4_000_000):
        found = months_for(way, loan(), None, ON, at_most=most)

        assert found is None or found.highest_instalment <= most
    assert found is not None  # everything at once is always enough


def test_a_larger_payment_never_needs_more_months_nor_more_waiver() -> None:
    payments = [100_000, 105_000, 110_000, 120_000]
    terms = [months_for("personalised_instalment", card(), None, ON, at_most=most) for most in payments]
    waivers = [waiver_for(card(), ask(months=36), ON, at_most=most) for most in payments]

    assert [made.months for made in terms if made] == sorted((made.months for made in terms if made), reverse=True)
    assert [made.waived for made in waivers if made] == sorted((m.waived for m in waivers if m), reverse=True)
    assert all((*terms, *waivers))
