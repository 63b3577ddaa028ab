"""Insert or update in one statement, in the words of either engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from accord.store.tables import meta, rate


def insert_once(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row unless its key is there; tell whether it was new."""
    make = postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert
    told = make(table).values(row).on_conflict_do_nothing().returning(*table.primary_key.columns)
    return connection.execute(told).first() is not None


def put_meta(connection: Connection, key: str, value: str) -> None:
    """Remember one value of the installation."""
    make = postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert
    row = make(meta).values(k=key, v=value)
    connection.execute(row.on_conflict_do_update(index_elements=["k"], set_={"v": value}))


def meta_value(connection: Connection, key: str) -> str:
    """Return one remembered value, empty where there is none."""
    return connection.scalar(select(meta.c.v).where(meta.c.k == key)) or ""


def count_one(connection: Connection, bucket: bytes, window: int) -> None:
    """Add one to a counter of one window of time."""
    make = postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert
    row = make(rate).values(bucket=bucket, win=window, n=1)
    connection.execute(row.on_conflict_do_update(index_elements=["bucket", "win"], set_={"n": rate.c.n + 1}))
