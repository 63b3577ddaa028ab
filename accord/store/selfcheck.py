"""The self-check: is the store what its settings promise? Asked by `python -m accord.store selfcheck`."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from sqlalchemy import Connection

from accord.settings import Settings
from accord.store.database import Database
from accord.store.migrations import schema_of, shipped

_SQLITE_NUMBERS = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
_SHARED_DISKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"})


class Finding(NamedTuple):
    """One thing that was looked at: a fixed name, and whether it is right."""

    name: str
    right: bool


def selfcheck(settings: Settings, database: Database) -> list[Finding]:
    """Return what was looked at.

    Raises:
        DownError: the database cannot be reached.
    """
    schema = database.read(schema_of)
    found = [Finding("schema is current", schema == shipped()[-1].number)]
    if database.postgres:
        return found + database.read(_postgres)
    return [*found, *database.read(_sqlite), *_disk(settings)]


def _sqlite(connection: Connection) -> list[Finding]:
    def pragma(name: str) -> str:
        """Return what SQLite says of itself."""
        return str(connection.exec_driver_sql(f"PRAGMA {name}").scalar())

    in_force = [Finding(f"{name} is in force", pragma(name) == value) for name, value in _SQLITE_NUMBERS.items()]
    return [Finding("database file is whole", pragma("quick_check") == "ok"), *in_force]


def _postgres(connection: Connection) -> list[Finding]:
    def shown(name: str) -> str:
        """Return what the server says of itself."""
        return str(connection.exec_driver_sql(f"SHOW {name}").scalar())

    return [
        Finding("synchronous_commit is in force", shown("synchronous_commit") == "on"),
        Finding("statement_timeout is in force", shown("statement_timeout") == "5s"),
        Finding("lock_timeout is in force", shown("lock_timeout") == "2s"),
        Finding("server keeps UTF-8", shown("server_encoding") == "UTF8"),
    ]


def _disk(settings: Settings) -> list[Finding]:
    file = settings.sqlite_file
    private = os.name != "posix" or not stat.S_IMODE(file.stat().st_mode) & 0o077
    closed = os.name != "posix" or not stat.S_IMODE(file.parent.stat().st_mode) & 0o077
    return [
        Finding("database file is closed to others", private),
        Finding("data folder is closed to others", closed),
        Finding("database is on a disk of this computer", not on_shared_disk(str(file.parent.resolve()), _mounts())),
    ]


def on_shared_disk(folder: str, mounts: str) -> bool:
    """Tell whether a folder lies on a network disk, where SQLite's locks do not hold.

    Args:
        folder: an absolute path.
        mounts: lines of device, place, kind, as in Linux's table of mounts.
    """
    kinds = {"/": ""}
    for line in mounts.splitlines():
        _device, place, kind, *_rest = [*line.split(" "), "", "", ""]
        kinds[place.rstrip("/") or "/"] = kind
    above = [place for place in kinds if place in {"/", folder} or folder.startswith(place + "/")]
    return kinds[max(above, key=len)] in _SHARED_DISKS


def _mounts() -> str:
    try:
        with open("/proc/mounts", encoding="utf-8", errors="replace") as table:  # noqa: PTH123  no file, a kernel's view
            return table.read()
    except OSError:
        return ""  # not Linux: nothing to read there
