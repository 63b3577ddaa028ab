"""The tables of docs/security.md name tests that exist."""

from __future__ import annotations

import re

from tests.house.tree import ROOT
from tests.torture.lines import LINES

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
CONTROL = re.compile(r"^\| (\d+\.\d+\.\d+) \|.*\| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
LINE = re.compile(r"^\| ([FA]\d+) \|", re.MULTILINE)
FAULTS, ATTACKS = 18, 15


def _exists(file: str, name: str) -> bool:
    path = ROOT / "tests" / file
    return path.exists() and f"def {name}(" in path.read_text(encoding="utf-8")


def test_every_control_names_tests_that_exist() -> None:
    rows = CONTROL.findall(TEXT)
    assert len(rows) > 100
    assert [control for control, shown_by in rows if not TEST.search(shown_by)] == []
    named = [(row, file, name) for row, shown_by in rows for file, name in TEST.findall(shown_by)]
    assert [found for found in named if not _exists(*found[1:])] == []


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
