"""Debts as the person states them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from accord.case import Answer, Debt, Whose


def test_what_is_not_known_stays_unknown_and_not_zero() -> None:
    debt = Debt(id="debt-1")

    assert (debt.principal, debt.interest, debt.penalty_interest, debt.fees) == (None, None, None, None)
    assert debt.amount_is_right is Answer.UNKNOWN


def test_a_debt_is_taken_as_mine_until_said_otherwise() -> None:
    assert Debt(id="debt-1").whose is Whose.MINE


@pytest.mark.parametrize("months", [0, 601, -1])
def test_the_months_left_have_bounds(months: int) -> None:
    with pytest.raises(ValidationError):
        Debt(id="debt-1", months_left=months)


@pytest.mark.parametrize("row_id", ["Debt 1", "债-1", "x" * 41, "a/b"])
def test_a_row_number_is_plain(row_id: str) -> None:
    with pytest.raises(ValidationError):
        Debt(id=row_id)
