"""How long a payment can be kept up when life gets in the way.

Many possible futures of one household are drawn once. For each, the running minimum over months k of
(buffer + overdraft + surplus so far) / k is the largest level payment it could have kept up; the share of futures
at or above a payment answers every payment and every term from one run. Every spare yuan is assumed to be kept.
Amounts are floats in yuan or fen, as given: only their proportions count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from accord.errors import TermsError
from accord.i18n import N_

Floats = NDArray[np.float64]

CHANCE = N_("A chance must lie between 0% and 100%.")
RUN = N_("A simulation needs from 1 to {months} months and from 1 to {paths} futures.")
MOST_MONTHS = 600
MOST_PATHS = 100_000
STEADY_YEAR = (1.0,) * 12
CERTAINTY = 1.959963984540054


@dataclass(frozen=True, kw_only=True)
class Household:
    """A month in one unit of money, and what stands behind it: a buffer and an overdraft."""

    income: float
    expenses: float
    buffer: float = 0.0
    overdraft: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Stress:
    """What may happen; every figure is an assumption that the person can change.

    Args:
        job_loss: chance a month, from the first month on.
        new_job: chance a month to find work again, from the month after the loss.
        benefit: part of income while out of work, for `benefit_months`.
        benefit_months: how long it is paid.
        scar: wage after a loss as a part of the old one.
        income_spread: sigma of ln(income).
        spending_spread: sigma of ln(expenses).
        shock: chance a month of a large bill.
        shock_size: its median, in the household's unit.
        shock_spread: sigma of its logarithm.
        season: income of each calendar month as a part of the usual one, the first month first.
    """

    job_loss: float = 0.012
    new_job: float = 0.15
    benefit: float = 0.25
    benefit_months: int = 12
    scar: float = 0.90
    income_spread: float = 0.12
    spending_spread: float = 0.08
    shock: float = 0.05
    shock_size: float = 2_500.0
    shock_spread: float = 0.6
    season: Sequence[float] = STEADY_YEAR

    def __post_init__(self) -> None:
        """Refuse chances that cannot be."""
        for field in ("job_loss", "new_job", "benefit", "scar", "shock"):
            if not 0 <= getattr(self, field) <= 1:
                raise TermsError(CHANCE, field=field)


@dataclass(frozen=True, kw_only=True)
class Run:
    """Size and seed of a simulation. The same seed draws the same futures for every offer compared."""

    months: int = 60
    paths: int = 10_000
    seed: int = 0
    scenario: int = 0

    def __post_init__(self) -> None:
        """Refuse a run that is empty or too large."""
        if not (1 <= self.months <= MOST_MONTHS and 1 <= self.paths <= MOST_PATHS):
            raise TermsError(RUN, field="months", months=MOST_MONTHS, paths=MOST_PATHS)


class Share(NamedTuple):
    """A share of futures with its 95% interval (Wilson); from 0 to 1."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Survival:
    """Sorted largest payments, one row a month: `sustainable[k-1]` for a plan of k months."""

    sustainable: Floats

    @property
    def months(self) -> int:
        """Longest plan the run can answer for."""
        return int(self.sustainable.shape[0])

    @property
    def paths(self) -> int:
        """Number of futures."""
        return int(self.sustainable.shape[1])

    def at(self, payment: float, *, months: int) -> Share:
        """Return the share of futures that keep up `payment` for `months`; paying the last fen is keeping up."""
        row = self.sustainable[months - 1]
        kept = self.paths - int(np.searchsorted(row, payment, side="left"))
        return wilson(kept, self.paths)

    def shares(self, payments: ArrayLike, *, months: int) -> Floats:
        """Return the share of futures for each of several payments; same shape as `payments`."""
        below = np.searchsorted(self.sustainable[months - 1], payments, side="left")
        shares: Floats = 1.0 - below / self.paths
        return shares

    def payment_for(self, share: float, *, months: int) -> float:
        """Return the largest payment that at least `share` of futures keep up for `months`; may be below zero."""
        index = int(np.floor((1 - share) * self.paths + 1e-9))
        return float(self.sustainable[months - 1][min(index, self.paths - 1)])


