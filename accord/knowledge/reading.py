"""How shipped data are read: TOML rows into frozen records, once, with a plain error when a row is wrong.

A row may hold its words in two tables, `zh_CN` and `en`. It is read once in each language into the same
record, so both languages must have the same fields.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from accord.errors import KnowledgeError
from accord.i18n import LANGUAGES, N_, language

DATA = Path(__file__).parent / "data"
UNREADABLE = N_("The shipped file {name} cannot be read. Your answers are safe; please reinstall the program.")
BROKEN_ROW = N_("Row {row} of the shipped file {name} is wrong at {place}. Your answers are safe; please reinstall.")
ONE_LANGUAGE = N_("Row {row} of the shipped file {name} lacks one language. Your answers are safe; please reinstall.")
TWICE = N_("Row {row} stands twice in the shipped file {name}. Your answers are safe; please reinstall.")
UNKNOWN_ROW = N_("There is no row {row} in {name}. Your answers are safe; please tell whoever keeps this program.")


class Row(BaseModel):
    """A frozen record of shipped data; a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, str_min_length=1)


class Place(NamedTuple):
    """Where a row stands: the file, and the row's id or number."""

    name: str
    row: str


class Known(Row):
    """A row with an id of its own."""

    id: str


R = TypeVar("R", bound=BaseModel)
K = TypeVar("K", bound=Known)
Spoken = dict[str, tuple[K, ...]]


def tables(path: Path, key: str) -> list[dict[str, Any]]:
    """Return the array of tables called `key` in the TOML file at `path`; empty when there is none.

    Raises:
        KnowledgeError: the file is missing or no TOML.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get(key, [])
    except (OSError, ValueError) as error:
        raise KnowledgeError(UNREADABLE, name=path.name) from error
    if not isinstance(found, list):
        raise KnowledgeError(UNREADABLE, name=path.name)
    return found


def checked(model: type[R], table: dict[str, Any], place: Place) -> R:
    """Return `table` as a record of `model`.

    Raises:
        KnowledgeError: a key is misspelt or missing, or a value is of the wrong sort.
    """
    try:
        return model.model_validate(table)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise KnowledgeError(BROKEN_ROW, row=place.row, name=place.name, place=where or "?") from error


def spoken_rows(model: type[K], path: Path, key: str) -> Spoken[K]:
    """Return the rows called `key` of a file by language, in the file's order.

    Raises:
        KnowledgeError: a row is wrong, lacks a language or stands twice.
    """
    found = tables(path, key)
    return {tongue: unique(_in_tongue(model, found, tongue, path.name), path.name) for tongue in LANGUAGES}


def unique(rows: tuple[K, ...], name: str) -> tuple[K, ...]:
    """Return `rows` as they are.

    Raises:
        KnowledgeError: an id stands twice.
    """
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            raise KnowledgeError(TWICE, row=row.id, name=name)
        seen.add(row.id)
    return rows


def in_language(rows: Spoken[K], tongue: str | None) -> tuple[K, ...]:
    """Return the rows in `tongue`, or in the language spoken now."""
    return rows[tongue or language()]


def one(rows: tuple[K, ...], row_id: str, name: str) -> K:
    """Return the row called `row_id`.

    Raises:
        KnowledgeError: there is none.
    """
    for row in rows:
        if row.id == row_id:
            return row
    raise KnowledgeError(UNKNOWN_ROW, row=row_id, name=name)


def _in_tongue(model: type[K], found: list[dict[str, Any]], tongue: str, name: str) -> tuple[K, ...]:
    return tuple(_one_tongue(model, table, tongue, name) for table in found)


def _one_tongue(model: type[K], table: dict[str, Any], tongue: str, name: str) -> K:
    place = Place(name, str(table.get("id", "?")))
    if any(not isinstance(table.get(spoken), dict) for spoken in LANGUAGES):
        raise KnowledgeError(ONE_LANGUAGE, row=place.row, name=name)
    shared = {key: value for key, value in table.items() if key not in LANGUAGES}
    return checked(model, shared | table[tongue], place)
