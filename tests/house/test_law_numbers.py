"""No figure of a law, a regulator or a bank stands in code: it is read from its row, by date."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.law_numbers import figures, suspects
from tests.house.tree import ROOT, code_files, imported, shown

ROOMS = tuple(f"accord/{room}/" for room in ("bank", "budget", "watch", "options", "knowledge", "documents"))
ELSEWHERE = tuple(f"accord/{room}/" for room in ("case", "charts", "evidence", "loans", "rehearsal", "store"))
DRAWN = ("components/", "pages/", "web/", "app.py", "serve.py", "accord/chapters.py")
"""Where numbers mostly count seconds, points and rows: figures no rule shares with them are looked for all the same."""
PAPER = {f"accord/documents/{name}.py" for name in ("drawing", "grid", "scale", "sheet", "wrapping")}
DRAWS = {"fpdf", "PIL"}
"""What measures paper in points and pixels: these files, and all that import one of these libraries."""
OUR_OWN = {
    "accord/bank/assumptions.py BANK_ASSUMPTIONS": "assumptions, each called one on the screen and open to change",
    "accord/budget/assumptions.py ASSUMPTIONS": "assumptions, each called one on the screen and open to change",
    "accord/budget/assumptions.py LOSS_OF": "assumed chance a month behind an answer in words",
    "accord/charts/contacts.py _point": "minutes of an hour",
    "accord/loans/minimum.py HIGHEST_DAILY_RATE": "what a daily rate cannot be",
    "accord/rehearsal/officer.py DESKS": "how officers of the rehearsal give way, invented",
    "accord/store/database.py TRIES": "tries to reach the database",
    "accord/store/limits.py HOUR": "minutes of an hour",
    "components/bargain.py FIRST_PARTS": "steps of a picture",
    "components/typed.py TRIES": "looks for words still on their way",
    "accord/budget/promise.py HORIZONS": "months and paths of the simulation",
    "accord/budget/stress.py Run": "months of the simulation",
    "accord/budget/stress.py Stress": "assumed chance a month",
    "accord/documents/building.py LONGEST": "seconds of a processor",
    "accord/documents/full_set.py MOST_CONTACTS": "lines of a table",
    "accord/options/keep_paying.py CLEARED_WITHIN": "where a slider starts",
    "accord/options/recommendation.py MONTHS_AFTER_PAUSE": "where a slider starts",
    "accord/options/sliders.py LONGEST_SECURED": "where a slider ends",
    "accord/options/sliders.py _LONGEST_START": "where a slider starts",
    "accord/options/step_up.py MEDIUM_TERM": "months from which the default step is smaller",
}
"""Numbers that are a rule's figure by chance or with a reason: each with it."""


def _found() -> dict[str, list[str]]:
    looked_at = [path for path in code_files() if shown(path).startswith((*ROOMS, *ELSEWHERE, *DRAWN))]
    found: dict[str, list[str]] = {}
    for path in (path for path in looked_at if not _measures_paper(path)):
        for literal in suspects(path.read_text(encoding="utf-8"), strict=shown(path).startswith(ROOMS)):
            told = f"line {literal.line}: {literal.value} as in {', '.join(figures()[literal.value.normalize()])}"
            found.setdefault(f"{shown(path)} {literal.within}", []).append(told)
    return found


def _measures_paper(path: Path) -> bool:
    return shown(path) in PAPER or bool(DRAWS & {name.split(".")[0] for name in imported(path)})


def test_no_figure_of_a_rule_stands_in_code() -> None:
    assert {place: told for place, told in _found().items() if place not in OUR_OWN} == {}


def test_no_reason_is_kept_for_what_is_gone() -> None:
    assert set(OUR_OWN) - set(_found()) == set()


def test_the_rules_give_figures_to_look_for() -> None:
    assert len(figures()) >= 30


@pytest.mark.parametrize(
    "planted",
    [
        "NIGHT_FROM, NIGHT_UNTIL = 22, 8",
        "def late(days_past_due):\n    return days_past_due > 90",
        "def court_fee(claim):\n    return claim * Decimal('0.025')",
        "BRACKETS = ((1_000_000, 5_000), (10_000_000, 0.025))",
        "CardTerms(daily_rate=Decimal('0.0005'))",
        "def price():\n    return 0.126",
        "class Limits:\n    limitation_years: int = 3",
        "def flagged(calls):\n    return calls > 6",
    ],
)
def test_a_figure_that_is_put_into_code_is_found(planted: str) -> None:
    assert suspects(planted)


@pytest.mark.parametrize(
    "planted",
    [
        "def interest(owed):\n    return owed * Decimal('0.0005')",
        "COMPLAINT_DAYS = 15",
        "def night(hour):\n    return hour >= 22",
        "def price():\n    return 0.126",
        "CardTerms(penalty=0.05)",
    ],
)
def test_a_figure_is_found_where_most_numbers_mean_something_else(planted: str) -> None:
    assert suspects(planted, strict=False)


@pytest.mark.parametrize("harmless", ["SECONDS = 60", "MOST_FILES = 20", "def f():\n    return 360"])
def test_seconds_and_rows_are_left_alone_there(harmless: str) -> None:
    assert suspects(harmless, strict=False) == []


@pytest.mark.parametrize("harmless", ["MONTHS = 12", "HOW_MANY = 3", "def f():\n    return 0.05", "WIDTH = 17.5"])
def test_everyday_numbers_are_left_alone(harmless: str) -> None:
    assert suspects(harmless) == []


def test_every_room_that_is_looked_at_is_there() -> None:
    assert [room for room in (*ROOMS, *ELSEWHERE) if not (ROOT / room).is_dir()] == []
    assert [name for name in PAPER if not (ROOT / name).is_file()] == []
