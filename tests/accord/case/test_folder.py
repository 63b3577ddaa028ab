"""Answers and papers in one piece: the same back, and nothing read that goes beyond what a case can have."""

from __future__ import annotations

import json
import random
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from accord.case import Case, Evidence, EvidenceFile
from accord.case import folder as module
from accord.case.folder import NAME, read_folder, write_folder
from accord.case.workbook import LARGEST_FILE, read_workbook, write_workbook
from accord.crypto import protect, unprotect
from accord.crypto.derive import PassphraseCost
from accord.errors import BrokenFileError, NewerFileError, WorkbookError
from accord.evidence.limits import LARGEST_CASE, MB, MOST_FILES
from accord.evidence.sheaf import LARGEST, unpack

CHEAP = PassphraseCost(memory=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "a long enough passphrase"  # noqa: S105  of an invented file
GOLDEN = Path(__file__).parent / "golden_papers" / "format_2.workbook"
GOLDEN_PASSPHRASE = "golden papers 钥匙"  # noqa: S105  of an invented file
ANSWERS = write_workbook(Case())
FIRST, SECOND = "ab" * 16, "cd" * 16


def folder_of(rows: Sequence[Mapping[str, object]] | object, body: bytes = b"", answers: bytes = ANSWERS) -> bytes:
    """Return a folder with any list, as somebody might write it."""
    index = json.dumps(rows).encode()
    return NAME + struct.pack(">II", len(answers), len(index)) + answers + index + body


def test_answers_and_papers_are_read_back_the_same() -> None:
    case = Case(evidence=[Evidence(id="letter", files=[EvidenceFile(id=FIRST), EvidenceFile(id=SECOND)])])
    sheaves = {FIRST: b"one", SECOND: b"and another"}

    assert read_folder(write_folder(case, sheaves)) == (case, sheaves)


def test_without_papers_the_answers_alone_are_written() -> None:
    assert write_folder(Case(), {}) == ANSWERS
    assert read_folder(ANSWERS) == (Case(), {})


def test_a_program_that_knows_answers_alone_says_that_a_later_one_wrote_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_papers = protect(write_folder(Case(), {FIRST: b"one"}), PASSPHRASE, CHEAP, papers=True)
    alone = protect(write_folder(Case(), {}), PASSPHRASE, CHEAP)
    assert read_folder(unprotect(with_papers, PASSPHRASE)).sheaves == {FIRST: b"one"}
    monkeypatch.setattr("accord.crypto.protected.FORMATS", frozenset({1}))

    with pytest.raises(NewerFileError):
        unprotect(with_papers, PASSPHRASE)
    assert unprotect(alone, PASSPHRASE) == ANSWERS


def test_the_form_of_a_file_is_bound_into_its_seal() -> None:
    for papers in (True, False):
        closed = protect(ANSWERS, PASSPHRASE, CHEAP, papers=papers)
        with pytest.raises(BrokenFileError):
            unprotect(closed[:4] + bytes([3 - closed[4]]) + closed[5:], PASSPHRASE)


def test_every_cut_and_every_addition_is_refused() -> None:
    whole = write_folder(Case(), {FIRST: b"one", SECOND: b"and another"})
    for length in [*range(1, len(NAME) + 40), *range(len(NAME) + 40, len(whole), 7), len(whole) - 1]:
        with pytest.raises(WorkbookError):
            read_folder(whole[:length])
    for more in (b"\x00", whole):
        with pytest.raises(BrokenFileError):
            read_folder(whole + more)


def test_a_flipped_bit_is_refused_or_changes_one_picture_alone() -> None:
    whole, dice = write_folder(Case(), {FIRST: b"one"}), random.Random(1)  # noqa: S311  which bits to flip
    for at in [*range(16), *dice.sample(range(16, len(whole)), 40)]:
        changed = bytearray(whole)
        changed[at] ^= 1 << dice.randrange(8)
        try:
            found = read_folder(bytes(changed))
        except WorkbookError:
            continue
        assert [len(sheaf) for sheaf in found.sheaves.values()] == [3]


@pytest.mark.parametrize(
    "rows",
    [
        {},
        [],
        7,
        [FIRST],
        [{"id": FIRST}],
        [{"id": FIRST, "length": 3, "kind": "image"}],
        [{"id": "../../etc/passwd", "length": 3}],
        [{"id": FIRST.upper(), "length": 3}],
        [{"id": 7, "length": 3}],
        [{"id": FIRST, "length": "3"}],
        [{"id": FIRST, "length": True}, {"id": SECOND, "length": 2}],
        [{"id": FIRST, "length": 3.0}],
        [{"id": FIRST, "length": 5}, {"id": SECOND, "length": -2}],
        [{"id": FIRST, "length": 3}, {"id": SECOND, "length": 0}],
        [{"id": FIRST, "length": 1}, {"id": FIRST, "length": 3}],
        [{"id": FIRST, "length": 4}],
        [{"id": FIRST, "length": 10**30}],
    ],
)
def test_a_list_that_is_none_of_ours_is_refused(rows: object) -> None:
    with pytest.raises(BrokenFileError):
        read_folder(folder_of(rows, b"one"))


def test_number_and_sizes_are_those_of_a_case() -> None:
    def refused(*lengths: int) -> bool:
        rows = [{"id": f"{number:032x}", "length": length} for number, length in enumerate(lengths)]
        try:
            read_folder(folder_of(rows, bytes(sum(lengths))))
        except BrokenFileError:
            return True
        return False

    assert not refused(*[1] * MOST_FILES)
    assert refused(*[1] * (MOST_FILES + 1))
    assert not refused(LARGEST)
    assert refused(LARGEST + 1)
    assert not refused(*[10 * MB] * (LARGEST_CASE // MB // 10))
    assert refused(*[10 * MB] * (LARGEST_CASE // MB // 10), 1)


def test_lengths_are_bounded_before_anything_is_read_by_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_workbook", None)  # calling it would fail otherwise
    for answers, index in ((2**32 - 1, 0), (0, 2**32 - 1), (LARGEST_FILE + 1, 0), (0, module.LONGEST_LIST + 1)):
        with pytest.raises(BrokenFileError):
            read_folder(NAME + struct.pack(">II", answers, index) + bytes(100))
    with pytest.raises(BrokenFileError):
        read_folder(NAME + struct.pack(">II", 0, 20_000) + b"[" * 20_000)


def test_answers_that_cannot_be_used_are_told_as_such() -> None:
    with pytest.raises(WorkbookError):
        read_folder(folder_of([{"id": FIRST, "length": 3}], b"one", answers=b"{}"))


def test_the_first_file_with_papers_opens_for_good() -> None:
    case, sheaves = read_folder(unprotect(GOLDEN.read_bytes(), GOLDEN_PASSPHRASE))

    assert [(paper.title, [file.id for file in paper.files]) for paper in case.evidence] == [("收入证明", [FIRST])]
    assert [len(unpack(sheaf)) for sheaf in sheaves.values()] == [2]
    assert read_workbook(write_workbook(case)) == case
