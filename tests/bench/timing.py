"""Times, ratios and the table: everything is measured in one process, best of several runs, peers in between."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import process_time


def best(work: Callable[[], object], *, runs: int = 5, scale: float = 1.0) -> float:
    """Return the shortest processor time of a piece of work in seconds, times `scale` where only a part was run.

    Not the clock on the wall: on a busy machine that one counts what others do, and more of it for long work.
    """
    shortest = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            begun = process_time()
            work()
            shortest = min(shortest, process_time() - begun)
    finally:
        gc.enable()
    return shortest * scale


def ratio(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int = 9, runs: tuple[int, int] = (8, 8)
) -> float:
    """Return our time over theirs: best of some runs of each in turn, the median of several rounds.

    In turn, and more than once, what else the machine does falls on both; `runs` are ours and theirs in each round.
    """
    return median(best(ours, runs=runs[0]) / best(theirs, runs=runs[1]) for _ in range(rounds))


def times(ours: Callable[[], object], theirs: Callable[[], object], *, part: float = 1, long: bool = False) -> float:
    """Return how many times as long they take, measured as in `ratio`; they were given one `part`-th of the work.

    `long` work of theirs (half a second and more) is run once a round.
    """
    return part / ratio(ours, theirs, rounds=5, runs=(20, 1 if long else 3))


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
