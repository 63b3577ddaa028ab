"""A level plan as columns: the same figures as the dated schedule."""

from hypothesis import given, settings

from accord.loans import Terms, equal_instalments
from accord.loans.columns import level_columns
from tests.accord.loans.ready import ANY_TERMS, terms


@settings(max_examples=100)
@given(ANY_TERMS)
def test_columns_hold_the_figures_of_the_schedule(loan: Terms) -> None:
    rows = equal_instalments(loan).rows

    found = level_columns(loan)

    assert found.payment == [row.payment for row in rows]
    assert found.interest == [row.interest for row in rows]
    assert found.principal == [row.principal for row in rows]
    assert found.balance == [row.balance for row in rows]


def test_a_debt_of_a_fen_is_paid_off_early_and_stays_paid() -> None:
    found = level_columns(terms(1, "0", 3))

    assert (found.payment, found.balance) == ([0, 0, 1], [1, 1, 0])


def test_totals_are_sums_of_the_columns() -> None:
    found = level_columns(terms(8_640_037, "0.12", 36))

    assert found.total_paid == found.opening + found.total_interest
    assert found.balance[-1] == 0


def test_one_month_is_paid_with_its_interest() -> None:
    found = level_columns(terms(100_000, "0.12", 1))

    assert (found.payment, found.interest, found.principal, found.balance) == ([101_000], [1_000], [100_000], [0])
