"""Putting a damaged SQLite file aside, so that a backup can be brought back into a new one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from accord.settings import Settings
from accord.store.database import Database

BESIDE = ("", "-wal", "-shm")
"""What SQLite keeps beside its file."""


def is_damaged(settings: Settings) -> bool:
    """Tell whether SQLite finds its file damaged; a file that is not there yet is not."""
    if settings.postgres or not settings.sqlite_file.exists():
        return False
    database = Database(settings)
    try:
        return not database.quick_check()
    finally:
        database.close()


def put_aside(settings: Settings, at: datetime) -> Path:
    """Rename the database file and what lies beside it; return the new name. Nothing is deleted."""
    file = settings.sqlite_file
    aside = file.with_name(f"{file.name}.damaged-{at:%Y%m%dT%H%M%S}")
    for end in BESIDE:
        part = file.with_name(file.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
    return aside
