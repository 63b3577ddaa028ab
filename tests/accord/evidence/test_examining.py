"""Foreign files: each is taken as bare pictures or refused with a sentence; the process that opens it dies alone."""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

import pytest

from accord.case.workbook import read_workbook
from accord.crypto import unprotect
from accord.errors import AccordError
from accord.evidence import examining
from accord.evidence.codes import Code
from accord.evidence.examining import check_room, examine
from accord.evidence.limits import LARGEST_CASE, MB, MOST_FILES
from accord.evidence.reasons import EvidenceError
from accord.i18n import speaking
from tests import torture
from tests.accord.evidence.hostile import hostile_files
from tests.accord.evidence.specimens import as_bytes, as_pdf, specimen

FILES = hostile_files()
LEFTOVERS = (b"Exif", b"<script", b"<?php", b"PK\x03\x04", b"JavaScript", b"%PDF", b"ICC_PROFILE", b"app.alert")
ROOT = Path(__file__).parents[3]
PARENT = """
import json, pathlib, re, resource, sys, time
from accord.evidence.examining import examine
from accord.evidence.reasons import EvidenceError
status = pathlib.Path("/proc/self/status")  # getrusage would tell what the process had before it became this one
def peak():
    if status.exists():
        return int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**20
files, marks = sorted(pathlib.Path(sys.argv[1]).iterdir()), json.loads(sys.argv[2])
before, told = peak(), []
for path in files:
    began, said, left = time.monotonic(), "", []
    try:
        pages = examine(path.read_bytes())
    except EvidenceError as error:
        answer, said = error.code.value, error.speak()
    else:
        answer, left = "taken", [mark for mark in marks if any(mark.encode() in page.jpeg for page in pages)]
    told.append([answer, time.monotonic() - began, said, left])
print(json.dumps({"files": told, "grown": peak() - before}))
"""


def test_enough_hostile_files_are_tried() -> None:
    assert len({name for name, _data, _right in FILES}) == len(FILES) >= 60


@dataclass(frozen=True)
class Opened:
    """What became of a file: the answer, the seconds it took, the sentence said, marks of code left in its pages."""

    answer: str
    seconds: float
    said: str
    left: list[str]


@dataclass(frozen=True)
class Report:
    """What became of all files, handed in one after the other to one process, and by how many MB that process grew."""

    files: dict[str, Opened]
    grown: int


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Hand every hostile file to a process of ours that lives through all of them."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, (_name, data, _right) in enumerate(FILES):
        (folder / f"{number:03}").write_bytes(data)
    command = [sys.executable, "-c", PARENT, str(folder), json.dumps([mark.decode() for mark in LEFTOVERS])]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    names = [name for name, _data, _right in FILES]
    return Report({name: Opened(*one) for name, one in zip(names, found["files"], strict=True)}, found["grown"])


@pytest.mark.parametrize(("name", "right"), [(file[0], file[2]) for file in FILES], ids=[file[0] for file in FILES])
def test_a_hostile_file_is_made_plain_or_refused_in_time(report: Report, name: str, right: tuple[str, ...]) -> None:
    opened = report.files[name]

    assert opened.answer in right
    assert "{" not in opened.said
    assert opened.left == []
    assert opened.seconds < 25


def test_our_own_memory_stays_bounded_while_bombs_go_off(
    report: Report, record_property: Callable[[str, object], None]
) -> None:
    answers = Counter(opened.answer for opened in report.files.values())
    longest = max(opened.seconds for opened in report.files.values())
    told = f"{len(report.files)} files {dict(answers)}, longest {longest:.1f} s, parent grew {report.grown} MB"
    record_property(torture.TRIED, len(report.files))
    record_property(torture.COUNTED, f"A8 {told}, parent died 0")

    assert len(report.files) == len(FILES)
    assert report.grown <= 50


def test_no_hostile_file_is_taken_for_a_workbook_by_any_of_its_doors(
    record_property: Callable[[str, object], None],
) -> None:
    answers = Counter[str]()
    for _name, data, _right in FILES:
        for door in (read_workbook, lambda data: unprotect(data, "a long enough passphrase")):
            with pytest.raises(AccordError) as refused:
                door(data)
            answers[type(refused.value).__name__] += 1
    record_property(torture.TRIED, answers.total())
    record_property(torture.COUNTED, f"A8 brought as a workbook, plain and protected: {dict(answers)}")


def test_a_photo_becomes_one_page_and_a_pdf_as_many_as_it_has() -> None:
    assert len(examine(as_bytes(specimen()))) == 1
    assert len(examine(as_pdf(specimen(), specimen(5), specimen(9)))) == 3


def test_a_process_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "WALL_SECONDS", 0.02)
    began = time.monotonic()

    with pytest.raises(EvidenceError) as refused:
        examine(as_pdf(*[specimen()] * 12))

    assert refused.value.code is Code.HEAVY
    assert time.monotonic() - began < 5


def test_the_process_that_reads_a_file_is_told_to_stand_back(monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[int]()
    monkeypatch.setattr(examining, "stand_back", told.append)

    examine(as_bytes(specimen()))

    assert len(told) == 1


def test_when_all_cores_are_busy_the_person_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "PATIENCE", 0.01)
    monkeypatch.setattr(examining, "_LANES", BoundedSemaphore(1))
    examining._LANES.acquire()  # noqa: SLF001  the lane another person's file holds

    with pytest.raises(EvidenceError) as refused:
        examine(as_bytes(specimen()))

    assert refused.value.code is Code.BUSY


def test_a_child_that_answers_nonsense_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in (b"WBPAGES1", b"REFUSED of-another-kind", b"<html>", b"WBPAGES1\x00\x00\x00\x02{}"):
        monkeypatch.setattr(examining, "_asked", lambda _data, answer=answer: answer)
        with pytest.raises(EvidenceError) as refused:
            examine(b"x")
        assert refused.value.code is Code.DAMAGED


def test_a_case_holds_twenty_files_and_fifty_megabytes() -> None:
    check_room([MB] * (MOST_FILES - 1), MB)
    with pytest.raises(EvidenceError) as many:
        check_room([1] * MOST_FILES)
    with pytest.raises(EvidenceError) as full:
        check_room([LARGEST_CASE - 5], 6)

    assert (many.value.code, full.value.code) == (Code.MANY, Code.FULL)


def test_refusals_are_said_in_chinese_too() -> None:
    with speaking("zh_CN"):
        said = [EvidenceError(code).speak() for code in Code]

    assert all(any("一" <= sign <= "鿿" for sign in sentence) for sentence in said)
    assert len(set(said)) == len(Code)
