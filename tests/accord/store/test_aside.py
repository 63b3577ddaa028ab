"""A damaged file is put aside whole, under a name that tells when; nothing is deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from accord.days import SHANGHAI
from accord.settings import Settings
from accord.store import Store
from accord.store.aside import is_damaged, put_aside
from tests.accord.store.damage import damage

AT = datetime(2026, 11, 23, 12, 0, tzinfo=SHANGHAI)


def test_damage_is_told_from_a_whole_and_a_missing_file(sqlite: Settings, open_store: Callable[..., Store]) -> None:
    assert not is_damaged(sqlite)
    open_store(sqlite).close()
    assert not is_damaged(sqlite)

    damage(sqlite.sqlite_file)
    assert is_damaged(sqlite)


def test_what_lies_beside_the_file_goes_with_it(sqlite: Settings, open_store: Callable[..., Store]) -> None:
    open_store(sqlite).close()
    sqlite.sqlite_file.with_name("workbook.db-wal").write_bytes(b"log")
    whole = sqlite.sqlite_file.read_bytes()

    aside = put_aside(sqlite, AT)

    assert aside.name == "workbook.db.damaged-20261123T120000"
    assert aside.read_bytes() == whole
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"log"
    assert not sqlite.sqlite_file.exists()
