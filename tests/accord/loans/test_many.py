"""Many level plans at once: the fen of each is that of the plan counted alone."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import Terms, equal_instalments
from accord.loans.many import (
    PER_MONTH,
    PPM,
    Ledgers,
    Loans,
    book_levels,
    fits,
    level_ledgers,
    parts_per_million,
    short,
)
from accord.loans.schedule import HIGHEST_RATE, LARGEST_PRINCIPAL
from tests.accord.loans.ready import FIRST_DUE

LOAN = st.tuples(
    st.integers(1, 10**9) | st.integers(1, LARGEST_PRINCIPAL),
    st.decimals(0, 1, places=6) | st.decimals(0, 10, places=9),
    st.integers(1, 60),
)


def _side_by_side(loans: list[tuple[int, Decimal, int]]) -> Ledgers:
    principals, rates, months = zip(*loans, strict=True)
    return level_ledgers(Loans(principals=principals, annual_rates=rates, months=months))


@settings(max_examples=60)
@given(st.lists(LOAN, min_size=1, max_size=6))
def test_each_plan_is_the_one_counted_alone(loans: list[tuple[int, Decimal, int]]) -> None:
    found = _side_by_side(loans)

    for i, (principal, rate, months) in enumerate(loans):
        alone = equal_instalments(Terms(principal=principal, annual_rate=rate, months=months, first_due=FIRST_DUE))
        assert found.payment[:months, i].tolist() == [row.payment for row in alone.rows]
        assert found.interest[:months, i].tolist() == [row.interest for row in alone.rows]
        assert found.balance[:, i].tolist() == [row.balance for row in alone.rows] + [0] * (len(found.balance) - months)


@settings(max_examples=60)
@given(st.lists(LOAN, min_size=1, max_size=6))
def test_every_plan_repays_exactly_what_is_owed(loans: list[tuple[int, Decimal, int]]) -> None:
    found = _side_by_side(loans)

    assert found.principal.sum(axis=0).tolist() == found.opening.tolist()
    assert (found.total_paid == found.opening + found.total_interest).all()
    assert (found.balance >= 0).all()
    assert (found.balance[-1] == 0).all()


def test_constructed_ties_round_up() -> None:
    # 82.00 yuan at 18% a year: 1.23 exactly; 41.00 yuan at 0.06%: 0.00205 -> 0; 50.00 at 12.6%: 0.525 -> 0.53.
    found = _side_by_side([(8_200, Decimal("0.18"), 12), (5_000, Decimal("0.126"), 12), (100, Decimal("0.06"), 12)])

    assert found.interest[0].tolist() == [123, 53, 1]


def test_every_half_fen_is_rounded_up_and_none_below() -> None:
    # A balance of 1,000 k + 500 at 1.2% a year bears k + 0.5 fen a month.
    opening = np.arange(500, 400_500, 1_000)

    found = book_levels(opening, np.full(400, 12_000), np.full(400, 12))

    assert found.interest[0].tolist() == list(range(1, 401))


def test_room_may_be_used_again() -> None:
    room = np.full((4, 12, 1), 7, dtype=np.int64)

    found = book_levels(np.array([120_000]), np.array([0]), np.array([12]), out=room)

    assert found.payment.base is room
    assert found.payment[:, 0].tolist() == [10_000] * 12


def _both(opening: list[int], ppm: list[int], months: int) -> tuple[Ledgers, Ledgers]:
    given = (np.array(opening), np.array(ppm), np.full(len(opening), months))
    small, large = (np.empty((4, months, len(opening)), dtype=size) for size in (np.int32, np.int64))
    return book_levels(*given, out=small), book_levels(*given, out=large)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(1, 2 * 10**9), st.integers(0, 400_000)), min_size=1, max_size=40),
    st.integers(1, 36),
)
def test_the_small_room_holds_the_same_as_the_large(loans: list[tuple[int, int]], months: int) -> None:
    small, large = _both([opening for opening, _ in loans], [ppm for _, ppm in loans], months)

    for name in ("payment", "interest", "principal", "balance"):
        assert (getattr(small, name) == getattr(large, name)).all(), name
    assert (small.total_paid == large.total_paid).all()


def test_ties_and_what_lies_closest_below_them_come_out_alike_in_both_rooms() -> None:
    # Interest is B x ppm / 12,000,000; a tie has the remainder 6,000,000, what lies closest to it one more or one less.
    luck = np.random.default_rng(7)
    ppm = luck.choice([1, 7, 49, 1_001, 7_007, 12_001, 182_499, 245_001, 359_999], 20_000)
    near = np.array([pow(int(rate), -1, PER_MONTH) if np.gcd(rate, PER_MONTH) == 1 else 1 for rate in ppm])
    shift = luck.integers(-1, 2, ppm.size)
    opening = (near * (PER_MONTH // 2 + shift)) % PER_MONTH + PER_MONTH * luck.integers(1, 100, ppm.size)

    small, large = _both(opening.tolist(), ppm.tolist(), 2)

    assert np.isin((opening * ppm) % PER_MONTH, PER_MONTH // 2 + np.array([-1, 0, 1])).mean() > 0.5
    assert (small.interest == large.interest).all()


def test_everyday_amounts_take_half_the_room_and_larger_ones_all_of_it() -> None:
    assert book_levels(np.array([5_000_000]), np.array([182_500]), np.array([60])).payment.dtype == np.int32
    assert book_levels(np.array([2**31]), np.array([182_500]), np.array([60])).payment.dtype == np.int64
    assert not short(np.array([2**30]), np.array([10 * PPM]))


def test_a_room_too_small_for_the_amounts_is_refused() -> None:
    with pytest.raises(TermsError) as refused:
        book_levels(np.array([2**31]), np.array([0]), np.array([12]), out=np.empty((4, 12, 1), dtype=np.int32))

    assert refused.value.field == "principals"


def test_what_could_overflow_is_counted_in_pythons_integers() -> None:
    largest = np.array([LARGEST_PRINCIPAL])
    highest = parts_per_million(HIGHEST_RATE)
    assert highest is not None

    assert fits(largest, np.array([highest]))
    assert not fits(largest * 1_000, np.array([highest]))
    with pytest.raises(TermsError) as refused:
        book_levels(largest * 1_000, np.array([highest]), np.array([12]))
    assert refused.value.field == "principals"


@pytest.mark.parametrize(("rate", "parts"), [("0.1825", 182_500), ("0", 0), ("0.0000005", None)])
def test_a_rate_is_whole_millionths_or_none(rate: str, parts: int | None) -> None:
    assert parts_per_million(Decimal(rate)) == parts


@pytest.mark.parametrize(
    ("principal", "rate", "months", "field"),
    [(0, "0", 12, "principals"), (100, "-0.1", 12, "annual_rates"), (100, "0", 0, "months")],
)
def test_bad_loans_are_named(principal: int, rate: str, months: int, field: str) -> None:
    with pytest.raises(TermsError) as refused:
        Loans(principals=[principal], annual_rates=[Decimal(rate)], months=[months])

    assert refused.value.field == field


def test_lists_must_go_together() -> None:
    with pytest.raises(TermsError):
        Loans(principals=[1, 2], annual_rates=[Decimal(0)], months=[12])


def test_no_loans_are_no_ledgers() -> None:
    assert level_ledgers(Loans(principals=[], annual_rates=[], months=[])).payment.shape == (0, 0)
