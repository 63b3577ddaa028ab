"""`make torture`: every fault and every attack of docs/security.md, tried often, in one table.

Each line is a set of tests of the suite, run with more rounds than usual. A test tells what it counted under the
property `COUNTED`; what failed was lost or let in.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from xml.etree.ElementTree import Element, parse

from tests.house.tree import ROOT
from tests.torture import COUNTED
from tests.torture.lines import LINES, Line

HEAD = "| | fault or attack | tried | lost or let in | seconds |\n|---|---|---|---|---|"
LONGEST_LINE = 1500.0
"""Seconds after which a line is ended and counts as failed."""


@dataclass(frozen=True)
class Outcome:
    """How a line ended: what was counted, how many tests failed, and in how many seconds."""

    counted: str
    failed: int
    seconds: float


def run(line: Line) -> Outcome:
    """Run the tests of a line with its number of rounds."""
    begun = perf_counter()
    with tempfile.TemporaryDirectory(prefix="wb-torture-") as folder:
        report = Path(folder) / "report.xml"
        words = ["-q", "-p", "no:cacheprovider", f"--junitxml={report}", "-o", "junit_family=xunit1"]
        command = [sys.executable, "-m", "pytest", *words, *line.tests]
        others = os.environ | {"TORTURE": f"{line.factor:g}"}
        try:
            done = subprocess.run(
                command, cwd=ROOT, env=others, capture_output=True, text=True, timeout=LONGEST_LINE, check=False
            )
        except subprocess.TimeoutExpired:
            return Outcome(f"ended after {LONGEST_LINE:.0f} s", 1, perf_counter() - begun)
        # Tests that were not found are no tests that passed.
        counted, failed = read(report, line.id) if report.exists() else ("", 1)
        failed = failed or int(done.returncode != 0)
        if failed:
            sys.stderr.write(done.stdout[-4000:] + done.stderr[-2000:])
    return Outcome(counted, failed, perf_counter() - begun)


def read(report: Path, name: str) -> tuple[str, int]:
    """Return what the tests of a line counted and how many failed, from pytest's own report."""
    cases = list(parse(report).getroot().iter("testcase"))  # noqa: S314  written by our own run a moment ago
    told = [
        str(found.get("value")) for case in cases for found in case.iter("property") if found.get("name") == COUNTED
    ]
    mine = [words.removeprefix(name).strip() for words in told if words.split()[0] == name]
    return "; ".join((f"{len(cases)} tests", *mine)), sum(map(_failed, cases))


def _failed(case: Element) -> bool:
    return any(case.find(name) is not None for name in ("failure", "error", "skipped"))


def main() -> int:
    """Print the table line by line; return 1 when anything was lost or let in. Arguments name single lines."""
    wanted = set(sys.argv[1:])
    sys.stdout.write(HEAD + "\n")
    bad = 0
    for line in LINES:
        if wanted and line.id not in wanted:
            continue
        if not line.tests:
            sys.stdout.write(f"| {line.id} | {line.what} | not run here: {line.why_not} | | |\n")
            continue
        outcome = run(line)
        bad += outcome.failed
        sys.stdout.write(
            f"| {line.id} | {line.what} | {outcome.counted} | {outcome.failed} | {outcome.seconds:.0f} |\n"
        )
        sys.stdout.flush()
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
