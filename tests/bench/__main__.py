"""`python -m tests.bench`: one table of ratios; ends with 1 when a target is missed."""

from __future__ import annotations

import sys
import warnings

from tests.bench import tasks
from tests.bench.imports import t8
from tests.bench.interactive import interactive
from tests.bench.papers import papers
from tests.bench.timing import HEAD, Line

TASKS = (tasks.t1, tasks.t2, tasks.t3, tasks.t4, tasks.t5, tasks.t6, tasks.t7, t8, interactive, papers)


def main() -> int:
    """Print the table line by line; return 1 when a target is missed."""
    warnings.simplefilter("ignore")
    sys.stdout.write(HEAD + "\n")
    missed: list[Line] = []
    for task in TASKS:
        for line in task():
            sys.stdout.write(line.shown() + "\n")
            sys.stdout.flush()
            missed += [] if line.reached else [line]
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
