"""The tables of docs/security.md name tests that exist."""

from __future__ import annotations

import re

from accord.evidence import limits
from accord.evidence.limits import MB
from tests.house.tree import ROOT
from tests.torture.lines import LINES

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
CONTROL = re.compile(r"^\| (\d+\.\d+\.\d+) \|.*\| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
LINE = re.compile(r"^\| ([FA]\d+) \|", re.MULTILINE)
FAULTS, ATTACKS = 18, 15
MEANT = """
1.1.2 1.2.1-5 1.2.10 1.3.1 1.3.3 1.3.5 1.3.6 1.3.10-12 1.5.2 2.1.3 2.2.1-3 2.3.3 2.4.1 3.2.1-2
3.3.1-4 3.4.1-6 3.4.8 3.5.1-3 3.5.8 3.7.1 5.1.1 5.2.1-4 5.2.6 5.3.2 5.4.1-3 6.5.2 7.1.1 7.2.3
7.3.1-2 7.4.1 7.5.2 8.1.1 8.2.1-3 8.3.1-2 8.4.1 9.2.2 11.1.1-2 11.2.1-4 11.3.2-4 11.4.1 11.4.4
11.5.1 12.1.1 12.2.1 13.3.1 13.4.1-2 13.4.5-6 14.2.1-4 14.2.6-8 14.3.1-3 15.1.2-3 15.2.2 15.2.5
15.3.4 15.4.1-2 16.2.5 16.3.2 16.4.1 16.5.1-4
"""
"""The controls of OWASP ASVS 5.0 that apply to a workbook like this one."""


def _exists(file: str, name: str) -> bool:
    path = ROOT / "tests" / file
    return path.exists() and f"def {name}(" in path.read_text(encoding="utf-8")


def test_every_control_names_tests_that_exist() -> None:
    rows = CONTROL.findall(TEXT)
    assert len(rows) > 100
    assert [control for control, shown_by in rows if not TEST.search(shown_by)] == []
    named = [(row, file, name) for row, shown_by in rows for file, name in TEST.findall(shown_by)]
    assert [found for found in named if not _exists(*found[1:])] == []


def _meant() -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    for written in MEANT.split():
        first, _to, last = written.partition("-")
        chapter, section, number = map(int, first.split("."))
        found += [(chapter, section, one) for one in range(number, int(last or number) + 1)]
    return found


def test_no_control_that_applies_is_left_out() -> None:
    assert _meant() == [tuple(map(int, control.split("."))) for control, _shown_by in CONTROL.findall(TEXT)]


def test_every_test_the_page_names_exists() -> None:
    named = TEST.findall(TEXT)
    assert len(named) > 150
    assert [found for found in named if not _exists(*found)] == []


def test_the_limits_of_files_are_those_written_down() -> None:
    files = (
        f"{limits.LARGEST_FILE // MB} MB; {limits.MOST_PIXELS // 10**6} million pixels; "
        f"{limits.MOST_PAGES} pages, kept at {limits.LONGEST_SIDE} pixels a side"
    )
    process = (
        f"{limits.MEMORY // MB} MB, {limits.CPU_SECONDS} s of processor, {limits.WALL_SECONDS:.0f} s in all, "
        f"{limits.OUTPUT // MB} MB written, {limits.OPEN_FILES} open files"
    )
    assert files in TEXT
    assert process in TEXT
    assert f"| {limits.MOST_FILES} files, {limits.LARGEST_CASE // MB} MB |" in TEXT


def test_controls_stand_once_and_in_order() -> None:
    numbers = [tuple(map(int, control.split("."))) for control, _shown_by in CONTROL.findall(TEXT)]
    assert numbers == sorted(set(numbers))


def test_every_fault_and_attack_is_tried_or_says_why_not() -> None:
    wanted = [f"F{number}" for number in range(1, FAULTS + 1)] + [f"A{number}" for number in range(1, ATTACKS + 1)]
    assert [line.id for line in LINES] == wanted
    assert [line.id for line in LINES if not line.tests and not line.why_not] == []
    assert set(LINE.findall(TEXT)) == set(wanted)


def test_every_line_names_tests_that_exist() -> None:
    named = {test.split("::")[0] for line in LINES for test in line.tests}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
