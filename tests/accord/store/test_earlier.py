"""Looking back: the last versions, the lost texts, and nobody else's."""

from __future__ import annotations

import pytest

from accord.crypto import OwnerKey, SealError
from accord.store import Change, Consent, NotAllowedError, Store
from accord.store.tables import history


def test_a_conflict_can_be_settled(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"first", 1))
    store.save(key, Change("person", b"second", 1))
    conflict = next(earlier for earlier in store.history(key) if earlier.conflict)

    assert store.settle_conflict(key, conflict.id)
    assert not store.settle_conflict(key, conflict.id)
    assert not [earlier for earlier in store.history(key) if earlier.conflict]


def test_the_last_twenty_versions_stay(store: Store, key: OwnerKey) -> None:
    for version in range(1, 26):
        store.save(key, Change("person", str(version + 1).encode(), version))

    kept = store.history(key, "person")
    assert [earlier.version for earlier in kept] == list(range(25, 5, -1))
    assert store.earlier(key, kept[-1].id) == b"6"


def test_another_workbooks_earlier_text_is_out_of_reach(store: Store, key: OwnerKey, case: bytes) -> None:
    store.save(key, Change("person", b"{}", 1))
    other = store.create(case, Consent(given=True))

    with pytest.raises(NotAllowedError):
        store.earlier(other, store.history(key)[0].id)


def test_the_history_of_one_section_holds_no_other(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"1", 1))
    store.save(key, Change("debts", b"1", 1))

    assert {earlier.section for earlier in store.history(key)} == {"person", "debts"}
    assert {earlier.section for earlier in store.history(key, "debts")} == {"debts"}


def test_an_earlier_text_that_was_changed_is_not_shown(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"1", 1))
    with store.database.engine.begin() as connection:
        connection.execute(history.update().values(ver=7))

    with pytest.raises(SealError):
        store.earlier(key, store.history(key)[0].id)
