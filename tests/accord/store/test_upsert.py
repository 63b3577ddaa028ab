"""Insert or update, alike on both engines."""

from __future__ import annotations

from sqlalchemy import Connection, select

from accord.store import Store
from accord.store.tables import jobs, rate
from accord.store.upsert import count_one, insert_once, meta_value, put_meta


def test_a_row_is_inserted_once(store: Store) -> None:
    def work(connection: Connection) -> list[bool]:
        return [insert_once(connection, jobs, {"name": "x", "lease_until": number}) for number in range(3)]

    assert store.database.write(work) == [True, False, False]


def test_a_value_is_replaced(store: Store) -> None:
    for value in ("1", "2"):
        store.database.write(lambda connection, value=value: put_meta(connection, "clock_test", value))  # type: ignore[misc]  # bound in the loop

    assert store.database.read(lambda connection: meta_value(connection, "clock_test")) == "2"
    assert store.database.read(lambda connection: meta_value(connection, "nothing")) == ""


def test_counters_of_two_windows_are_two(store: Store) -> None:
    for window in (0, 60, 60):
        store.database.write(lambda connection, window=window: count_one(connection, b"bucket", window))  # type: ignore[misc]  # bound in the loop

    with store.database.engine.connect() as connection:
        rows = connection.execute(select(rate.c.win, rate.c.n).order_by(rate.c.win)).all()
    assert [tuple(row) for row in rows] == [(0, 1), (60, 2)]
