"""The level payment and its months: against a plain loop in fractions, at ties, and past the end."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.loans.level import Monthly, Months, interest_on, level_months, level_of

RATES = st.builds(Monthly, st.integers(0, 3_000), st.integers(1_000, 120_000))


def _half_up(amount: Fraction) -> int:
    return floor(amount + Fraction(1, 2))


def _by_hand(balance: int, planned: int, months: int, rate: Monthly) -> Months:
    found = Months([], [], [])
    for _ in range(months):
        interest = _half_up(Fraction(balance) * rate.numerator / rate.denominator)
        principal = min(planned - interest, balance)
        balance -= principal
        for column, value in zip(found, (interest, principal, balance), strict=True):
            column.append(value)
    return found


@settings(max_examples=100)
@given(st.integers(1, 10**11), st.integers(0, 10**9), st.integers(0, 80), RATES)
def test_months_are_those_of_a_plain_loop(balance: int, planned: int, months: int, rate: Monthly) -> None:
    assert level_months(balance, planned, months, rate) == _by_hand(balance, planned, months, rate)


@settings(max_examples=100)
@given(st.integers(1, 10**11), st.integers(1, 120), RATES)
def test_the_level_payment_is_the_exact_one_rounded_half_up(balance: int, months: int, rate: Monthly) -> None:
    part = Fraction(*rate)
    exact = balance * part / (1 - (1 + part) ** -months) if part else Fraction(balance, months)

    assert level_of(balance, months, *rate) == _half_up(exact)


@pytest.mark.parametrize("odd", range(1, 400, 6))
def test_a_half_fen_of_interest_always_goes_up(odd: int) -> None:
    # An odd balance at a rate of one half a month bears half a fen more than a whole number of them.
    rate = Monthly(1, 2)

    assert interest_on(odd, rate) == (odd + 1) // 2
    assert level_months(odd, 0, 1, rate).balance == [odd + (odd + 1) // 2]


def test_a_level_payment_at_a_tie_goes_up() -> None:
    assert level_of(5, 2, 0, 1) == 3
    assert level_of(3, 1, 1, 2) == 5  # 4.5 with its interest


def test_a_payment_below_the_interest_lets_the_balance_grow() -> None:
    assert level_months(1_000, 5, 2, Monthly(1, 100)).balance == [1_005, 1_010]


def test_what_is_paid_off_stays_paid_off() -> None:
    found = level_months(100, 60, 4, Monthly(0, 1))

    assert (found.principal, found.balance) == ([60, 40, 0, 0], [40, 0, 0, 0])
    assert level_months(100, 60, 0, Monthly(0, 1)) == Months([], [], [])
