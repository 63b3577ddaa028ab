"""Which input breaks the plan first: the same futures with one thing worse at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from accord.budget.chances import holds
from accord.budget.stress import Household, Run, Stress, survival
from accord.i18n import N_, _

World = tuple[Household, Stress]
Worse = Callable[[Household, Stress, float], World]
"""Makes a world worse: 0 leaves it as it is, 1 is as bad as we look."""

STEPS = 6
"""Halvings to find the breaking point: to a sixty-fourth of the way."""


@dataclass(frozen=True)
class Threat:
    """One thing that can become worse, and by how much at the worst looked at."""

    name: str
    title: str
    worse: Worse


@dataclass(frozen=True)
class Swing:
    """What one thing alone does to a plan.

    Attributes:
        name: which.
        title: what becomes worse, a message.
        share: part of the futures that keep the plan when it is as bad as looked at.
        fall: how much that is below today's share.
        breaks_at: part of the way (0 to 1) at which fewer than 8 in 10 keep the plan; None when that never happens,
            0 when it is so already.
    """

    name: str
    title: str
    share: float
    fall: float
    breaks_at: float | None

    @property
    def spoken_title(self) -> str:
        """What becomes worse, in the reader's language."""
        return _(self.title)


THREATS: tuple[Threat, ...] = (
    Threat(
        "income",
        N_("Income is up to a fifth lower"),
        lambda home, stress, part: (replace(home, income=home.income * (1 - part / 5)), stress),
    ),
    Threat(
        "expenses",
        N_("Spending is up to a fifth higher"),
        lambda home, stress, part: (replace(home, expenses=home.expenses * (1 + part / 5)), stress),
    ),
    Threat(
        "buffer",
        N_("Less is put by, down to nothing"),
        lambda home, stress, part: (replace(home, buffer=home.buffer * (1 - part)), stress),
    ),
    Threat(
        "job_loss",
        N_("The income stops up to three times as often"),
        lambda home, stress, part: (home, replace(stress, job_loss=min(1.0, stress.job_loss * (1 + 2 * part)))),
    ),
    Threat(
        "new_job",
        N_("Finding new work takes up to three times as long"),
        lambda home, stress, part: (home, replace(stress, new_job=stress.new_job / (1 + 2 * part))),
    ),
    Threat(
        "shock",
        N_("Large bills come up to three times as often"),
        lambda home, stress, part: (home, replace(stress, shock=min(1.0, stress.shock * (1 + 2 * part)))),
    ),
    Threat(
        "income_spread",
        N_("Income swings up to twice as far"),
        lambda home, stress, part: (home, replace(stress, income_spread=stress.income_spread * (1 + part))),
    ),
)


def sensitivity(household: Household, stress: Stress, payments: Sequence[float], run: Run) -> tuple[Swing, ...]:
    """Return what each threat alone does, the one that breaks the plan first at the top, then by how much it costs.

    All worlds meet the same luck, so differences come from the input alone.

    Args:
        household: in the unit of `payments`.
        stress: what may happen.
        payments: month by month; no more than `run.months`.
        run: size and seed; a few thousand futures are enough here.
    """

    def kept(world: World) -> float:
        return survival(*world, replace(run, months=len(payments))).of_payments(payments).share

    today = kept((household, stress))
    swings = [_swing(threat, (household, stress), today, kept) for threat in THREATS]
    return tuple(sorted(swings, key=lambda swing: (2.0 if swing.breaks_at is None else swing.breaks_at, -swing.fall)))


def _swing(threat: Threat, world: World, today: float, kept: Callable[[World], float]) -> Swing:
    worst = kept(threat.worse(*world, 1.0))
    low, high = 0.0, 1.0
    if not holds(today):
        high = 0.0
    elif not holds(worst):
        for _step in range(STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if holds(kept(threat.worse(*world, middle))) else (low, middle)
    breaks = None if holds(worst) else high
    return Swing(threat.name, threat.title, worst, today - worst, breaks)
