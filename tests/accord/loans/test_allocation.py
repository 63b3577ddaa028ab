"""Counting payments: no fen is lost, and the order is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.knowledge.rules import figure
from accord.loans import CARD_INTEREST_FIRST, LOAN, allocate, card_order

AMOUNTS = st.integers(0, 10_000_000)


@given(AMOUNTS, st.dictionaries(st.sampled_from(LOAN), AMOUNTS, min_size=1))
def test_no_fen_is_lost_in_counting(payment: int, owed: dict[str, int]) -> None:
    found = allocate(payment, owed, order=LOAN)

    assert sum(found.applied.values()) + found.unapplied == payment
    assert all(found.applied[part] + found.remaining[part] == owed[part] for part in owed)
    assert min(found.remaining.values()) >= 0


def test_a_later_part_gets_nothing_before_the_earlier_is_paid() -> None:
    found = allocate(100, {"principal": 500, "fees": 60, "interest": 70}, order=CARD_INTEREST_FIRST)

    assert found.applied == {"fees": 60, "interest": 40, "principal": 0}


def test_a_card_counts_principal_first_from_the_ninety_first_day() -> None:
    last = int(figure("credit_card.payment_order", date(2026, 11, 23)))

    assert last == 90
    assert card_order(90, interest_first_until=last)[0] == "fees"
    assert card_order(91, interest_first_until=last)[0] == "principal"


def test_a_part_without_a_place_is_refused() -> None:
    with pytest.raises(TermsError):
        allocate(100, {"insurance": 1}, order=LOAN)


def test_amounts_below_zero_are_refused() -> None:
    with pytest.raises(TermsError):
        allocate(-1, {"fees": 1}, order=LOAN)
