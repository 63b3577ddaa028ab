"""The manifest: one sealed list of what makes the present state."""

from __future__ import annotations

import pytest

from accord.crypto import OwnerKey, SealError
from accord.store import Change, NewFile, Store
from accord.store.access import Access, unlock
from accord.store.manifest import Manifest, check_listed
from accord.store.roles import Action
from accord.store.turn import Turn


def _listed(store: Store, key: OwnerKey) -> tuple[Manifest, int]:
    def read(turn: Turn) -> tuple[Manifest, int]:
        access: Access = unlock(turn, key, Action.OPEN)
        return access.manifest, access.ops

    return store._read(read)  # noqa: SLF001  a turn as the door makes it


def test_each_change_is_listed_and_counted(store: Store, key: OwnerKey) -> None:
    new = NewFile(b"four", "image/png")
    store.save_all(key, [Change("person", b"{}", 1), Change("offers", b"[]", 0)])
    store.attach(key, new)
    manifest, ops = _listed(store, key)

    assert manifest.sections == {"case": 1, "person": 2, "debts": 1, "private": 1, "consent": 1, "offers": 1}
    assert manifest.files == {new.id.hex(): 4}
    assert ops == 2


def test_what_changed_nothing_is_not_counted(store: Store, key: OwnerKey) -> None:
    change = Change("person", b"{}", 1)
    for _try in range(3):
        store.save(key, change)
    store.save(key, Change("person", b"late", 1))

    assert _listed(store, key)[1] == 1


@pytest.mark.parametrize("found", [{}, {"a": 1}, {"a": 1, "b": 3}, {"a": 1, "b": 2, "c": 1}])
def test_a_missing_a_surplus_and_an_older_row_are_noticed(found: dict[str, int]) -> None:
    with pytest.raises(SealError):
        check_listed({"a": 1, "b": 2}, found)
    check_listed(found, dict(found))
