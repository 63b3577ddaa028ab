"""Day counts, leap days, ties."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import DayCount, interest_between, period, year_share

DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


def test_a_day_lent_and_repaid_at_once_bears_nothing() -> None:
    day = date(2026, 2, 28)

    assert {year_share(day, day, basis) for basis in get_args(DayCount)} == {0}


def test_whole_months_end_on_the_last_day_of_short_months() -> None:
    assert period(date(2024, 1, 31), date(2024, 2, 29)) == (29, 1, 0)
    assert period(date(2024, 1, 31), date(2024, 2, 28)) == (28, 0, 28)


@given(DAYS, st.integers(0, 3_000))
def test_months_and_odd_days_reach_the_end(start: date, days: int) -> None:
    span = period(start, start + timedelta(days=days))

    assert span.days == days
    assert 0 <= span.odd_days <= 31


@given(DAYS)
def test_a_calendar_year_is_a_whole_year_in_split_counting(start: date) -> None:
    first = date(start.year, 1, 1)

    assert year_share(first, date(start.year + 1, 1, 1), "act/act") == 1


def test_counts_differ_on_a_leap_day() -> None:
    start, end = date(2024, 2, 28), date(2024, 3, 1)

    shares = [year_share(start, end, basis) for basis in ("act/360", "act/365", "act/act")]

    assert shares == [Fraction(2, 360), Fraction(2, 365), Fraction(2, 366)]


def test_interest_is_rounded_once_half_up() -> None:
    # 82.00 yuan at 18.25% for 15 days is 0.615 yuan
    assert interest_between(8_200, Decimal("0.1825"), date(2025, 6, 1), date(2025, 6, 16), basis="act/365") == 62


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(TermsError):
        period(date(2026, 2, 2), date(2026, 2, 1))
