"""The workbook file: the case as JSON, written the same way each time and read with care.

A file comes from outside: it may be cut off, written by hand, renamed or hostile. Every refusal says what
happened, that the draft at hand is untouched, and what to do.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from pydantic import ValidationError

from accord.case.case import FORMAT, Case, HasId
from accord.case.labels import field_label
from accord.case.problems import Problem, problems
from accord.case.upgrade import upgrade
from accord.errors import BrokenFileError, ForeignFileError, HugeFileError, KnowledgeError
from accord.i18n import N_, _, in_chinese

LARGEST_FILE: Final = 8 * 1024 * 1024
"""Bytes; the largest JSON file that is read."""

HUGE = N_(
    "This file is larger than {limit} MB, so it was not opened. Your current draft is untouched. "
    "Please choose the workbook file itself, not a photo or an archive."
)
EMPTY = N_(
    "This file is empty. Your current draft is untouched. Please choose another copy, or save the workbook once more."
)
CUT_OFF = N_(
    "This file cannot be read; it may have been cut off or changed on the way. Your current draft is untouched. "
    "Please choose another copy, or save the workbook once more."
)
NOT_UTF8 = N_(
    "The characters in this file cannot be read; another program may have saved it in another encoding. "
    "Your current draft is untouched. Please choose the file as the workbook saved it."
)
TWICE = N_(
    "This file answers the same question twice, so we cannot tell which answer counts. "
    "Your current draft is untouched. Please choose the file as the workbook saved it."
)
FOREIGN = N_(
    "This is not a file of this workbook. Your current draft is untouched. "
    "Please choose the file ending in .json that you saved here."
)
BAD_ANSWERS = N_(
    "Some answers in this file cannot be used: {fields}. Your current draft is untouched. "
    "Please choose another copy, or have the file's answers corrected."
)
SAME_ROW = N_("Two entries have the same row number. Please give one of them another.")
NAMED_FIELDS: Final = 3
"""How many unusable answers a sentence names."""

_OTHER_KINDS: Final = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")


class BadAnswersError(BrokenFileError):
    """The file is a workbook, but some answers in it cannot be used. `problems` names them one by one."""

    def __init__(self, found: tuple[Problem, ...]) -> None:
        """Keep what is wrong; the sentence names the first fields in the reader's language."""
        self.problems = found
        super().__init__(BAD_ANSWERS, fields=_named(found))

    def speak(self) -> str:
        """Return the sentence with the first fields' labels, in the reader's language."""
        return _(BAD_ANSWERS).format(fields=_named(self.problems))


def write_workbook(case: Case) -> bytes:
    """Return the case as a workbook file: UTF-8 JSON with sorted names, the same bytes for the same answers."""
    answers = case.model_dump(mode="json")
    return (json.dumps(answers, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_workbook(data: bytes) -> Case:
    """Read a workbook file, of this version or an earlier one.

    Raises:
        HugeFileError: more than `LARGEST_FILE` bytes.
        BrokenFileError: empty, cut off, not UTF-8, no JSON, or an answer given twice.
        BadAnswersError: a workbook whose answers do not fit the model.
        ForeignFileError: something else than a workbook.
        NewerFileError: written by a later version.
    """
    if len(data) > LARGEST_FILE:
        raise HugeFileError(HUGE, limit=LARGEST_FILE // 1024**2)
    raw = _parsed(_text(data))
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise ForeignFileError(FOREIGN)
    try:
        case = Case.model_validate(upgrade(raw))
    except ValidationError as error:
        raise BadAnswersError(problems(error)) from error
    except RecursionError as error:  # nested just below what the parser refuses
        raise BrokenFileError(CUT_OFF) from error
    twins = tuple(_same_rows(case))
    if twins:
        raise BadAnswersError(twins)
    return case


def _text(data: bytes) -> str:
    if not data.strip():
        raise BrokenFileError(EMPTY)
    if data.startswith(_OTHER_KINDS):
        raise ForeignFileError(FOREIGN)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenFileError(NOT_UTF8) from error


def _parsed(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:  # ValueError: no JSON, or a number of thousands of digits
        raise BrokenFileError(CUT_OFF) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BrokenFileError(TWICE)
    return found


def _no_number(_name: str) -> NoReturn:
    raise BrokenFileError(CUT_OFF)


def _same_rows(case: Case) -> Iterable[Problem]:
    groups: dict[str, Iterable[HasId]] = {
        "incomes": case.incomes,
        "spendings": case.spendings,
        "assets": case.assets,
        "debts": case.debts,
        "contacts": case.contacts,
        "evidence": case.evidence,
        "offers": case.offers,
        "agreements": case.agreements,
        "payments": case.payments,
        "events": case.events,
        "private.comments": case.private.comments,
    }
    for name, rows in groups.items():
        if any(count > 1 for count in Counter(row.id for row in rows).values()):
            yield Problem(name, _(SAME_ROW))


def _named(found: tuple[Problem, ...]) -> str:
    labels = dict.fromkeys(_label(problem.field) for problem in found)
    return ("、" if in_chinese() else ", ").join(list(labels)[:NAMED_FIELDS])


def _label(path: str) -> str:
    """Return the field's label; a field nobody knows is named as unknown, never by what stands in the file."""
    try:
        return field_label(path)
    except KnowledgeError:
        return _("an unknown field")
