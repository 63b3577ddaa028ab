"""A damaged database file is read as far as it can be, and never written to again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, Consent, DamagedError, DownError, Store
from accord.store.database import Database
from tests.accord.store.damage import damage


@pytest.fixture
def doubted(sqlite: Settings, open_store: Callable[..., Store], case: bytes) -> tuple[OwnerKey, Settings]:
    store = open_store(sqlite)
    key = store.create(case, Consent(given=True))
    store.close()
    return key, sqlite


def test_a_file_that_fails_its_check_is_read_and_not_written(
    doubted: tuple[OwnerKey, Settings], open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Database.quick_check

    def fail(self: Database) -> bool:
        real(self)
        self.read_only = True
        return False

    monkeypatch.setattr(Database, "quick_check", fail)
    store = open_store(doubted[1])

    assert store.open(doubted[0]).sections["person"].version == 1
    for write in (
        lambda: store.save(doubted[0], Change("person", b"{}", 1)),
        lambda: store.create(b"{}", Consent(given=True)),
    ):
        with pytest.raises(DamagedError):
            write()
    assert store.open(doubted[0]).sections["person"].version == 1


@pytest.mark.parametrize("first", [True, False], ids=["first page", "all others"])
def test_a_file_nothing_can_be_read_from_is_told_as_damaged(
    doubted: tuple[OwnerKey, Settings], open_store: Callable[..., Store], *, first: bool
) -> None:
    damage(doubted[1].sqlite_file, first=first)
    spoiled = doubted[1].sqlite_file.read_bytes()

    with pytest.raises(DamagedError):
        open_store(doubted[1])
    assert doubted[1].sqlite_file.read_bytes() == spoiled


def test_damage_is_one_way_of_being_down() -> None:
    assert issubclass(DamagedError, DownError)


def test_the_store_gives_its_connections_back_at_the_end_of_a_block(sqlite: Settings) -> None:
    with Store(sqlite) as store:
        assert store.database.quick_check()
    assert store.database.engine.pool.status()
