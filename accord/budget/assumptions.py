"""Every figure the futures rest on, with its range and where it comes from; shown to the person, who may change it.

None of them is a fact about China. Where a published figure stands behind a range, it is named with its country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from accord.budget.stress import Stress
from accord.case import Likelihood, Steadiness
from accord.errors import TermsError
from accord.i18n import N_, _
from accord.money import yuan

Basis = Literal["assumption", "published", "rule", "own"]
"""Where a default comes from: set by us, near a published figure, a rule row, or the person's own answer."""
Unit = Literal["share", "chance_a_month", "months", "yuan", "spread"]

AS_OF = date(2026, 11, 23)
OUTSIDE = N_("This assumption must lie within its stated range.")
NO_SUCH = N_("There is no assumption of this name.")


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """One figure that can be changed.

    Attributes:
        name: the field it sets.
        title: what it is, a message.
        unit: `yuan` amounts are yuan; shares and chances are fractions.
        default: where it starts.
        low, high: its range, both inclusive.
        basis: what sort of source stands behind it.
        source: where range and default come from, a message.
        as_of: the day it was last looked at.
    """

    name: str
    title: str
    unit: Unit
    default: float
    low: float
    high: float
    basis: Basis
    source: str
    as_of: date = AS_OF

    @property
    def spoken_title(self) -> str:
        """What it is, in the reader's language."""
        return _(self.title)

    @property
    def spoken_source(self) -> str:
        """Where it comes from, in the reader's language."""
        return _(self.source)

    def written(self, value: float | Decimal) -> str:
        """Return a figure of this unit as text: yuan, months, or a percentage."""
        if self.unit == "yuan":
            return yuan(round(value * 100))
        return f"{value:.0f}" if self.unit == "months" else f"{value * 100:.1f}%"

    def checked(self, value: float) -> float:
        """Return `value`.

        Raises:
            TermsError: outside the range, naming the field.
        """
        if not self.low <= value <= self.high:
            raise TermsError(OUTSIDE, field=self.name)
        return value


PLAIN = N_("Assumption, change it.")
JOBS = N_("Assumption, change it. Labour figures from the OECD and the United States come to about 1% a month.")
AGAIN = N_("Assumption, change it. It goes with an unemployment rate of between 5% and 15%.")
BENEFIT = N_("Assumption, change it. The amount is set by each province; without unemployment insurance it is nothing.")
BENEFIT_TIME = N_("How long it is paid at most is set by law, by the years of contributions.")
BENEFIT_MONTHS = "benefit_months"
LONGEST_BENEFIT = 36
"""Where the slider would end without the rule; a bound of ours. `by_rule` puts the rule's own months in its place."""
UNEVEN = N_("Assumption, change it. In bank records from the United States incomes swing this much and more.")

ASSUMPTIONS: tuple[Assumption, ...] = (
    Assumption(
        name="job_loss",
        title=N_("Chance a month that the income stops"),
        unit="chance_a_month",
        default=0.012,
        low=0.0,
        high=0.10,
        basis="published",
        source=JOBS,
    ),
    Assumption(
        name="new_job",
        title=N_("Chance a month to find new work"),
        unit="chance_a_month",
        default=0.15,
        low=0.02,
        high=0.50,
        basis="published",
        source=AGAIN,
    ),
    Assumption(
        name="benefit",
        title=N_("Income without work, as a part of the usual one"),
        unit="share",
        default=0.25,
        low=0.0,
        high=0.40,
        basis="assumption",
        source=BENEFIT,
    ),
    Assumption(
        name=BENEFIT_MONTHS,
        title=N_("How many months it is paid"),
        unit="months",
        default=Stress().benefit_months,
        low=0,
        high=LONGEST_BENEFIT,
        basis="rule",
        source=BENEFIT_TIME,
    ),
    Assumption(
        name="scar",
        title=N_("Pay of a new job, as a part of the one lost"),
        unit="share",
        default=0.90,
        low=0.70,
        high=1.0,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="income_spread",
        title=N_("How far the income swings from month to month"),
        unit="spread",
        default=0.12,
        low=0.0,
        high=0.50,
        basis="published",
        source=UNEVEN,
    ),
    Assumption(
        name="spending_spread",
        title=N_("How far spending swings from month to month"),
        unit="spread",
        default=0.08,
        low=0.0,
        high=0.30,
        basis="published",
        source=UNEVEN,
    ),
    Assumption(
        name="shock",
        title=N_("Chance a month of a large bill nobody planned"),
        unit="chance_a_month",
        default=0.05,
        low=0.0,
        high=0.20,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="shock_size",
        title=N_("What such a bill usually comes to"),
        unit="yuan",
        default=2_500.0,
        low=0.0,
        high=20_000.0,
        basis="assumption",
        source=PLAIN,
    ),
    Assumption(
        name="other_break",
        title=N_("Chance a month that a plan ends although it could be paid"),
        unit="chance_a_month",
        default=0.008,
        low=0.0,
        high=0.02,
        basis="published",
        source=N_(
            "Assumption, change it. Set so that plans end about as often as reports on debt plans abroad say. "
            "It counts only on the bank's side."
        ),
    ),
)

SPREAD_OF: dict[Steadiness, float] = {Steadiness.STEADY: 0.04, Steadiness.SOMEWHAT: 0.12, Steadiness.UNEVEN: 0.30}
"""How far income swings, by the person's own answer; assumptions."""
LOSS_OF: dict[Likelihood, float] = {Likelihood.UNLIKELY: 0.005, Likelihood.POSSIBLE: 0.012, Likelihood.LIKELY: 0.030}
"""Chance a month that the income stops, by the person's own answer; assumptions."""


def by_rule(benefit: tuple[int, int]) -> tuple[Assumption, ...]:
    """Return the table with the months of unemployment benefit as the law has them.

    Args:
        benefit: months at most for those who contributed shortest, where the slider starts, and longest, where it ends.
    """
    first, last = benefit
    return tuple(replace(one, default=first, high=last) if one.name == BENEFIT_MONTHS else one for one in ASSUMPTIONS)


def stress_for(
    steadiness: Steadiness | None,
    income_may_stop: Likelihood | None,
    table: Sequence[Assumption] = ASSUMPTIONS,
    **changed: float,
) -> Stress:
    """Return the assumptions that go with the person's answers; figures they changed themselves come last.

    Args:
        steadiness: how even the income is.
        income_may_stop: how likely it is to stop.
        table: where every figure starts, and its range.
        changed: figures changed by the person, by name.

    Raises:
        TermsError: a changed figure outside its range, or of an unknown name.
    """
    answers: dict[str, Any] = {one.name: one.default for one in table}
    if steadiness is not None:
        answers["income_spread"] = SPREAD_OF[steadiness]
    if income_may_stop is not None:
        answers["job_loss"] = LOSS_OF[income_may_stop]
    known = {assumption.name: assumption for assumption in table}
    for name, value in changed.items():
        if name not in known:
            raise TermsError(NO_SUCH, field=name)
        exact = known[name].checked(value)
        answers[name] = int(exact) if known[name].unit == "months" else exact
    return replace(Stress(), **answers)
