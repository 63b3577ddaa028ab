"""Steps: each whole or not at all, taken once, and never downwards."""

from __future__ import annotations

import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from threading import Thread

import pytest
from sqlalchemy import Connection, inspect

from accord.settings import Settings
from accord.store import DownError, NewerStoreError, Store
from accord.store.database import Database
from accord.store.migrations import Migration, migrate, schema_of, shipped
from accord.store.tables import metadata
from tests import torture

dice = random.Random(1)  # noqa: S311  where to kill
NEXT = len(shipped()) + 1
BROKEN = Migration(NEXT, "CREATE TABLE extra (a TEXT);\nCREATE TABLE extra (a TEXT);\n")
MENDED = Migration(NEXT, "CREATE TABLE extra (a TEXT);\n")


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

    assert migrate(database, [*shipped(), MENDED]) == NEXT
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


@torture.PATIENT
@pytest.mark.parametrize("engine", ["sqlite", "empty_postgres"])
def test_a_step_killed_in_the_middle_is_taken_again_whole(
    engine: str, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    settings: Settings = request.getfixturevalue(engine)
    counts = Counter[str]()
    for step in shipped():
        for _kill in range(torture.STEP_KILLS):
            counts["kills"] += 1
            _killed_within(settings, step.number, dice.randrange(step.sql.count(";\n")))
            counts["half taken"] += _reached(settings) != step.number - 1
        assert _reached(settings, shipped()[: step.number]) == step.number
    record_property(torture.TRIED, counts["kills"])
    record_property(torture.COUNTED, f"F18 {dict(counts)} in {len(shipped())} steps")
    assert counts["half taken"] == 0


def _reached(settings: Settings, steps: Sequence[Migration] = ()) -> int:
    database = Database(settings)
    try:
        return migrate(database, steps) if steps else database.read(schema_of)
    finally:
        database.close()


def _killed_within(settings: Settings, number: int, statement: int) -> None:
    """Take one step in a process of its own that is killed (SIGKILL) after one of its statements."""
    child = os.fork()
    if not child:
        real, seen = Connection.exec_driver_sql, [0]

        def run(self: Connection, sql: str) -> object:
            """Run a statement of the step; after the chosen one, die."""
            done = real(self, sql)
            seen[0] += sql.lstrip().startswith("CREATE")
            if seen[0] > statement:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        Connection.exec_driver_sql = run  # type: ignore[method-assign, assignment]  # in this process alone
        migrate(Database(settings), shipped()[:number])
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
