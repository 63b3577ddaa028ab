"""One database, SQLite or PostgreSQL: connections, transactions, retries.

All of one action happens in one transaction. Readers see one moment; writers stand in line. Nothing is held between
two actions.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from accord.settings import Settings
from accord.store.errors import DAMAGED, DOWN, DamagedError, DownError

Result = TypeVar("Result")
TRIES = 5
FIRST_PAUSE = 0.02  # seconds; doubles with each try
PATIENCE = 10.0  # seconds after which there is no further try: somebody is looking at the page

SQLITE_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "busy_timeout": "10000",
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
    "temp_store": "MEMORY",
}
_CORRUPT = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
POSTGRES_OPTIONS = (
    "-c synchronous_commit=on -c statement_timeout=5000 -c lock_timeout=2000 "
    "-c idle_in_transaction_session_timeout=10000"
)


class Database:
    """Transactions on one engine."""

    def __init__(self, settings: Settings) -> None:
        """Prepare the engine; SQLite's folder is made for this account alone."""
        self.read_only = False
        self.postgres = settings.postgres
        self.file = None if self.postgres else settings.sqlite_file
        self.engine = _postgres(settings.database_url) if self.postgres else _sqlite(settings)
        # SQLite has one writer; waiting here is fairer than its busy handler.
        self._line: AbstractContextManager[object] = nullcontext() if self.postgres else Lock()

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` on one consistent moment of the database.

        Raises:
            DownError: the database cannot be reached.
            DamagedError: SQLite's file is damaged where it was read.
        """
        level = {"isolation_level": "REPEATABLE READ"} if self.postgres else {}
        return self._patiently(lambda: self._run(work, {**level, "reads": True}))

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one transaction, all of it or nothing; again if the database was busy.

        `work` may run more than once, so it makes no random names of its own that matter to the caller.

        Raises:
            DownError: the database cannot be reached, or stays busy.
            DamagedError: SQLite's file is damaged; nothing is written to it any more.
        """

        def in_line() -> Result:
            """Wait for this process's turn."""
            with self._line:
                if self.read_only:
                    raise DamagedError(DAMAGED)
                return self._run(work, {})

        return self._patiently(in_line)

    def quick_check(self) -> bool:
        """Tell whether SQLite finds its file whole; if not, it is only read from now on."""
        if not self.postgres:
            try:
                found = self.read(lambda connection: connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
            except DamagedError:
                found = ""
            self.read_only = found != "ok"
        return not self.read_only

    def upkeep(self, statement: str) -> object:
        """Run one of SQLite's own upkeep statements outside any transaction; return its first value.

        Raises:
            DownError: another process is at work.
        """
        with self._line:
            borrowed = self.engine.raw_connection()
            try:
                row = borrowed.cursor().execute(statement).fetchone()
            except sqlite3.Error as error:
                raise DownError(DOWN) from error
            finally:
                borrowed.close()
        return row[0] if row else None

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    def _run(self, work: Callable[[Connection], Result], options: dict[str, Any]) -> Result:
        with self.engine.connect() as plain:
            connection = plain.execution_options(**options)
            with connection.begin():
                return work(connection)

    def _patiently(self, attempt: Callable[[], Result]) -> Result:
        pause, end = FIRST_PAUSE, time.monotonic() + PATIENCE
        for _try in range(TRIES - 1):
            try:
                return attempt()
            except (OperationalError, InterfaceError, PoolTimeoutError) as error:
                if time.monotonic() >= end:
                    raise self._refusal(error) from error
                time.sleep(pause)
                pause *= 2
            except (DBAPIError, sqlite3.DatabaseError) as error:
                raise self._refusal(error) from error
        try:
            return attempt()
        except (DBAPIError, PoolTimeoutError, sqlite3.DatabaseError) as error:
            raise self._refusal(error) from error

    def _refusal(self, error: Exception) -> DownError:
        """Return what to raise for an error of the driver; after damage nothing is written any more."""
        cause = error.orig if isinstance(error, DBAPIError) else error
        if getattr(cause, "sqlite_errorcode", 0) & 0xFF not in _CORRUPT:
            return DownError(DOWN)
        self.read_only = True
        return DamagedError(DAMAGED)


def _postgres(url: str) -> Engine:
    parts = make_url(url)
    host = parts.host or parts.query.get("host", "")
    local = not host or str(host).startswith("/")
    query = {} if local or "sslmode" in parts.query else {"sslmode": "verify-full", "sslrootcert": "system"}
    return create_engine(
        parts.update_query_dict(query),
        connect_args={"options": POSTGRES_OPTIONS, "connect_timeout": 5},
        pool_size=4,
        pool_pre_ping=True,
        hide_parameters=True,
    )


def _sqlite(settings: Settings) -> Engine:
    file = settings.sqlite_file
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file.parent == settings.data_dir:
        file.parent.chmod(0o700)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    file.chmod(0o600)
    engine = create_engine(f"sqlite:///{file}", hide_parameters=True, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(raw: Any, _record: object) -> None:  # noqa: ANN401  the driver's own connection type
    raw.isolation_level = None  # transactions are begun by us, so that tables are made inside them too
    for name, value in SQLITE_PRAGMAS.items():
        raw.execute(f"PRAGMA {name}={value}").close()


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
