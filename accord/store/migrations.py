"""Numbered steps from an empty database to today's tables.

Each step and the row that remembers it are one transaction: a step killed in the middle never happened. A step that
has been released is never changed; a new one is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, inspect, select, text

from accord.store.database import Database
from accord.store.errors import NEWER_STORE, NewerStoreError
from accord.store.tables import meta
from accord.store.upsert import put_meta

_LOCK = 0x6163636F7264  # any number of our own, for PostgreSQL's advisory lock


_STEPS = Path(__file__).parent / "steps"


class Migration(NamedTuple):
    """One step; `{bytes}` in its SQL is the engine's type for bytes."""

    number: int
    sql: str


def shipped() -> tuple[Migration, ...]:
    """Return the steps in `steps/`, in order; the number leads the file's name."""
    files = sorted(_STEPS.glob("*.sql"))
    return tuple(Migration(int(file.name[:4]), file.read_text("utf-8")) for file in files)


def schema_of(connection: Connection) -> int:
    """Return the number of the last step taken; 0 for an empty database."""
    if not inspect(connection).has_table("meta"):
        return 0
    return int(connection.scalar(select(meta.c.v).where(meta.c.k == "schema")) or 0)


def migrate(database: Database, steps: Sequence[Migration] | None = None) -> int:
    """Take the steps that are missing, each in a transaction of its own; return the number reached.

    Raises:
        NewerStoreError: the database is ahead of this program; it is left alone.
    """
    steps = shipped() if steps is None else steps
    reached = database.read(schema_of)
    if reached > steps[-1].number:
        raise NewerStoreError(NEWER_STORE)
    for step in steps:
        if step.number > reached:
            database.write(partial(_take, step))
    return steps[-1].number


def _take(step: Migration, connection: Connection) -> None:
    postgres = connection.dialect.name == "postgresql"
    if postgres:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    if schema_of(connection) >= step.number:
        return  # another process took it while this one waited
    for statement in step.sql.replace("{bytes}", "BYTEA" if postgres else "BLOB").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    put_meta(connection, "schema", str(step.number))
