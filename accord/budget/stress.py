"""How long a payment can be kept up when life gets in the way.

Many possible futures of one household are drawn once. For each, the running minimum over months k of
(buffer + overdraft + surplus so far) / k is the largest level payment it could have kept up; the share of futures
at or above a payment answers every payment and every term from one run. Every spare yuan is assumed to be kept.
Amounts are floats in yuan or fen, as given: only their proportions count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from accord.errors import TermsError
from accord.i18n import N_

Floats = NDArray[np.float64]

PATHS = N_("Futures must be figures, and all of the same number of months.")
CHANCE = N_("A chance must lie between 0% and 100%.")
RUN = N_("A simulation needs from 1 to {months} months and from 1 to {paths} futures.")
SPREAD = N_("How far amounts may swing, and what a large bill costs, cannot be below zero.")
SEASON = N_("A year's income needs one figure for each of the twelve months.")
ROUNDING = 1e-6
HORIZON = N_("These futures answer for plans of 1 to {months} months.")
MOST_MONTHS = 600
MOST_PATHS = 100_000
SURVIVAL_THRESHOLD = 0.8
"""A promise counts as one that can be kept when at least this share of futures keeps it: 8 times in 10."""
BILLS_UP_TO = 0.1
"""Chances of a large bill up to this one meet the same bills, more or fewer of them."""
STEADY_YEAR = (1.0,) * 12
CERTAINTY = 1.959963984540054


@dataclass(frozen=True, kw_only=True)
class Household:
    """A month in one unit of money, and what stands behind it: a buffer and an overdraft.

    `fixed` is paid every month whatever happens, such as a mortgage or another agreed plan; `expenses` go up and down.
    """

    income: float
    expenses: float
    fixed: float = 0.0
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
        scar: wage of a new job as a part of the one lost.
        income_spread: sigma of ln(income); its mean stays the usual income.
        spending_spread: sigma of ln(expenses), likewise.
        shock: chance a month of a large bill.
        shock_size: its median, in the household's unit.
        shock_spread: sigma of its logarithm.
        season: income of each calendar month as a part of the usual one, the first month first.
        other_break: chance a month that a plan ends although it could be paid: a missed day, a quarrel, fatigue.
            It is what a bank has to reckon with; a person's own promise is weighed by ability alone.
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
    season: tuple[float, ...] = STEADY_YEAR
    other_break: float = 0.008

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if len(self.season) != len(STEADY_YEAR):
            raise TermsError(SEASON, field="season")
        for field in ("income_spread", "spending_spread", "shock_size", "shock_spread", "benefit_months"):
            spread = getattr(self, field)
            if not (isfinite(spread) and spread >= 0):
                raise TermsError(SPREAD, field=field)
        for field in ("job_loss", "new_job", "benefit", "scar", "shock", "other_break"):
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


class Survival(NamedTuple):
    """What many futures can pay. Arrays have one row a month and one column a future.

    Attributes:
        kept: buffer, overdraft and every month's surplus so far, before any payment.
        sustainable: largest level payments, sorted along each row: `sustainable[k-1]` for a plan of k months.
    """

    kept: Floats
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
        """Return the share of futures that keep up `payment` for `months`; paying the last fen is keeping up.

        Raises:
            TermsError: months outside those the run answers for.
        """
        row = self._row(months)
        kept = self.paths - int(np.searchsorted(row, payment, side="left"))
        return wilson(kept, self.paths)

    def shares(self, payments: ArrayLike, *, months: int) -> Floats:
        """Return the share of futures for each of several payments; same shape as `payments`."""
        below = np.searchsorted(self._row(months), payments, side="left")
        shares: Floats = 1.0 - below / self.paths
        return shares

    def of_payments(self, payments: Sequence[float]) -> Share:
        """Return the share of futures that keep up payments that differ from month to month, as steps or a pause."""
        return wilson(int(np.count_nonzero(self._through(payments).all(axis=0))), self.paths)

    def standing(self, payments: Sequence[float]) -> tuple[float, ...]:
        """Return, month by month, the share of futures that have made every payment so far."""
        still = np.logical_and.accumulate(self._through(payments), axis=0)
        return tuple(still.mean(axis=1).tolist())

    def _row(self, months: int) -> Floats:
        if not 1 <= months <= self.months:
            raise TermsError(HORIZON, field="months", months=self.months)
        row: Floats = self.sustainable[months - 1]
        return row

    def _through(self, payments: Sequence[float]) -> NDArray[np.bool_]:
        paid = np.cumsum(np.asarray(payments, dtype=np.float64))
        self._row(paid.size)
        through: NDArray[np.bool_] = self.kept[: paid.size] - paid[:, None] >= -ROUNDING
        return through

    def payment_for(self, share: float = SURVIVAL_THRESHOLD, *, months: int) -> float:
        """Return the largest payment that at least `share` of futures keep up for `months`; may be below zero."""
        index = int(np.floor((1 - share) * self.paths + 1e-9))
        return float(self._row(months)[min(index, self.paths - 1)])


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

    Raises:
        TermsError: no futures, or futures of different lengths.
    """
    try:
        futures = np.asarray(paths, dtype=np.float64)
    except ValueError as error:
        raise TermsError(PATHS, field="paths") from error
    if futures.ndim != 2 or not futures.size or not np.isfinite(futures).all():  # noqa: PLR2004  futures by months
        raise TermsError(PATHS, field="paths")
    kept = behind + np.cumsum(futures, axis=1)
    largest: Floats = (kept / np.arange(1, kept.shape[1] + 1)).min(axis=1)
    return largest


