"""What a bank's ways out may be worth: a dated table of ranges. Sale prices are rule rows, the rest is assumed.

Nothing here says what any bank does. Every figure is a range and can be changed by the person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from accord.budget.assumptions import PLAIN, Assumption
from accord.i18n import N_
from accord.knowledge.rules import figure, rule

UNDER_A_YEAR = "bank.sale_price.under_one_year"
OVER_FIVE_YEARS = "bank.sale_price.over_five_years"
AVERAGE = "bank.sale_price.average"
BEST_CASE, WORST_CASE = 1.2, 0.5
"""How far a range reaches beyond the published averages, up and down; our own margin."""

SALE = N_(
    "Published figure for the first quarter of 2025, by the age of the debt. Batch prices of other people's debts; it "
    "does not follow that a bank would accept that share."
)
COST_OF_MONEY = N_("Assumption, change it. Near what deposits cost banks, with something for handling.")


class Range(NamedTuple):
    """A low, a middle and a high figure; never one point."""

    low: float
    middle: float
    high: float


BANK_ASSUMPTIONS: tuple[Assumption, ...] = (
    Assumption(
        name="annual_discount",
        title=N_("What a year of waiting costs the bank"),
        unit="share",
        default=0.03,
        low=0.012,
        high=0.07,
        basis="assumption",
        source=COST_OF_MONEY,
    ),
    Assumption(
        name="collection_recovery",
        title=N_("Part that outside collectors bring in"),
        unit="share",
        default=0.15,
        low=0.05,
        high=0.30,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="collection_fee",
        title=N_("Part of it that they keep"),
        unit="share",
        default=0.30,
        low=0.10,
        high=0.50,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="litigation_recovery",
        title=N_("Part that a lawsuit brings in"),
        unit="share",
        default=0.35,
        low=0.10,
        high=0.60,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="litigation_months",
        title=N_("Months until a lawsuit brings money"),
        unit="months",
        default=18,
        low=6,
        high=36,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="break_hazard",
        title=N_("Chance a month that a plan is broken"),
        unit="chance_a_month",
        default=0.02,
        low=0.005,
        high=0.045,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="recovery",
        title=N_("Part that still comes back after a broken plan"),
        unit="share",
        default=0.15,
        low=0.05,
        high=0.30,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="servicing_cost",
        title=N_("Cost of handling one payment"),
        unit="yuan",
        default=10.0,
        low=0.0,
        high=30.0,
        basis="assumption",
        source=PLAIN,
    ),
)


@dataclass(frozen=True)
class BankTable:
    """The ranges in use, by name: those of the table, with the person's changes laid over them."""

    changed: Mapping[str, Range] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Range:
        """Return the range called `name`."""
        if name in self.changed:
            return self.changed[name]
        found = next(assumption for assumption in BANK_ASSUMPTIONS if assumption.name == name)
        return Range(found.low, found.default, found.high)


def sale_price(days_past_due: int, on: date | None = None) -> Range:
    """Return what a yuan owed fetched when such debts were sold in batches, by how long they were overdue.

    Args:
        days_past_due: how old the debt is.
        on: the day whose figures count; without it those that are kept.

    Raises:
        KnowledgeError: a rule row is missing or states no figure.
    """
    young, old, average = (float(figure(name, on)) for name in (UNDER_A_YEAR, OVER_FIVE_YEARS, AVERAGE))
    if days_past_due < (rule(UNDER_A_YEAR, on).overdue_until or 0):
        return Range(average, young, max(young, average) * BEST_CASE)
    if days_past_due < (rule(OVER_FIVE_YEARS, on).overdue_from or 0):
        return Range(old, average, young)
    return Range(old * WORST_CASE, old, average)
