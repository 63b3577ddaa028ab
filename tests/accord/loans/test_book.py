"""The book: ties round up, units carry, long runs stop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import equal_principal
from accord.loans.book import Book
from tests.accord.loans.ready import terms


def test_half_a_fen_of_interest_rounds_up() -> None:
    assert Book(terms(100, "0.06")).interest() == 1
    assert Book(terms(99, "0.06")).interest() == 0


@given(st.integers(0, 1_000_000))
def test_every_tie_rounds_up(whole: int) -> None:
    # at 0.05% a month, 1,000 x (2 n + 1) fen bear n and a half fen
    assert Book(terms(1_000 * (2 * whole + 1), "0.006")).interest() == whole + 1


def test_a_level_payment_tie_is_exact() -> None:
    assert Book(terms(100, "0.06", 1)).level(1) == 101


def test_simple_interest_for_several_months_is_rounded_once() -> None:
    book = Book(terms(1_010, "0.06"))

    assert (book.interest(), book.interest(3)) == (5, 15)


def test_analytic_units_carry_what_a_ledger_rounds() -> None:
    book = Book(terms(100, "0.06", mode="analytic"))

    assert book.interest() == book.unit // 2
    assert book.to_fen(book.interest()) == 1


def test_paying_many_is_paying_one_by_one() -> None:
    fast, slow = Book(terms(8_888_888, "0.0435", 24)), Book(terms(8_888_888, "0.0435", 24))

    level = fast.pay_level(24)
    for _ in range(23):
        slow.pay(level)
    slow.clear()

    assert fast.schedule() == slow.schedule()


def test_a_new_rate_holds_from_the_next_month_on() -> None:
    book = Book(terms(120_000, "0.12"))
    book.pay(10_000)

    book.reprice(terms(1).annual_rate)
    book.pay(10_000)

    assert [row.interest for row in book.schedule().rows] == [1_200, 0]


def test_no_book_runs_longer_than_a_thousand_years() -> None:
    book = Book(terms(100))
    for _ in range(12_000):
        book.post(interest=0, principal=0)

    with pytest.raises(TermsError):
        book.post(interest=0, principal=0)


@given(st.integers(1, 500), st.sampled_from([3, 7, 24, 60]))
def test_a_tie_between_unrounded_parts_rounds_up_too(whole: int, months: int) -> None:
    # The last payment is P/n (1 + 0.5%): with P = n (100 + 200 w) fen that is 100 + 200 w and w and a half fen.
    last = equal_principal(terms(months * (100 + 200 * whole), "0.06", months, mode="analytic")).last_payment

    assert last == 101 + 201 * whole


def test_thirds_that_add_up_to_a_tie_are_one() -> None:
    # 1,000 yuan in 24 parts at 6%: the last is 41.666... x 1.005 = 41.875
    assert equal_principal(terms(100_000, "0.06", 24, mode="analytic")).last_payment == 4_188
