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
        tests: what pytest is asked to run.
        why_not: why it cannot be run, where there are no tests.
    """

    id: str
    what: str
    factor: float = 1
    tests: tuple[str, ...] = ()
    why_not: str = ""


STORE = "tests/accord/store"

LINES: Final = (
    Line("F1", "killed in the middle of a save", 10, (f"{STORE}/test_killing.py",)),
    Line("F3", "PostgreSQL stopped at once while somebody saves", 5, (f"{STORE}/test_concurrency.py",)),
    Line("F4", "several writers raise one counter", 30, (f"{STORE}/test_concurrency.py",)),
    Line("F8", "the workbook file: bits, cuts, additions", 70, ("tests/accord/crypto/test_spoilt_files.py",)),
    Line("F12", "random histories against a dictionary", 40, (f"{STORE}/test_against_a_model.py",)),
    Line("F18", "a step of the database killed in the middle", 4, (f"{STORE}/test_migrations.py",)),
    Line("A1", "guessed links, tickets, keys, codes", 80, (f"{STORE}/test_guesses.py",)),
    Line("A2", "links run out, withdrawn, used up, at every action", 1, (f"{STORE}/test_every_action.py",)),
    Line("A3", "every column of every row changed or exchanged", 6, (f"{STORE}/test_every_column.py",)),
    Line("A4", "every role at every action", 1, (f"{STORE}/test_every_action.py", f"{STORE}/test_roles.py")),
    Line("A5", "a known session taken over", 2, ("tests/web/test_takeover.py",)),
)
