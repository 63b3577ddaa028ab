"""A store of a test's own: SQLite in a folder that the test leaves behind, and one that can be cut off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from accord.settings import Settings
from accord.store import DownError, Store
from accord.store.database import Database
from accord.store.errors import DOWN


def opened_store(folder: Path) -> Store:
    """Return a store in a folder."""
    return Store(Settings(data_dir=folder, pepper_file=folder / "pepper.key"))


@contextmanager
def cut_off(*, after: bool = False) -> Iterator[None]:
    """Cut the database off inside the block; `after` its work was done, so that only the answer is lost."""
    real = Database.write

    def down(self: Database, work: object) -> object:
        """Fail as an unreachable database does."""
        if after:
            real(self, work)  # type: ignore[arg-type]  # handed through as it came
        raise DownError(DOWN)

    with patch.object(Database, "write", down), patch.object(Database, "read", _unread):
        yield


def _unread(_self: Database, _work: object) -> object:
    raise DownError(DOWN)
