"""The month's arithmetic and fair shares."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.budget.affordability import (
    Budget,
    Every,
    debt_ratios,
    monthly,
    monthly_surplus,
    pro_rata,
    weekly_to_monthly,
)
from accord.errors import TermsError

TENTH = Decimal("0.10")
AMOUNTS = st.integers(0, 10_000_000)


def test_a_week_is_a_twelfth_of_fifty_two() -> None:
    assert [weekly_to_monthly(weekly) for weekly in (5_500, 7_500)] == [23_833, 32_500]


PERIODS: tuple[tuple[Every, int], ...] = (("month", 30_000), ("quarter", 10_000), ("year", 2_500))


@pytest.mark.parametrize(("every", "share"), PERIODS)
def test_other_periods_turn_into_a_month_exactly(every: Every, share: int) -> None:
    assert monthly(30_000, every) == share


def test_the_living_floor_is_kept_even_when_less_is_spent() -> None:
    budget = Budget(income=850_000, essentials=300_000, living_floor=400_000)

    assert monthly_surplus(budget, reserve=TENTH).available == 405_000


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_there_is_either_something_left_or_something_missing(income: int, spent: int, first: int) -> None:
    found = monthly_surplus(Budget(income, spent, 0, first), reserve=Decimal(0))

    assert min(found) == 0
    assert found.available - found.shortfall == income - spent - first


@pytest.mark.parametrize("reserve", ["-0.1", "1.1"])
def test_a_reserve_is_a_part(reserve: str) -> None:
    with pytest.raises(TermsError):
        monthly_surplus(Budget(1, 1), reserve=Decimal(reserve))


def test_ratio_limits_are_inclusive_and_no_income_has_no_ratio() -> None:
    limits = {"total": Decimal("0.55"), "housing": Decimal("0.50")}

    at, over, none = (
        debt_ratios(debt_payments=paid, housing_payments=500_000, income=income)
        for paid, income in ((550_000, 1_000_000), (550_001, 1_000_000), (0, 0))
    )

    assert at.within(**limits)
    assert not over.within(**limits)
    assert not none.within(**limits)
    assert none.total is None


@given(AMOUNTS, st.lists(st.integers(-5, 1_000_000), min_size=1, max_size=8).filter(lambda balances: max(balances) > 0))
def test_shares_add_up_and_stay_within_a_fen_of_proportion(available: int, balances: list[int]) -> None:
    shares = pro_rata(available, balances)

    owed = sum(max(0, balance) for balance in balances)
    assert sum(shares) == available
    assert all(
        abs(share - available * max(0, balance) / owed) < 1 for share, balance in zip(shares, balances, strict=True)
    )


@given(
    AMOUNTS,
    st.lists(st.tuples(st.integers(0, 10**6), st.none() | st.integers(0, 10**6)), min_size=1, max_size=8),
)
def test_no_share_passes_its_cap(available: int, debts: list[tuple[int, int | None]]) -> None:
    balances, caps = [balance for balance, _ in debts], [cap for _, cap in debts]

    shares = pro_rata(available, balances, caps=caps)

    assert sum(shares) <= available
    assert all(cap is None or share <= cap for share, cap in zip(shares, caps, strict=True))


def test_what_a_cap_leaves_is_shared_again() -> None:
    shares = pro_rata(180_000, [5_000_000, 3_000_000, 800_000], caps=[None, None, 10_000])

    assert shares == (106_250, 63_750, 10_000)


def test_an_odd_fen_goes_to_the_first_of_equals() -> None:
    assert pro_rata(100, [1, 1, 1]) == (34, 33, 33)


def test_each_debt_needs_its_own_cap() -> None:
    with pytest.raises(TermsError):
        pro_rata(100, [1, 2], caps=[1])


def test_less_than_nothing_cannot_be_shared() -> None:
    with pytest.raises(TermsError):
        pro_rata(-1, [1])


def test_a_fen_over_a_limit_is_over_it() -> None:
    over = debt_ratios(debt_payments=55_000_001, housing_payments=0, income=100_000_000)

    assert not over.within(total=Decimal("0.55"), housing=Decimal("0.50"))
