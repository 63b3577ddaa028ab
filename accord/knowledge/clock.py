"""The bank's clock: the classes a debt passes through in the bank's own books, by days overdue.

Only these classes carry days; they are the bank's bookkeeping, and nothing follows from them automatically.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol

from accord.case import Debt, Whose
from accord.days import days_past_due
from accord.i18n import N_
from accord.knowledge.rules import Rule, rule

CLASSES = {
    "bank.class.special_mention": N_("special mention"),
    "bank.class.substandard": N_("substandard"),
    "bank.class.doubtful": N_("doubtful"),
    "bank.class.loss": N_("loss"),
}
"""Names of the classes by the rows that hold them, the mildest first."""


class Threshold(NamedTuple):
    """A class's name (a message), the day overdue its rule names, and the rule."""

    name: str
    day: int
    rule: Rule


class Overdue(NamedTuple):
    """A debt and the days it is overdue."""

    debt: Debt
    days: int


class HasDebts(Protocol):
    """Whatever holds debts: a `Case` or an `OpenCase`."""

    @property
    def debts(self) -> list[Debt]:
        """What is owed."""


def class_thresholds(on: date | None = None) -> tuple[Threshold, ...]:
    """Return the classes with the days overdue that their rules name on a day, the mildest first."""
    rows = ((name, rule(rule_id, on)) for rule_id, name in CLASSES.items())
    return tuple(Threshold(name, int(row.value), row) for name, row in rows if row.value is not None)


def class_at(days: int, on: date | None = None) -> Rule | None:
    """Return the class a debt has at least reached after `days` overdue; None when it is not overdue.

    The first class begins on the day its rule names; each later one when more days than its rule's have passed.
    """
    first, *later = class_thresholds(on)
    if days < first.day:
        return None
    reached = [threshold.rule for threshold in later if days > threshold.day]
    return reached[-1] if reached else first.rule


def longest_overdue(case: HasDebts, on: date) -> Overdue | None:
    """Return the debt that is overdue longest on a day; None when none is. Debts of others are left out."""
    mine = (debt for debt in case.debts if debt.whose is not Whose.NOT_MINE)
    late = [Overdue(debt, days_past_due(debt.overdue_since, on)) for debt in mine]
    return max((found for found in late if found.days), key=lambda found: found.days, default=None)
