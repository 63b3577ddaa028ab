"""How hard faults and attacks are tried: every number in one place, scaled by the environment variable TORTURE.

`TORTURE=1` (nothing said) is what `make test` does, in three minutes at most. A longer run says `TORTURE=10` or more.
Each such test tells what it counted; the figures stand together at the end of a run.
"""

from __future__ import annotations

import os
from typing import Final

import pytest

FACTOR: Final = float(os.environ.get("TORTURE", "1"))
COUNTED: Final = "torture"
"""The property under which a test's report carries its figures."""
TRIED: Final = "tried"
"""The property under which it carries how often the fault or attack was tried, as a number."""

PATIENT: Final = pytest.mark.timeout(240 * max(1.0, FACTOR))
"""How long such a test may take: longer in a longer run."""


def scaled(number: int) -> int:
    """Return a number of tries for this run."""
    return max(1, round(number * FACTOR))


# F1: savers killed in the middle of a save
KILLS: Final = {"sqlite": scaled(100), "postgres": scaled(20)}
# F3: PostgreSQL stopped at once while somebody saves
CRASHES: Final = scaled(10)
# F4: steps each of the writers takes on one counter
WRITERS: Final = 4
STEPS: Final = {"sqlite": scaled(60), "postgres": scaled(30)}
# F8: the workbook file; every truncation is tried anyway, and a longer run takes a larger file
FLIPS: Final = scaled(800)
FILE_BYTES: Final = min(6_800, scaled(400))
APPENDED: Final = min(2_000, scaled(200))
# F12: the store against a dictionary
HISTORIES: Final = scaled(12)
ACTIONS: Final = 30 if FACTOR <= 1 else 50
# F18: each numbered step killed in the middle
STEP_KILLS: Final = scaled(5)
# A1: guessed links, tickets, owner's keys and codes
GUESSES: Final = scaled(1_200)
# A3: rows of each table that are changed, and bits flipped in each of their sealed columns
COLUMN_ROWS: Final = {"sqlite": scaled(3), "postgres": scaled(1)}
COLUMN_FLIPS: Final = scaled(3)
# A5: rounds of session takeover by each way
TAKEOVERS: Final = scaled(2)
# F2: PostgreSQL's own processes ended (asked to, and killed) while somebody saves
BACKENDS: Final = {"asked to end": scaled(30), "killed": scaled(5)}
# F5: saves on a disk that is nearly full, with room again now and then
FULL_DISK_SAVES: Final = scaled(80)
# F6: outages; each is met by every action of the store
OUTAGES: Final = {"sqlite": scaled(2), "postgres": scaled(1)}
# F7: the log of SQLite cut off at so many of its pages, and in the middle of so many; pages half written back
CUTS: Final = {"page": scaled(50), "mid-page": scaled(25), "half written back": scaled(25)}
# F9: foreign files brought to the page itself, at least; all of them are tried at the door behind it
PAGE_FILES: Final = scaled(5)
# F11: examples for each parser and each builder
EXAMPLES: Final = scaled(80)
PAPERS: Final = scaled(6)
# F17: backups taken while others save, on each engine
LOADED_BACKUPS: Final = scaled(3)
# A6: pairs of visitors whose files are alike; each file is asked for by eight strangers in two ways
PAIRS: Final = scaled(12)
# A7, A9: turns of hostile words; two plant every payload, as many as there are payloads bring each to every field
TURNS: Final = scaled(1)
# F13: rounds of leaving each chapter by each way while something is typed
LEAVINGS: Final = scaled(1)
EVERY_WAY: Final = FACTOR > 1
# F14: dropped connections: rounds of each way in each chapter (the short form: two of them), and the pause, seconds
DROPS: Final = scaled(1)
OFFLINE: Final = min(30.0, 3.0 * FACTOR)
# F16: rounds of two tabs that write at the same time
TWO_TABS: Final = scaled(1)
# A12: buttons pressed on each page while canaries stand in all its fields
PRESSES: Final = scaled(1)
# A13: requests of each flood, while the server is asked whether it is well
HANDSHAKES: Final = scaled(1_000)
UPLOADS: Final = scaled(200)
CLAIMS: Final = scaled(500)
# A15: settings changed at a true start of the server; each value of each is tried without starting anyway
STARTS: Final = scaled(2)
