"""Backup and restore: one portable file for both engines, whole or refused.

The file holds what the database holds: sealed rows, no key. Its first line says what it is, each further line is one
row, the last line counts the rows and carries a SHA-256 of everything before. It is read whole and checked before
the first row is written. A restore brings back no links: which of them were withdrawn since, the backup cannot know.
One-time codes are in no backup: they live ten minutes.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from accord.crypto import Pepper
from accord.store.database import Database
from accord.store.errors import BROKEN_BACKUP, NEWER_STORE, NOT_EMPTY, BackupError, NewerStoreError
from accord.store.migrations import schema_of
from accord.store.peppers import check_pepper
from accord.store.roles import Role
from accord.store.tables import OF_ONE_WORKBOOK, audit, grants, handovers, meta, workbooks
from accord.store.upsert import put_meta

FORMAT = "accord-store-backup"
_TABLES = {table.name: table for table in (*reversed(OF_ONE_WORKBOOK), audit) if table is not handovers}
_BATCH = 200


@dataclass(frozen=True, slots=True)
class BackupReport:
    """How many rows of each table a backup or a restore moved."""

    rows: dict[str, int]


def backup(database: Database, file: Path) -> BackupReport:
    """Write the present state to a new file, readable by this account alone; it appears when it is complete.

    Raises:
        FileExistsError: the file is there already.
        DownError: the database cannot be reached.
    """
    if file.exists():
        raise FileExistsError(file.name)
    part = file.with_name(file.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        report = database.read(lambda connection: _write(connection, _Writer(opened)))
        opened.flush()
        os.fsync(opened.fileno())
    part.replace(file)
    return report


def restore(database: Database, file: Path, pepper: Pepper, *, replace: bool = False) -> BackupReport:
    """Bring a backup back in one transaction; share links are left out.

    Raises:
        BackupError: damaged, cut off, none of ours, or the database is not empty and `replace` was not said.
        NewerStoreError: written by a later version.
        PepperError: it belongs to an installation with another key.
    """
    header = _check(file)

    def bring(connection: Connection) -> BackupReport:
        """Replace the rows in one transaction."""
        if header["schema"] > schema_of(connection):
            raise NewerStoreError(NEWER_STORE)
        if connection.scalar(select(func.count()).select_from(workbooks)) and not replace:
            raise BackupError(NOT_EMPTY)
        for table in (*OF_ONE_WORKBOOK, audit):
            connection.execute(delete(table))
        for key, value in header["peppers"].items():
            put_meta(connection, key, value)
        report = _fill(connection, file)
        check_pepper(connection, pepper)
        return report

    return database.write(bring)


class _Writer:
    """Lines of JSON and their running hash."""

    def __init__(self, opened: Any) -> None:  # noqa: ANN401  any binary file
        self.opened, self.hash, self.rows = opened, sha256(), dict.fromkeys(_TABLES, 0)

    def line(self, value: object) -> None:
        """Write one line."""
        text = json.dumps(value, separators=(",", ":")).encode() + b"\n"
        self.hash.update(text)
        self.opened.write(text)


def _write(connection: Connection, writer: _Writer) -> BackupReport:
    writer.opened.seek(0)
    writer.opened.truncate()
    peppers = connection.execute(select(meta).where(meta.c.k.startswith("pepper.")))
    named = {row.k: row.v for row in peppers}
    writer.line({"format": FORMAT, "schema": schema_of(connection), "peppers": named})
    for name, table in _TABLES.items():
        for row in connection.execute(select(table).execution_options(yield_per=_BATCH)).mappings():
            writer.line([name, {column: _written(value) for column, value in row.items()}])
            writer.rows[name] += 1
    writer.line({"rows": writer.rows})
    writer.line({"sha256": writer.hash.hexdigest()})
    return BackupReport(writer.rows)


def _check(file: Path) -> dict[str, Any]:
    """Read a backup whole and return its first line.

    Raises:
        BackupError: damaged, cut off or none of ours.
    """
    running, previous, header = sha256(), b"", b""
    with file.open("rb") as opened:
        for line in opened:
            header = header or line
            running.update(previous)
            previous = line
    try:
        first, last = json.loads(header), json.loads(previous)
        ours = first["format"] == FORMAT and isinstance(first["schema"], int)
        whole = last["sha256"] == running.hexdigest()
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError(BROKEN_BACKUP) from error
    if not ours or not whole:
        raise BackupError(BROKEN_BACKUP)
    return dict(first)


def _fill(connection: Connection, file: Path) -> BackupReport:
    rows = dict.fromkeys(_TABLES, 0)
    for name, row in _rows(file):
        if name == grants.name and row["role"] != Role.OWNER:
            continue
        connection.execute(insert(_TABLES[name]).values(row))
        rows[name] += 1
    return BackupReport(rows)


def _rows(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with file.open("rb") as opened:
        for line in opened:
            value = json.loads(line)
            if isinstance(value, list):
                name, row = value
                yield name, {column: _read(cell) for column, cell in row.items()}


def _written(value: Any) -> Any:  # noqa: ANN401  any column's value
    return {"b": b64encode(value).decode()} if isinstance(value, bytes) else value


def _read(value: Any) -> Any:  # noqa: ANN401  any column's value
    return b64decode(value["b"]) if isinstance(value, dict) else value
