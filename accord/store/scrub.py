"""Making deleted ciphertext vanish from SQLite's files."""

from __future__ import annotations

from sqlalchemy import Connection

from accord.errors import StoreError
from accord.store.database import Database


def scrub(database: Database) -> bool:
    """Rewrite SQLite's file without what was deleted and empty its log; tell whether all of it was done.

    `secure_delete` overwrites freed cells, VACUUM drops what moving rows left behind, the checkpoint empties the
    log. On PostgreSQL the wrapped keys are gone with the rows, and autovacuum reuses their place: nothing to do.
    """
    if database.postgres:
        return True
    try:
        return database.bare(_rewrite)
    except StoreError:
        return False  # another process is reading; the next sweep tries again


def _rewrite(connection: Connection) -> bool:
    connection.exec_driver_sql("VACUUM")
    busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
    return busy == 0
