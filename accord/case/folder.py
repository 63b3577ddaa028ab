"""The answers and the pages of their papers in one piece: what a protected workbook file holds when there are papers.

Layout, all numbers big-endian: eight bytes of name, four of the answers' length, four of the list's length, the answers
as a workbook file, the list in JSON (each paper's picture by its id and length), then the pictures one after another,
each as the child process of an upload packed it. Whoever opens a folder trusts nothing in it: numbers and lengths are
checked before a byte is read by them, and a picture is no picture before `accord.evidence` has drawn it anew.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Mapping
from typing import Final, NamedTuple

from accord.case.case import Case
from accord.case.workbook import CUT_OFF, LARGEST_FILE, read_workbook, write_workbook
from accord.errors import BrokenFileError
from accord.evidence.limits import LARGEST_CASE, MOST_FILES
from accord.evidence.sheaf import LARGEST

NAME: Final = b"BNWPAPER"
LONGEST_LIST: Final = 8 * 1024
_LENGTHS = struct.Struct(">II")
_ID = re.compile(r"[0-9a-f]{32}")
_FIELDS = frozenset({"id", "length"})


class Folder(NamedTuple):
    """A case, and the pages of its papers by the id the case knows them by; not one of them was looked at yet."""

    case: Case
    sheaves: Mapping[str, bytes]


def write_folder(case: Case, sheaves: Mapping[str, bytes]) -> bytes:
    """Return the answers and the papers in one piece; without papers the answers alone, as `write_workbook` does."""
    answers = write_workbook(case)
    if not sheaves:
        return answers
    index = json.dumps([{"id": name, "length": len(sheaf)} for name, sheaf in sheaves.items()]).encode()
    return b"".join((NAME, _LENGTHS.pack(len(answers), len(index)), answers, index, *sheaves.values()))


def read_folder(data: bytes) -> Folder:
    """Read what `write_folder` wrote, or the answers alone.

    Raises:
        BrokenFileError: cut off, or with more files, larger ones or other ids than a case can have.
        WorkbookError: as `read_workbook` says.
    """
    if not data.startswith(NAME):
        return Folder(read_workbook(data), {})
    start = len(NAME) + _LENGTHS.size
    if len(data) < start:
        raise BrokenFileError(CUT_OFF)
    answers, index = _LENGTHS.unpack_from(data, len(NAME))
    if answers > LARGEST_FILE or index > LONGEST_LIST or start + answers + index > len(data):
        raise BrokenFileError(CUT_OFF)
    at = start + answers + index
    lengths = _lengths(data[start + answers : at], len(data) - at)
    return Folder(read_workbook(data[start : start + answers]), _cut(data, at, lengths))


def _lengths(raw: bytes, room: int) -> dict[str, int]:
    """Return the pictures' lengths by id, as far as a case may have such."""
    try:
        rows = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BrokenFileError(CUT_OFF) from error
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_FILES or not all(_is_row(row) for row in rows):
        raise BrokenFileError(CUT_OFF)
    found: dict[str, int] = {row["id"]: row["length"] for row in rows}
    total = sum(found.values())
    if len(found) != len(rows) or total != room or total > LARGEST_CASE:
        raise BrokenFileError(CUT_OFF)
    return found


def _is_row(row: object) -> bool:
    if not isinstance(row, dict) or row.keys() != _FIELDS:
        return False
    name, length = row["id"], row["length"]
    return isinstance(name, str) and bool(_ID.fullmatch(name)) and type(length) is int and 0 < length <= LARGEST


def _cut(data: bytes, at: int, lengths: Mapping[str, int]) -> dict[str, bytes]:
    found = {}
    for name, length in lengths.items():
        found[name] = data[at : at + length]
        at += length
    return found
