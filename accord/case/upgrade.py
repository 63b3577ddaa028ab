"""Older workbook files, brought up to today's shape one numbered step at a time.

A step knows only its own two shapes and takes any JSON value: what it does not understand it leaves alone, and
the model says so later. What has no field any more goes into the private notes rather than away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from typing import Any, Final

from accord.case.case import SCHEMA_VERSION
from accord.errors import ForeignFileError, NewerFileError
from accord.i18n import N_

NO_VERSION = N_(
    "This file does not say which version of the workbook wrote it, so it was not opened. "
    "Your current draft is untouched. Please choose a file saved by this workbook."
)
NEWER = N_(
    "This file was saved by a later version of the workbook. Your current draft is untouched. "
    "Please open the file where it was saved, or update this workbook."
)

Raw = dict[str, Any]

_HOURS = re.compile(r"^\s*(\d{1,2}:\d{2})\s*[-–—~～至到]\s*(\d{1,2}:\d{2})\s*$")
_MOST_DAYS_LATE = 36_500  # a hundred years; more would run below the first possible date


def upgrade(raw: Mapping[str, Any]) -> Raw:
    """Return the raw contents of a workbook file in the shape of `SCHEMA_VERSION`; `raw` itself is left alone.

    Raises:
        ForeignFileError: the version is missing or no whole number from 1 on.
        NewerFileError: the version is later than this program knows.
    """
    version = raw.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ForeignFileError(NO_VERSION)
    if version > SCHEMA_VERSION:
        raise NewerFileError(NEWER)
    current = deepcopy(dict(raw))
    for number in range(version, SCHEMA_VERSION):
        _STEPS[number](current)
        current["schema_version"] = number + 1
    return current


def _from_1(raw: Raw) -> None:
    """Split phone hours, rename `penalty`, and turn days overdue into the day since when."""
    person = raw.get("person")
    if isinstance(person, dict) and "phone_hours" in person:
        _split_hours(raw, person)
    for debt in _rows(raw, "debts"):
        if "penalty" in debt:
            debt["penalty_interest"] = debt.pop("penalty")
        if "overdue_days" in debt:
            debt["overdue_since"] = _since(debt.get("as_of"), debt.pop("overdue_days"))


def _split_hours(raw: Raw, person: Raw) -> None:
    words = person.pop("phone_hours")
    found = _HOURS.match(words) if isinstance(words, str) else None
    if found:
        person["call_from"], person["call_until"] = (hour.zfill(5) for hour in found.groups())
    elif words:
        _note(raw, str(words))


def _note(raw: Raw, words: str) -> None:
    private = raw.setdefault("private", {})
    if isinstance(private, dict):
        private["notes"] = f"{private.get('notes', '')}\n{words}".strip()


def _since(as_of: object, days: object) -> str | None:
    """Return the first unpaid due date, or None where it cannot be told: the person is asked again."""
    if not isinstance(days, int) or not isinstance(as_of, str) or not 0 < days <= _MOST_DAYS_LATE:
        return None
    try:
        return (date.fromisoformat(as_of) - timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def _rows(raw: Raw, name: str) -> Iterator[Raw]:
    rows = raw.get(name)
    return (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else iter(())


_STEPS: Final[Mapping[int, Callable[[Raw], None]]] = {1: _from_1}
"""By the version they start from."""
