"""T8: what importing the engine's arithmetic costs, against importing numpy alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.timing import Line

PAIRS = 31
NUMPY = "import numpy"
ENGINE = (
    "import accord.loans, accord.loans.many, accord.loans.many_rates, accord.budget.stress, accord.bank, "
    "accord.bank.grid, accord.rehearsal.officer"
)
"""Everything that T1 to T7 measure."""


def t8() -> Iterator[Line]:
    """Import: processor time of a process that imports the engine, over one that imports numpy alone.

    Fresh processes in turn, the median of the pairs' ratios: what else the machine does falls on both. Both sides are
    read from compiled files, as installed packages are, and numpy starts no threads, whose waiting would hide our part.
    """
    with TemporaryDirectory() as compiled:
        alike = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "OPENBLAS_NUM_THREADS": "1"}
        alike.pop("PYTHONDONTWRITEBYTECODE", None)
        _import_time(ENGINE, alike)
        pairs = [(_import_time(NUMPY, alike), _import_time(ENGINE, alike)) for _ in range(PAIRS)]
    ratio = median(engine / numpy for numpy, engine in pairs)
    yield Line("T8", "import of the engine's arithmetic, time over numpy's", ratio, 1.5, at_least=False)
    added = 1e3 * median(engine - numpy for numpy, engine in pairs)
    yield Line("T8", "the same, what it adds to numpy's", added, unit=" ms")


def _import_time(code: str, environment: Mapping[str, str]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