def survival(household: Household, stress: Stress, run: Run) -> Survival:
    """Draw the futures and return what each could have paid, for every number of months.

    Same seed and scenario, same futures; bit for bit only within one version of numpy.
    """
    return answered(*streamed(household, stress, run))


def streamed(household: Household, stress: Stress, run: Run) -> tuple[Floats, Floats]:
    """Run the months one by one; return what is kept and the running largest level payment of each future."""
    kept, running = np.empty((run.months, run.paths)), np.empty((run.months, run.paths))
    so_far: Floats | float = household.buffer + household.overdraft
    least: Floats | float = np.inf
    for month, surplus in enumerate(surpluses(household, stress, run)):
        so_far = np.add(so_far, surplus, out=kept[month])
        np.divide(so_far, month + 1, out=running[month])
        least = np.minimum(least, running[month], out=running[month])
    return kept, running


def answered(kept: Floats, running: Floats) -> Survival:
    """Return drawn futures in the order that answers any payment by a look-up; sorts `running` in place."""
    running.sort(axis=1)
    return Survival(kept, running)


@lru_cache(maxsize=8)
def known_survival(household: Household, stress: Stress, run: Run) -> Survival:
    """Return `survival`, kept for the last few households: a slider asks the same futures again and again."""
    return survival(household, stress, run)


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
    """Draw, month by month, what each future leaves before the payment.

    Every month takes the same draws from the stream whatever the figures are, so that two households or two sets of
    assumptions meet the same luck. A bill has its size drawn only where it may come; a chance above `BILLS_UP_TO`
    meets futures of its own.
    """
    random = np.random.Generator(np.random.PCG64(np.random.SeedSequence([run.seed, run.scenario])))
    job, luck, nature = _Job(run.paths), np.empty((2, run.paths)), np.empty((2, run.paths))
    for month in range(run.months):
        random.random(out=luck)
        random.standard_normal(out=nature)
        left = job.step(luck[0], stress)
        left *= household.income * stress.season[month % 12]
        left *= _around_one(nature[0], stress.income_spread)
        left -= household.expenses * _around_one(nature[1], stress.spending_spread) + household.fixed
        _pay_bills(left, luck[1], stress, random)
        yield left


def _pay_bills(left: Floats, luck: Floats, stress: Stress, random: np.random.Generator) -> None:
    may = np.flatnonzero(luck < (BILLS_UP_TO if stress.shock <= BILLS_UP_TO else 1.0))
    sizes = random.standard_normal(may.size)
    come = luck[may] < stress.shock
    left[may[come]] -= stress.shock_size * np.exp(stress.shock_spread * sizes[come])


def _around_one(normal: Floats, spread: float) -> Floats | float:
    """Return log-normal factors whose mean is one, so that usual amounts stay what they are on average."""
    if not spread:
        return 1.0
    normal *= spread
    normal -= spread * spread / 2
    factors: Floats = np.exp(normal, out=normal)
    return factors


class _Job:
    """Who has work in each future, at what part of the old wage, and when they lost it."""

    def __init__(self, paths: int) -> None:
        self.month = 0
        self.works = np.ones(paths, dtype=np.bool_)
        self.wage = np.ones(paths)
        self.lost_in = np.zeros(paths, dtype=np.int64)

    def step(self, luck: Floats, stress: Stress) -> Floats:
        """Move on by a month; return income as a part of the usual one."""
        self.month += 1
        lost = np.flatnonzero(self.works & (luck < stress.job_loss))
        self.works[np.flatnonzero(~self.works & (luck < stress.new_job))] = True
        self.works[lost] = False
        self.wage[lost] *= stress.scar
        self.lost_in[lost] = self.month
        idle = np.flatnonzero(~self.works)
        part = self.wage.copy()
        part[idle] = np.where(self.month - self.lost_in[idle] < stress.benefit_months, stress.benefit, 0.0)
        return part
