"""Schedules against programs of others: amortization to the fen, QuantLib to what floats allow."""

from decimal import Decimal

import pytest
from amortization.schedule import amortization_schedule
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from accord.loans import equal_instalments
from tests.accord.loans.ready import terms


@settings(max_examples=50, deadline=None)
@given(st.integers(10_000, 100_000_000), st.integers(1, 3_600), st.integers(2, 120))
def test_rows_agree_with_amortization_to_the_fen(principal: int, rate: int, months: int) -> None:
    ours = equal_instalments(terms(principal, str(Decimal(rate) / 10_000), months)).rows
    assume(min(row.principal for row in ours) > 0)

    theirs = list(amortization_schedule(principal / 100, rate / 10_000, months))

    # It rounds floats, so a tie may fall the other way; a fen a month is all that can grow out of one.
    assert all(abs(row.balance - round(peer.balance * 100)) <= months for row, peer in zip(ours, theirs, strict=True))
    same = sum(row.interest == round(peer.interest * 100) for row, peer in zip(ours, theirs, strict=True))
    assert same >= 0.9 * months


def test_a_tie_that_floats_lose_is_rounded_up_here() -> None:
    # 41.00 yuan at 18% a year bears 0.615 a month.
    ours = equal_instalments(terms(4_100, "0.18", 12)).rows[0]

    assert ours.interest == 62
    assert next(amortization_schedule(41.0, 0.18, 12)).interest == pytest.approx(0.61)
