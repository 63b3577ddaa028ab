"""Making deleted ciphertext vanish from SQLite's files."""

from __future__ import annotations

from accord.store.database import Database
from accord.store.errors import DownError


def scrub(database: Database) -> bool:
    """Rewrite SQLite's file without what was deleted and empty its log; tell whether all of it was done.

    `secure_delete` overwrites freed cells, VACUUM drops what moving rows left behind, the checkpoint empties the
    log. On PostgreSQL the wrapped keys are gone with the rows, and autovacuum reuses their place: nothing to do.
    """
    if database.postgres:
        return True
    try:
        database.upkeep("VACUUM")
        return database.upkeep("PRAGMA wal_checkpoint(TRUNCATE)") == 0
    except DownError:
        return False  # another process is reading; the next sweep tries again
