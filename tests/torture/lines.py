"""The faults and attacks, a line each: which tests try it, and how often in the long run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Line:
    """One fault or attack.

    Attributes:
        id: F for faults, A for attacks.
        what: in a few words.
        factor: how many times as often as in `make test`.
        meant: how often it is to be tried at least; a run that tried less often fails.
        tests: what pytest is asked to run.
        long: whether it takes ten minutes or more; such lines begin first, so that none is left over at the end.
        why_not: why it cannot be run, where there are no tests.
    """

    id: str
    what: str
    factor: float = 1
    meant: int = 0
    tests: tuple[str, ...] = ()
    long: bool = False
    why_not: str = ""


STORE = "tests/accord/store"

CROWD = f"{STORE}/test_concurrency.py"
CASE, WEB = "tests/accord/case", "tests/web"
JOURNEYS, HOSTILE = "tests/journeys", "tests/hostile"

LINES: Final = (
    Line("F1", "killed in the middle of a save", 10, 1000, (f"{STORE}/test_killing.py",)),
    Line("F2", "the database's own process killed in the middle of a save", 9, 300, (f"{STORE}/test_backends.py",)),
    Line(
        "F3",
        "PostgreSQL stopped at once while somebody saves",
        5,
        50,
        (f"{CROWD}::test_a_server_that_crashes_while_somebody_saves_loses_nothing",),
    ),
    Line(
        "F4",
        "several writers raise one counter",
        100,
        36000,
        (f"{CROWD}::test_a_counter_that_many_raise_loses_no_step",),
        long=True,
    ),
    Line("F5", "the disk is full", 5, 400, (f"{STORE}/test_full_disk.py",)),
    Line("F6", "the database is away at every action", 4, 36, (f"{STORE}/test_outages.py",)),
    Line("F7", "the power is cut at every page of the log", 10, 500, (f"{STORE}/test_power_cut.py",)),
    Line("F8", "the workbook file: bits, cuts, additions", 81, 74000, ("tests/accord/crypto/test_spoilt_files.py",)),
    Line(
        "F9",
        "other programs' files",
        10,
        60,
        (f"{CASE}/test_foreign_files.py", "tests/components/test_foreign_files.py"),
    ),
    Line("F10", "files of every released version", 1, 2, (f"{CASE}/test_golden_files.py",)),
    Line(
        "F11",
        "anything at every parser and builder",
        52,
        170000,
        (
            "tests/accord/test_every_parser.py",
            "tests/accord/documents/test_every_builder.py",
            f"{WEB}/test_every_request.py",
        ),
        long=True,
    ),
    Line(
        "F12",
        "random histories against a dictionary",
        180,
        100_000,
        (f"{STORE}/test_against_a_model.py",),
        long=True,
    ),
    Line(
        "F13",
        "the page refreshed, left, gone back from, closed while somebody types",
        9,
        480,
        (f"{JOURNEYS}/test_refresh.py",),
        long=True,
    ),
    Line(
        "F14",
        "the connection dropped, away, the server restarted",
        3,
        60,
        (f"{JOURNEYS}/test_dropped.py",),
        long=True,
    ),
    Line("F15", "the clock changed", 1, 24, (f"{STORE}/test_clock_changes.py",)),
    Line("F16", "two tabs", 10, 40, (f"{JOURNEYS}/test_two_tabs.py",)),
    Line("F17", "a backup taken while people save, and restored", 7, 20, (f"{STORE}/test_backup_under_load.py",)),
    Line("F18", "a step of the database killed in the middle", 4, 60, (f"{STORE}/test_migrations.py",)),
    Line("A1", "guessed links, tickets, keys, codes", 84, 100000, (f"{STORE}/test_guesses.py",)),
    Line("A2", "links run out, withdrawn, used up, at every action", 1, 84, (f"{STORE}/test_every_action.py",)),
    Line("A3", "every column of every row changed or exchanged", 2, 1200, (f"{STORE}/test_every_column.py",)),
    Line("A4", "every role at every action", 1, 51, (f"{STORE}/test_every_action.py", f"{STORE}/test_roles.py")),
    Line("A5", "a known session taken over", 2, 24, (f"{WEB}/test_takeover.py",)),
    Line("A6", "another visitor's files", 42, 500, (f"{WEB}/test_others_files.py", f"{WEB}/test_page_pictures.py")),
    Line(
        "A7",
        "hostile words in every field, on every page",
        15,
        10_000,
        (f"{HOSTILE}/test_words.py", f"{JOURNEYS}/test_hostile_words.py"),
        long=True,
    ),
    Line("A8", "hostile pictures and PDFs", 1, 220, ("tests/accord/evidence/test_examining.py",)),
    Line("A9", "anything alive in a PDF of ours", 4, 12, (f"{HOSTILE}/test_papers.py",)),
    Line("A10", "forms and scripts of other sites", 1, 42, (f"{WEB}/test_other_sites.py",)),
    Line(
        "A11",
        "formulas, headers and control signs in tables, mails, calendars",
        4,
        1000,
        (f"{HOSTILE}/test_writers.py",),
    ),
    Line("A12", "words of a person in logs, addresses and errors", 1, 20, (f"{WEB}/test_canaries.py",)),
    Line("A13", "floods", 1, 1700, (f"{WEB}/test_floods.py",)),
    Line("A14", "known holes in the pinned packages", why_not="needs the network: `make audit`"),
    Line("A15", "each setting of the start made unsafe", 11, 13, (f"{WEB}/test_refused_starts.py",)),
)
