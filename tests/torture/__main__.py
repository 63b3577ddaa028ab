"""`make torture`: every fault and every attack of docs/security.md, tried often, in one table.

    python -m tests.torture              all lines, two at a time; most of an hour
    python -m tests.torture F1 A7        these lines alone

Each line is a set of tests of the suite, run with more rounds than usual. A test tells how often it tried (`TRIED`) and
what it counted (`COUNTED`); what failed was lost or let in. A line fails too when it tried less often than it is meant
to, so that nothing passes by having done nothing. The table grows in build/torture.md while the run goes on, and is
printed whole at its end; a line that fails, hangs or cannot even begin costs only itself.
"""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import tempfile
from ast import literal_eval
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from xml.etree.ElementTree import Element, ParseError, parse

from tests.house.tree import ROOT
from tests.torture import COUNTED, TRIED
from tests.torture.lines import LINES, Line

HEAD = (
    "| | fault or attack | meant | tried | lost or let in | seconds | what was counted |\n|---|---|---|---|---|---|---|"
)
LONGEST_LINE = 3000.0
"""Seconds after which a line is ended and counts as failed."""
LANES = min(2, os.cpu_count() or 1)
"""Lines tried at the same time: most wait for a disk, a browser or a child process half of their time."""
TABLE, SAID = ROOT / "build" / "torture.md", ROOT / "build" / "torture.log"


@dataclass(frozen=True)
class Outcome:
    """How a line ended: how often it tried, how many tests failed, what was counted, and in how many seconds."""

    tried: int
    failed: int
    counted: str
    seconds: float = 0.0


def run(line: Line) -> Outcome:
    """Run the tests of a line with its number of rounds; whatever goes wrong becomes a failed line."""
    begun = perf_counter()
    with tempfile.TemporaryDirectory(prefix="wb-torture-") as folder:
        report = Path(folder) / "report.xml"
        status, said = _pytest(line, report)
        try:
            found = read(report, line.id)
        except (OSError, ParseError):  # it was ended, or could not begin
            found = Outcome(0, 1, "no report")
    why = () if status == 0 else (f"ended with {status}",)
    short = () if found.tried >= line.meant else (f"tried {found.tried} times in place of {line.meant}",)
    failed = found.failed or len((*why, *short))
    if failed:
        with SAID.open("a", encoding="utf-8") as log:
            log.write(f"==== {line.id}\n{said[-20_000:]}\n")
    counted = "; ".join((*(why if not found.failed else ()), *short, found.counted))
    return Outcome(found.tried, failed, counted, perf_counter() - begun)


def _pytest(line: Line, report: Path) -> tuple[int, str]:
    """Run a line's tests in a process group of its own, so that a line that hangs takes its servers with it."""
    words = [
        "-q",
        "-p",
        "no:cacheprovider",
        f"--junitxml={report}",
        "-o",
        "junit_family=xunit1",
        "-o",
        f"timeout={LONGEST_LINE:.0f}",
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "pytest", *words, *line.tests],
        cwd=ROOT,
        env=os.environ | {"TORTURE": f"{line.factor:g}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            said, _nothing = process.communicate(timeout=LONGEST_LINE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            said, _nothing = process.communicate()
    return process.returncode, said


def read(report: Path, name: str) -> Outcome:
    """Return what the tests of a line tried and counted and how many failed, from pytest's own report."""
    cases = list(parse(report).getroot().iter("testcase"))  # noqa: S314  written by our own run a moment ago
    mine = [case for case in cases if _told(case, COUNTED).split(" ")[0] == name]
    tried = sum(int(_told(case, TRIED) or 0) for case in mine)
    counted = joined(_told(case, COUNTED).removeprefix(name).strip() for case in mine)
    return Outcome(tried, sum(map(_failed, cases)), "; ".join((f"{len(cases)} tests", *counted)))


def joined(counted: Iterable[str]) -> list[str]:
    """Return what tests counted; the figures of those that counted the same things are added up."""
    sums, told = dict[tuple[str, ...], Counter[str]](), list[str]()
    for text in counted:
        try:
            figures = literal_eval(text)
        except (SyntaxError, ValueError):
            figures = None
        if isinstance(figures, dict) and all(isinstance(number, int) for number in figures.values()):
            sums.setdefault(tuple(figures), Counter()).update(figures)
        else:
            told.append(text)
    return [*told, *(str(dict(found)) for found in sums.values())]


def _told(case: Element, name: str) -> str:
    return next((str(found.get("value")) for found in case.iter("property") if found.get("name") == name), "")


def _failed(case: Element) -> bool:
    return any(case.find(name) is not None for name in ("failure", "error", "skipped"))


def row(line: Line, outcome: Outcome) -> str:
    """Return a line of the table."""
    lost = str(outcome.failed) if outcome.failed else "0"
    told = f"{outcome.tried:,} | {lost} | {outcome.seconds:.0f} | {outcome.counted.replace('|', '/')}"
    return f"| {line.id} | {line.what} | {line.meant:,} | {told} |"


def _tried(lines: Iterable[Line]) -> Iterable[tuple[Line, Outcome | None]]:
    """Run the lines in all lanes; give them in their own order, without an outcome where there is nothing to run."""
    lines = list(lines)
    with ThreadPoolExecutor(LANES) as lanes:
        begun = sorted((line for line in lines if line.tests), key=lambda line: not line.long)
        running = {line.id: lanes.submit(run, line) for line in begun}
        for line in lines:
            yield line, running[line.id].result() if line.id in running else None


def main(wanted: list[str]) -> int:
    """Print the table line by line and once more whole; return 1 when anything was lost or let in."""
    TABLE.parent.mkdir(exist_ok=True)
    SAID.unlink(missing_ok=True)
    begun, bad, table = perf_counter(), list[str](), [HEAD]
    for line, outcome in _tried(line for line in LINES if not wanted or line.id in wanted):
        if outcome:
            table.append(row(line, outcome))
            bad += [line.id] if outcome.failed else []
        else:
            table.append(f"| {line.id} | {line.what} | – | – | – | – | not run here: {line.why_not} |")
        sys.stdout.write(table[-1] + "\n")
        sys.stdout.flush()
        TABLE.write_text("\n".join(table) + "\n", encoding="utf-8")
    verdict = f"lost or let in: {', '.join(bad)} (build/torture.log says how)" if bad else "nothing lost, nobody let in"
    where = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    day, minutes = datetime.now(UTC).date(), (perf_counter() - begun) / 60
    table.append(f"\n{day}, {minutes:.0f} minutes, {where}: {verdict}")
    TABLE.write_text("\n".join(table) + "\n", encoding="utf-8")
    sys.stdout.write("\n" + "\n".join(table) + "\n")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
