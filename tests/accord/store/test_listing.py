"""Writing the manifest: the workbook's own counters move with it, and nobody writes over somebody else's state."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from accord.crypto import OwnerKey, SealError
from accord.store import Action, Change, Store
from accord.store.access import unlock
from accord.store.listing import write_manifest
from accord.store.tables import workbooks
from accord.store.turn import Turn


def test_size_and_rows_sealed_are_counted_and_bound(store: Store, key: OwnerKey) -> None:
    def grow(turn: Turn) -> None:
        access = unlock(turn, key, Action.SAVE)
        write_manifest(turn, access, access.manifest, 100)

    before = store._read(lambda turn: unlock(turn, key, Action.OPEN))  # noqa: SLF001  a turn as the door makes it
    store._write(grow)  # noqa: SLF001  as above
    after = store._read(lambda turn: unlock(turn, key, Action.OPEN))  # noqa: SLF001  as above

    assert (after.ops, after.book.gen_ops) == (before.ops + 1, before.book.gen_ops + 1)
    assert after.book.bytes_used == before.book.bytes_used + 100
    assert after.manifest.book == after.book


def test_a_state_that_moved_on_is_not_written_over(store: Store, key: OwnerKey) -> None:
    stale = store._read(lambda turn: unlock(turn, key, Action.OPEN))  # noqa: SLF001  as above
    store.save(key, Change("person", b"{}", 1))

    with pytest.raises(SealError):
        store._write(lambda turn: write_manifest(turn, stale, stale.manifest, 0))  # noqa: SLF001  as above
    assert store.open(key).sections["person"].version == 2


def test_a_manifest_from_before_the_counters_were_listed_opens_and_is_completed(store: Store, key: OwnerKey) -> None:
    def age(turn: Turn) -> None:
        access = unlock(turn, key, Action.SAVE)
        old = access.manifest
        old.book, old.marks = None, {}
        sealed = old.sealed(access.keys, access.wid, access.ops)
        turn.connection.execute(update(workbooks).values(manifest=sealed))

    store._write(age)  # noqa: SLF001  as above
    store.save(key, Change("person", b"{}", 1))

    access = store._read(lambda turn: unlock(turn, key, Action.OPEN))  # noqa: SLF001  as above
    assert access.manifest.book == access.book
    assert set(access.manifest.marks) == {"person"}


@pytest.mark.parametrize(
    "values", [{"expires_at": 1_999_999_999}, {"created_day": 1}, {"touched_day": 1}, {"bytes_used": 0}, {"gen": 7}]
)
def test_a_workbook_whose_own_row_was_changed_is_refused_and_can_still_be_erased(
    store: Store, key: OwnerKey, values: dict[str, int]
) -> None:
    with store.database.engine.begin() as connection:
        connection.execute(update(workbooks).values(values))

    with pytest.raises(SealError):
        store.open(key)
    assert store.shares(key) == []
    assert store.erase(key).rows["workbooks"] == 1
    with store.database.engine.connect() as connection:
        assert connection.scalar(select(workbooks.c.wid)) is None
