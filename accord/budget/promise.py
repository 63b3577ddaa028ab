"""A promise I can keep: how often a plan is paid to the end in this household's futures. Only for the person.

It is weighed by ability alone: could the money be there each month. Every answer carries the largest instalment
that is kept 8 times in 10, so that nobody is left with a low figure and no way on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import floor

from accord.budget.assumptions import ASSUMPTIONS, Assumption, stress_for
from accord.budget.chances import as_percent, holds, in_words
from accord.budget.means import comes_first, surplus
from accord.budget.stress import MOST_MONTHS, Household, Run, Share, Stress, Survival, known_survival
from accord.case import Case
from accord.i18n import N_, _
from accord.money import to_fen, to_yuan, yuan

SEED = 20_261_123
HORIZONS = ((60, 10_000), (120, 6_000), (360, 3_000), (MOST_MONTHS, 2_000))
"""Longest plan and number of futures: longer plans are counted in fewer futures, and their interval says so."""

LARGEST = N_(
    "The largest instalment kept 8 times in 10 over {months} months is {amount}. These are assumptions about your "
    "household, not statistics about China."
)
NO_ROOM = N_(
    "Over {months} months no instalment is kept 8 times in 10. Ask for a pause, or for a small sum a month, before "
    "promising an instalment. These are assumptions about your household, not statistics about China."
)


@dataclass(frozen=True, kw_only=True)
class Promise:
    """How a plan fares; private.

    Attributes:
        months: how long the plan runs.
        share: part of the futures in which every payment is made, with its interval.
        largest: largest level instalment kept 8 times in 10 over as many months, fen; 0 when there is none.
    """

    months: int
    share: Share
    largest: int

    @property
    def holds(self) -> bool:
        """True when it is kept at least 8 times in 10."""
        return holds(self.share.share)

    @property
    def words(self) -> str:
        """How often, in words, and what would be kept 8 times in 10; in the reader's language."""
        beside = LARGEST if self.largest else NO_ROOM
        return f"{in_words(self.share.share)} {_(beside).format(months=self.months, amount=yuan(self.largest))}"

    @property
    def percent(self) -> str:
        """The share in whole percent with its interval."""
        return as_percent(self.share)


def household_of(case: Case, *, committed: int = 0, at_once: int = 0) -> Household | None:
    """Return the household in yuan; None while no budget is entered.

    Args:
        case: the answers; the private part knows what is put by.
        committed: instalments of other plans, fen a month.
        at_once: what this plan asks at once, fen; beyond what can be paid now it comes out of what is put by.
    """
    month = surplus(case)
    if not month.known:
        return None
    beyond = max(Decimal(0), to_yuan(at_once) - (case.position.can_pay_now or Decimal(0)))
    put_by = max(Decimal(0), (case.private.buffer or Decimal(0)) - beyond)
    return Household(
        income=float(month.income),
        expenses=float(month.spending),
        fixed=float(month.priority) + committed / 100,
        buffer=float(put_by),
    )


def stress_of(case: Case, table: Sequence[Assumption] = ASSUMPTIONS, **changed: float) -> Stress:
    """Return the assumptions that go with the person's three answers, and with figures they changed.

    `table` is where every figure starts, and its range.

    Raises:
        TermsError: a changed figure outside its range, or of an unknown name.
    """
    return stress_for(case.private.steadiness, case.private.income_may_stop, table, **changed)


def committed_elsewhere(case: Case, debt_id: str) -> int:
    """Return the instalments agreed for other unsecured debts, fen a month; secured ones are in the budget already."""
    others = (agreement for agreement in case.agreements if agreement.debt_id != debt_id)
    unsecured = (one for one in others if (debt := case.debt(one.debt_id)) is None or not comes_first(debt))
    return sum(to_fen(one.instalment or Decimal(0)) for one in unsecured)


def run_for(months: int, *, seed: int = SEED) -> Run:
    """Return the run that answers for plans of `months`; the same for all plans of about that length."""
    longest, paths = next((pair for pair in HORIZONS if months <= pair[0]), HORIZONS[-1])
    return Run(months=longest, paths=paths, seed=seed)


def futures(household: Household, stress: Stress, months: int) -> Survival:
    """Return the household's futures, long enough for plans of `months`; the last few are remembered."""
    return known_survival(household, stress, run_for(months))


def promise(household: Household, stress: Stress, payments: Sequence[int]) -> Promise:
    """Weigh a plan by its payments.

    Args:
        household: in yuan.
        stress: what may happen.
        payments: fen, month by month; zeros for a pause. Beyond fifty years nothing is looked at.
    """
    months = min(len(payments), MOST_MONTHS)
    drawn = futures(household, stress, months)
    share = drawn.of_payments([payment / 100 for payment in payments[:months]])
    return Promise(months=months, share=share, largest=largest_kept(drawn, months))


def largest_kept(drawn: Survival, months: int) -> int:
    """Return the largest level instalment kept 8 times in 10 over `months`, whole yuan in fen; 0 when there is none."""
    return max(0, floor(drawn.payment_for(months=months))) * 100


def without_buffer(household: Household) -> Household:
    """Return the same household with nothing put by."""
    return replace(household, buffer=0.0)
