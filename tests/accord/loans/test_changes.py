"""New rates, longer terms, payments ahead of time."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.days import add_months
from accord.errors import TermsError
from accord.loans import (
    Extension,
    Terms,
    equal_instalments,
    extension,
    prepayment,
    repricing,
    standing,
)
from accord.loans.changes import Change
from tests.accord.loans.ready import ANY_TERMS, FIRST_DUE, adds_up, terms

ODD_FEN = 24
"""Half a fen a month, both ways."""
LOAN = terms(2_000_000, "0.1599", 24)


@settings(max_examples=50)
@given(ANY_TERMS, st.integers(0, 120))
def test_paid_and_owed_always_make_the_principal(loan: Terms, paid: int) -> None:
    at = standing(loan, paid_months=min(paid, loan.months))

    assert at.principal_paid + at.outstanding == loan.principal
    assert at.paid == at.principal_paid + at.interest_paid


def test_the_same_rate_again_changes_nothing() -> None:
    change = repricing(LOAN, after=0, annual_rate=LOAN.annual_rate)

    assert change.remaining == equal_instalments(LOAN)
    assert change.interest_saved == 0


def test_a_lower_rate_lowers_the_payment_and_saves_interest() -> None:
    change = repricing(LOAN, after=6, annual_rate=Decimal("0.05"))

    assert change.new_payment < change.old_payment
    assert change.interest_saved > 0
    assert change.months_left == 18


def test_a_longer_term_lowers_the_payment_and_costs_interest() -> None:
    change = extension(LOAN, Extension(extra=12, arrears=50_000), after=6)

    assert change.balance_after == change.balance_before + 50_000
    assert change.new_payment < change.old_payment
    assert change.interest_saved < 0


def test_remaining_rows_begin_on_the_next_due_date() -> None:
    change = extension(LOAN, Extension(extra=12), after=2)

    assert change.remaining is not None
    assert change.remaining.rows[0].due == add_months(FIRST_DUE, 2, anchor=31)
    assert adds_up(change.remaining)


@settings(max_examples=50)
@given(st.integers(0, 23), st.integers(1, 1_000_000))
def test_paying_ahead_never_costs_and_a_shorter_term_saves_most(after: int, amount: int) -> None:
    amount = min(amount, standing(LOAN, paid_months=after).outstanding)

    lower = prepayment(LOAN, after=after, amount=amount, effect="reduce_payment")
    sooner = prepayment(LOAN, after=after, amount=amount, effect="shorten_term")

    assert -ODD_FEN <= lower.interest_saved <= sooner.interest_saved + ODD_FEN
    assert sooner.months_left <= lower.months_left


def test_paying_everything_ahead_leaves_nothing() -> None:
    owed = standing(LOAN, paid_months=6).outstanding

    change = prepayment(LOAN, after=6, amount=owed, effect="reduce_payment")

    assert (change.remaining, change.months_left, change.last_payment, change.new_interest) == (None, 0, 0, 0)


def test_paying_more_than_is_owed_is_refused() -> None:
    with pytest.raises(TermsError):
        prepayment(LOAN, after=0, amount=2_000_001, effect="shorten_term")


@pytest.mark.parametrize("paid", [-1, 25])
def test_months_paid_lie_within_the_term(paid: int) -> None:
    with pytest.raises(TermsError):
        standing(LOAN, paid_months=paid)


def test_no_change_after_the_last_month() -> None:
    with pytest.raises(TermsError):
        repricing(LOAN, after=24, annual_rate=Decimal(0))


def test_negative_arrears_are_refused() -> None:
    with pytest.raises(TermsError):
        extension(LOAN, Extension(extra=12, arrears=-1), after=6)


RESTS: dict[str, Callable[[Terms, int], Change]] = {
    "repricing": lambda loan, after: repricing(loan, after=after, annual_rate=Decimal("0.035")),
    "extension": lambda loan, after: extension(loan, Extension(extra=7, arrears=321), after=after),
    "lower": lambda loan, after: prepayment(loan, after=after, amount=1, effect="reduce_payment"),
    "sooner": lambda loan, after: prepayment(loan, after=after, amount=1, effect="shorten_term"),
}


@pytest.mark.parametrize("change", RESTS)
@settings(max_examples=25, deadline=None)
@given(loan=ANY_TERMS, part=st.floats(0, 0.99))
def test_what_is_left_after_a_change_is_repaid_exactly(change: str, loan: Terms, part: float) -> None:
    after = int(part * loan.months)
    owed = standing(loan, paid_months=after).outstanding
    if not owed:
        return

    made = RESTS[change](loan, after)

    assert made.balance_before == owed
    if made.remaining is not None:
        assert adds_up(made.remaining)
        assert made.remaining.opening == made.balance_after
        assert min(min(row.balance, row.payment) for row in made.remaining.rows) >= 0
