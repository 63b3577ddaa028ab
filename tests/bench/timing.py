"""Times, ratios and the table: everything is measured in one process, best of several runs, peers in between."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


def best(work: Callable[[], object], *, runs: int = 5, scale: float = 1.0) -> float:
    """Return the shortest time of a piece of work in seconds, times `scale` where only a part was run."""
    shortest = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            begun = perf_counter()
            work()
            shortest = min(shortest, perf_counter() - begun)
    finally:
        gc.enable()
    return shortest * scale


def ratio(ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int = 9, runs: int = 8) -> float:
    """Return our time over theirs for short pieces of work: best of some runs in turn, the median of several rounds.

    Short work fits between two disturbances or falls into one; in turn, and more than once, it does neither for long.
    """
    return median(best(ours, runs=runs) / best(theirs, runs=runs) for _ in range(rounds))


@dataclass(frozen=True)
class Line:
    """One line of the table: a target and what was measured. `at_least` targets are ratios to be reached from above.

    `target` is None for a line that only informs.
    """

    task: str
    what: str
    measured: float
    target: float | None = None
    at_least: bool = True
    unit: str = "x"

    @property
    def reached(self) -> bool:
        """True when the target is reached, or when there is none."""
        if self.target is None:
            return True
        return self.measured >= self.target if self.at_least else self.measured <= self.target

    def shown(self) -> str:
        """Return the line as a row of a Markdown table."""
        sign = ">=" if self.at_least else "<="
        target = "" if self.target is None else f"{sign} {_number(self.target)}{self.unit}"
        verdict = "" if self.target is None else ("reached" if self.reached else "MISSED")
        return f"| {self.task} | {self.what} | {_number(self.measured)}{self.unit} | {target} | {verdict} |"


def _number(value: float) -> str:
    if value and abs(value) < 1e-3:
        return f"{value:.0e}"
    return f"{value:,.2f}" if abs(value) < 10 else f"{value:,.0f}"


HEAD = "| id | what | measured | target | |\n|---|---|---|---|---|"
