"""What somebody found right, frozen as it stood: kept with the mark, compared with what stands there now.

The frozen text is the workbook file of the answers in question, packed; so it opens like any older file. Where names
were covered for the reader, they are covered in the comparison too: nobody checked what was not shown.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from typing import NamedTuple

from accord.case import Case
from accord.case.masking import masked
from accord.case.places import PAPERS, place_words
from accord.case.review import GROUPS, Said, chapter_answers
from accord.case.workbook import read_workbook, write_workbook
from accord.errors import AccordError
from accord.store.sections import PRIVATE, joined, split

LARGEST = 2 * 1024 * 1024


class Frozen(NamedTuple):
    """What was checked: the answers as they stood, and whether names and numbers were covered."""

    case: Case
    covered: bool


class Line(NamedTuple):
    """One answer that was checked: its place in words, its value then, and its value now where that is another."""

    place: str
    then: str
    now: str
    changed: bool


def freeze(case: Case, path: str, *, covered: bool) -> str:
    """Return the answers under a place as one short text."""
    sections = split(write_workbook(case))
    wanted = set(sections) if path == PAPERS else {path.partition(".")[0], "case"}
    kept = {name: text for name, text in sections.items() if name in wanted and (name != PRIVATE or path != PAPERS)}
    parts = json.loads(joined(kept)) | {"covered": covered}
    return base64.b64encode(zlib.compress(json.dumps(_only(parts, path), ensure_ascii=False).encode(), 9)).decode()


def _only(parts: dict[str, object], path: str) -> dict[str, object]:
    """Leave out the rows of a list that the place is not about; a row itself stays whole."""
    section, _dot, rest = path.partition(".")
    rows, wanted = parts.get(section), rest.partition(".")[0]
    if isinstance(rows, list) and wanted:
        parts[section] = [row for row in rows if wanted in (row.get("id"), row.get("debt_id"))]
    return parts


def thaw(text: str) -> Frozen | None:
    """Return what `freeze` wrote; None for anything else."""
    try:
        plain = zlib.decompressobj().decompress(base64.b64decode(text, validate=True), LARGEST)
        parts = json.loads(plain)
        covered = bool(parts.pop("covered"))
        return Frozen(read_workbook(json.dumps(parts).encode()), covered)
    except (AccordError, binascii.Error, zlib.error, ValueError, KeyError, AttributeError):
        return None


def lines(frozen: Frozen, now: Case, path: str) -> tuple[Line, ...]:
    """Return every answer that was checked, or stands there only since, with what became of it."""
    before, after = _answers(frozen.case, path), _answers(masked(now) if frozen.covered else now, path)
    places = dict.fromkeys((*before, *after))
    return tuple(_line(before.get(place), after.get(place), frozen.case, now) for place in places)


def _line(before: Said | None, after: Said | None, then: Case, now: Case) -> Line:
    some = before or after
    place = some.path if some else ""
    words = place_words(then if before else now, place) or (some.label if some else "")
    old, new = before.value if before else "", after.value if after else ""
    return Line(words, old, new, old != new)


def _answers(case: Case, path: str) -> dict[str, Said]:
    """Return the answers under a place by their path; for all papers, everything but the private part."""
    found = (said for chapter_id in GROUPS for said in chapter_answers(case, chapter_id) if said.value)
    return {said.path: said for said in found if _lies_under(said.path, path)}


def _lies_under(place: str, path: str) -> bool:
    if path == PAPERS:
        return place.partition(".")[0] != PRIVATE
    return place == path or place.startswith(f"{path}.")
