"""The power goes: whatever part of SQLite's files had reached the disk, every acknowledged save is there, and whole.

The model. With `synchronous=FULL` a save is acknowledged after the log up to the end of its transaction has reached
the disk. So at a cut the log is whole to *some* place at or behind the end of the last acknowledged save; behind
that place stands nothing, a torn page, or what an earlier round of the log left there. The log is cut at its pages
and inside them, and each time what is kept must be exactly the saves whose transactions end before the cut: none of
them missing, none of the later ones half there. While the log is written back, any page of the database file may be
the old one, the new one or torn, and nothing may be missing at all.

What this cannot show: a disk that says "written" before it is.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, Limits, Store
from tests import torture
from tests.accord.store.conftest import PEPPER

PAGE = 4096
SECTOR = 512
HEADER, FRAME = 32, 24 + PAGE
SAVES = 16
LIMITS = Limits(saves_a_minute=10**9)


@dataclass
class Round:
    """One round of the log.

    Attributes:
        before: the database file when it began.
        log: the log when it was full.
        below: what an earlier round left where this one had not written yet.
        ends: where each acknowledged save ends in the log.
        first: the number of the last save before this round.
        after: the database file when all was written back.
    """

    before: bytes
    log: bytes
    below: bytes
    ends: list[int]
    first: int
    after: bytes = b""

    @property
    def pages(self) -> list[int]:
        """Where pages of the log begin and end, the places before its first page among them."""
        return [0, HEADER, *range(HEADER + FRAME, self.ends[-1] + 1, FRAME)]

    def kept(self, place: int) -> int:
        """Return the number of the last save that ends before a place."""
        return self.first + sum(end <= place for end in self.ends)


@pytest.fixture
def rounds(local: Store, local_key: OwnerKey) -> list[Round]:
    """Return two rounds of the log: one into an empty log, one over what the first left."""
    file = local.settings.sqlite_file
    log = file.with_name(file.name + "-wal")
    local.database.upkeep("PRAGMA wal_autocheckpoint=0")
    local.database.upkeep("PRAGMA wal_checkpoint(TRUNCATE)")
    found, number = list[Round](), 0
    for below in (b"", log):
        left = below.read_bytes() if isinstance(below, Path) else b""
        this = Round(file.read_bytes(), b"", left, [], number)
        for _save in range(SAVES):
            number += 1
            local.save(local_key, Change("counter", _text(number), number - 1))
            this.ends.append(_end(log.read_bytes()))
        assert this.ends == sorted(set(this.ends))
        this.log = log.read_bytes()
        local.database.upkeep("PRAGMA wal_checkpoint(RESTART)")
        this.after = file.read_bytes()
        found.append(this)
    return found


def _text(number: int) -> bytes:
    return b'{"n": %d, "padding": "%s"}' % (number, b"x" * 5000)


def _end(log: bytes) -> int:
    """Return where the last transaction of this round ends: pages of earlier rounds carry another salt."""
    salt, last = log[16:24], 0
    for start in range(HEADER, len(log) - FRAME + 1, FRAME):
        if log[start + 8 : start + 16] != salt:
            break
        last = start + FRAME if any(log[start + 4 : start + 8]) else last
    return last


@dataclass
class Wreck:
    """What a power cut left, in folders of their own."""

    folder: Path
    key: OwnerKey
    numbers: Iterator[int]

    def opened(self, database: bytes, log: bytes) -> int:
        """Return the number of the save that is found after the start; the file must be whole."""
        place = Settings(self.folder / str(next(self.numbers)), self.folder / "none", pepper=PEPPER)
        place.data_dir.mkdir()
        place.sqlite_file.write_bytes(database)
        place.sqlite_file.with_name(place.sqlite_file.name + "-wal").write_bytes(log)
        with Store(place, limits=LIMITS) as store:
            assert not store.database.read_only
            assert store.database.upkeep("PRAGMA integrity_check") == "ok"
            text = store.open(self.key).sections.get("counter")
        number = text.version if text else 0
        assert text is None or text.data == _text(number)
        for left in place.data_dir.iterdir():
            left.unlink()
        return number


@pytest.fixture
def wreck(tmp_path: Path, local_key: OwnerKey) -> Wreck:
    return Wreck(tmp_path, local_key, count())


@torture.PATIENT
def test_a_log_cut_at_any_of_its_pages_keeps_what_ends_before(
    rounds: list[Round], wreck: Wreck, record_property: Callable[[str, object], None]
) -> None:
    dice = random.Random(1)  # noqa: S311  where to cut
    places = [(this, place) for this in rounds for place in this.pages]
    chosen = dice.sample(places, min(torture.CUTS["page"], len(places)))
    for this, place in chosen:
        assert wreck.opened(this.before, this.log[:place] + this.below[place:]) == this.kept(place)
    record_property(torture.TRIED, len(chosen))
    told = f"{len(chosen)} of {len(places)} places between pages, {len(rounds) * SAVES} saves: lost 0, torn 0"
    record_property(torture.COUNTED, f"F7 {told}")


@torture.PATIENT
def test_a_log_cut_within_a_page_keeps_what_ends_before(
    rounds: list[Round], wreck: Wreck, record_property: Callable[[str, object], None]
) -> None:
    dice, kinds = random.Random(2), Counter[str]()  # noqa: S311  where to cut
    for number in range(torture.CUTS["mid-page"]):
        this = dice.choice(rounds)
        place = dice.randrange(HEADER + 1, this.ends[-1] - 1)
        kind, tail = [("short", b""), ("torn", dice.randbytes(9000)), ("zeros", bytes(9000)), ("below", b"")][
            number % 4
        ]
        log = this.log[:place] + (this.below[place:] if kind == "below" else tail)
        assert wreck.opened(this.before, log) == this.kept(place)
        kinds[kind] += 1
    record_property(torture.TRIED, kinds.total())
    record_property(torture.COUNTED, f"F7 cut within a page, behind it {dict(kinds)}: lost 0, torn 0")


@torture.PATIENT
def test_a_cut_while_the_log_is_written_back_loses_nothing(
    rounds: list[Round], wreck: Wreck, record_property: Callable[[str, object], None]
) -> None:
    dice, pages = random.Random(3), Counter[str]()  # noqa: S311  which pages had been written
    for _cut in range(torture.CUTS["half written back"]):
        this = dice.choice(rounds)
        half = _half_written(this, dice, pages)
        assert wreck.opened(half, this.log) == this.first + SAVES
    record_property(torture.TRIED, torture.CUTS["half written back"])
    record_property(torture.COUNTED, f"F7 half written back, {torture.CUTS['half written back']} times: {dict(pages)}")


def _half_written(this: Round, dice: random.Random, pages: Counter[str]) -> bytes:
    """Return a database file of which some pages are old, some new, some torn between two sectors."""
    found = bytearray()
    for start in range(0, dice.choice([len(this.before), len(this.after)]), PAGE):
        old, new = (file[start : start + PAGE].ljust(PAGE, b"\0") for file in (this.before, this.after))
        at = dice.choice([0, PAGE, dice.randrange(1, PAGE // SECTOR) * SECTOR])
        found += new[:at] + old[at:]
        pages["same" if old == new else {0: "old", PAGE: "new"}.get(at, "torn")] += 1
    return bytes(found)