def wilson(kept: int, paths: int) -> Share:
    """Return `kept` of `paths` as a share with Wilson's 95% interval."""
    share, z2 = kept / paths, CERTAINTY**2
    middle = (share + z2 / (2 * paths)) / (1 + z2 / paths)
    half = CERTAINTY * sqrt(share * (1 - share) / paths + z2 / (4 * paths**2)) / (1 + z2 / paths)
    return Share(share, max(0.0, middle - half), min(1.0, middle + half))


def largest_payments(paths: ArrayLike, *, behind: float = 0.0) -> Floats:
    """Return the largest level payment each future could keep up to its end.

    Args:
        paths: shape (futures, months): what each month leaves before the payment.
        behind: buffer and overdraft together.
    """
    kept = behind + np.cumsum(np.asarray(paths, dtype=np.float64), axis=1)
    largest: Floats = (kept / np.arange(1, kept.shape[1] + 1)).min(axis=1)
    return largest


def survival(household: Household, stress: Stress, run: Run) -> Survival:
    """Draw the futures and return what each could have paid, for every number of months.

    Same seed and scenario, same futures; bit for bit only within one version of numpy.
    """
    kept = np.full(run.paths, household.buffer + household.overdraft)
    running = np.full(run.paths, np.inf)
    sustainable = np.empty((run.months, run.paths))
    for month, surplus in enumerate(surpluses(household, stress, run)):
        kept += surplus
        np.minimum(running, kept / (month + 1), out=running)
        sustainable[month] = running
    sustainable.sort(axis=1)
    return Survival(sustainable)


def capped_survival(
    household: Household, stress: Stress, run: Run, *, payment: float, most_kept: float
) -> tuple[Share, ...]:
    """Return the share of futures that keep up `payment`, for plans of 1 to `run.months` months.

    Unlike `survival`, savings above `most_kept` are spent and gone, so each payment needs a run of its own. The
    futures are the same ones.
    """
    saved, alive = np.full(run.paths, household.buffer), np.ones(run.paths, dtype=np.bool_)
    shares = []
    for surplus in surpluses(household, stress, run):
        saved = np.minimum(most_kept, saved + surplus - payment)
        alive &= saved >= -household.overdraft
        shares.append(wilson(int(np.count_nonzero(alive)), run.paths))
    return tuple(shares)


def surpluses(household: Household, stress: Stress, run: Run) -> Iterator[Floats]:
    """Draw, month by month, what each future leaves before the payment."""
    random = np.random.Generator(np.random.PCG64(np.random.SeedSequence([run.seed, run.scenario])))
    job = _Job(run.paths)
    for month in range(run.months):
        part = job.step(random, stress) * stress.season[month % 12]
        yield _surplus(household, stress, part, random)


class _Job:
    """Who has work in each future, who once lost it, and for how long they have been without."""

    def __init__(self, paths: int) -> None:
        self.works = np.ones(paths, dtype=np.bool_)
        self.scarred = np.zeros(paths, dtype=np.bool_)
        self.idle = np.zeros(paths, dtype=np.int64)

    def step(self, random: np.random.Generator, stress: Stress) -> Floats:
        """Move on by a month; return income as a part of the usual one."""
        luck = random.random(self.works.size)
        lost = self.works & (luck < stress.job_loss)
        found = ~self.works & (luck < stress.new_job)
        self.works ^= lost | found
        self.scarred |= lost
        self.idle = np.where(self.works, 0, self.idle + 1)
        wage = np.where(self.scarred, stress.scar, 1.0)
        benefit = np.where(self.idle <= stress.benefit_months, stress.benefit, 0.0)
        return np.where(self.works, wage, benefit)


def _surplus(household: Household, stress: Stress, part: Floats, random: np.random.Generator) -> Floats:
    paths = part.size
    income = household.income * part * np.exp(stress.income_spread * random.standard_normal(paths))
    spending = household.expenses * np.exp(stress.spending_spread * random.standard_normal(paths))
    hit = random.random(paths) < stress.shock
    bill = stress.shock_size * np.exp(stress.shock_spread * random.standard_normal(paths))
    surplus: Floats = income - spending - np.where(hit, bill, 0.0)
    return surplus
