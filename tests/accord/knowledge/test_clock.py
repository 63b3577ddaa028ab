"""The bank's clock: which class is reached on which day, and which debt decides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from accord.case import Case, Debt, Whose
from accord.knowledge.clock import class_at, class_thresholds, longest_overdue

ON = date(2026, 11, 23)


def _overdue(name: str, days: int, whose: Whose = Whose.MINE) -> Debt:
    return Debt(id=name, overdue_since=ON - timedelta(days=days), whose=whose)


def test_the_thresholds_come_from_the_rules_in_order() -> None:
    days = [threshold.day for threshold in class_thresholds()]

    assert days == [1, 90, 270, 360]


@pytest.mark.parametrize(
    ("days", "reached"),
    [
        (1, "bank.class.special_mention"),
        (90, "bank.class.special_mention"),
        (91, "bank.class.substandard"),
        (270, "bank.class.substandard"),
        (271, "bank.class.doubtful"),
        (360, "bank.class.doubtful"),
        (361, "bank.class.loss"),
        (4000, "bank.class.loss"),
    ],
)
def test_a_later_class_begins_the_day_after_its_threshold(days: int, reached: str) -> None:
    found = class_at(days)

    assert found is not None
    assert found.id == reached


def test_a_debt_that_is_not_overdue_is_in_no_class() -> None:
    assert class_at(0) is None


def test_the_longest_overdue_debt_decides() -> None:
    case = Case(debts=[_overdue("a", 5), _overdue("b", 75), Debt(id="c")])

    found = longest_overdue(case, ON)

    assert found is not None
    assert (found.debt.id, found.days) == ("b", 75)


def test_a_debt_of_somebody_else_does_not_count() -> None:
    case = Case(debts=[_overdue("a", 5), _overdue("b", 300, Whose.NOT_MINE)])

    found = longest_overdue(case, ON)

    assert found is not None
    assert found.debt.id == "a"


def test_without_an_overdue_debt_there_is_no_place_on_the_clock() -> None:
    assert longest_overdue(Case(debts=[Debt(id="a"), _overdue("b", 0)]), ON) is None
