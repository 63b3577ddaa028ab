"""Connections: what is in force on each engine, and that a failed action leaves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, DownError, Outcome, Store
from accord.store.database import Database, _postgres


def test_an_action_that_fails_leaves_nothing(store: Store) -> None:
    def half(connection: Connection) -> None:
        connection.execute(text("INSERT INTO meta (k, v) VALUES ('half', '1')"))
        raise KeyError

    with pytest.raises(KeyError):
        store.database.write(half)
    assert store.database.read(lambda c: c.scalar(text("SELECT count(*) FROM meta WHERE k = 'half'"))) == 0


def test_a_reader_sees_one_moment(store: Store) -> None:
    def look_twice(connection: Connection) -> tuple[object, object]:
        question = text("SELECT count(*) FROM meta WHERE k = 'later'")
        before = connection.scalar(question)
        store.database.write(lambda c: c.execute(text("INSERT INTO meta (k, v) VALUES ('later', '1')")))
        return before, connection.scalar(question)

    assert store.database.read(look_twice) == (0, 0)
    store.database.write(lambda c: c.execute(text("DELETE FROM meta WHERE k = 'later'")))


def test_a_statement_that_cannot_be_run_is_a_sentence(store: Store) -> None:
    with pytest.raises(DownError):
        store.database.write(lambda c: c.execute(text("SELECT * FROM nowhere")))


def test_a_server_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    away = Database(Settings(tmp_path, tmp_path / "k", database_url=f"postgresql+psycopg:///x?host={tmp_path}"))

    with pytest.raises(DownError) as told:
        away.read(lambda c: c.scalar(text("SELECT 1")))
    assert str(tmp_path) not in told.value.speak()


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "workbook.db").write_bytes(b"no database at all" * 100)

    with pytest.raises(DownError):
        Store(Settings(tmp_path, tmp_path / "k"))


@pytest.mark.parametrize(
    ("url", "mode"),
    [
        ("postgresql+psycopg://u:p@db.example.org/wb", "verify-full"),
        ("postgresql+psycopg:///wb?host=db.example.org", "verify-full"),
        ("postgresql+psycopg://u:p@db/wb?sslmode=disable", "disable"),
        ("postgresql+psycopg:///wb?host=/run/postgresql", None),
    ],
)
def test_a_server_elsewhere_must_prove_who_it_is(url: str, mode: str | None) -> None:
    engine = _postgres(url)

    assert engine.url.query.get("sslmode") == mode
    engine.dispose()


def test_the_line_of_writers_never_shows_parameters(store: Store) -> None:
    assert store.database.engine.hide_parameters


def test_a_full_disk_is_told_and_what_was_kept_is_safe(local: Store, local_key: OwnerKey) -> None:
    change = Change("offers", b"x" * 500_000, 0)
    pages = local.database.upkeep("PRAGMA page_count")
    local.database.upkeep(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DownError):
        local.save(local_key, change)
    assert "offers" not in local.open(local_key).sections

    local.database.upkeep("PRAGMA max_page_count=100000")
    assert local.save(local_key, change).outcome is Outcome.SAVED
