"""Steps: each whole or not at all, taken once, and never downwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from sqlalchemy import inspect

from accord.settings import Settings
from accord.store import DownError, NewerStoreError, Store
from accord.store.database import Database
from accord.store.migrations import Migration, migrate, schema_of, shipped
from accord.store.tables import metadata

BROKEN = Migration(3, "CREATE TABLE extra (a TEXT);\nCREATE TABLE extra (a TEXT);\n")
MENDED = Migration(3, "CREATE TABLE extra (a TEXT);\n")


@pytest.fixture(params=["sqlite", "empty_postgres"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    opened = Database(request.getfixturevalue(request.param))
    yield opened
    opened.close()


def test_the_steps_lead_to_the_tables_the_program_uses(database: Database) -> None:
    assert database.read(schema_of) == 0
    assert migrate(database) == len(shipped()) == database.read(schema_of)

    seen = inspect(database.engine)
    for table in metadata.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in seen.get_columns(table.name)}
        assert columns == {column.name: column.nullable for column in table.columns}
        assert seen.get_pk_constraint(table.name)["constrained_columns"] == [key.name for key in table.primary_key]
    assert set(seen.get_table_names()) == set(metadata.tables)


def test_a_step_that_fails_leaves_nothing_behind_and_can_be_taken_again(database: Database) -> None:
    migrate(database)
    with pytest.raises(DownError):
        migrate(database, [*shipped(), BROKEN])
    assert database.read(schema_of) == len(shipped())
    assert "extra" not in inspect(database.engine).get_table_names()

    assert migrate(database, [*shipped(), MENDED]) == 3
    assert "extra" in inspect(database.engine).get_table_names()


def test_taking_all_steps_again_changes_nothing(database: Database) -> None:
    migrate(database)

    assert migrate(database) == len(shipped())


def test_many_processes_at_once_take_each_step_once(database: Database) -> None:
    faults: list[DownError] = []

    def take() -> None:
        try:
            migrate(database)
        except DownError as fault:
            faults.append(fault)

    threads = [Thread(target=take) for _process in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert database.read(schema_of) == len(shipped())


def test_a_database_of_a_later_version_is_left_alone(database: Database) -> None:
    migrate(database, [*shipped(), MENDED])

    with pytest.raises(NewerStoreError):
        migrate(database)


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.number for step in shipped()] == list(range(1, len(shipped()) + 1))


def test_a_store_migrates_when_it_opens(sqlite: Settings, open_store: Callable[..., Store]) -> None:
    assert open_store(sqlite).database.read(schema_of) == len(shipped())
