"""Saving: versions, retries, conflicts, history. What was acknowledged is current or in the history."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from accord.crypto import OwnerKey
from accord.errors import StoreError
from accord.settings import Settings
from accord.store import Change, Consent, FullError, Limits, Outcome, Store, new_id
from accord.store.tables import history, workbooks


def test_each_save_makes_the_next_version(store: Store, key: OwnerKey) -> None:
    first = store.save(key, Change("person", b'{"n": 1}', 1))
    second = store.save(key, Change("person", b'{"n": 2}', first.version))

    assert (first.outcome, first.version, second.version) == (Outcome.SAVED, 2, 3)
    assert store.open(key).sections["person"].data == b'{"n": 2}'


def test_a_section_that_was_not_there_begins_at_version_zero(store: Store, key: OwnerKey) -> None:
    assert store.save(key, Change("offers", b"[1]", 0)).version == 1
    assert store.save(key, Change("offers", b"[2]", 0)).outcome is Outcome.CONFLICT


def test_who_comes_second_overwrites_nothing_and_loses_nothing(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"first", 1))
    result = store.save(key, Change("person", b"second", 1))

    assert (result.outcome, result.version, result.stored) == (Outcome.CONFLICT, 2, b"first")
    assert result.base == b'{"name":"MARKER-NAME-\xe5\xbc\xa0\xe4\xb8\x89"}'
    assert store.open(key).sections["person"].data == b"first"
    beside = [earlier for earlier in store.history(key, "person") if earlier.conflict]
    assert [store.earlier(key, earlier.id) for earlier in beside] == [b"second"]


def test_a_retry_after_an_unheard_answer_changes_nothing(store: Store, key: OwnerKey) -> None:
    change = Change("person", b"mine", 1)
    store.save(key, change)

    assert store.save(key, change).outcome is Outcome.REPEATED
    assert store.open(key).sections["person"].version == 2


def test_a_retry_is_known_even_after_somebody_else_saved(store: Store, key: OwnerKey) -> None:
    change = Change("person", b"mine", 1)
    store.save(key, change)
    store.save(key, Change("person", b"theirs", 2))

    result = store.save(key, change)
    assert (result.outcome, result.version) == (Outcome.REPEATED, 2)
    assert not [earlier for earlier in store.history(key) if earlier.conflict]


def test_a_retried_conflict_is_kept_once(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"first", 1))
    late = Change("person", b"second", 1)

    assert [store.save(key, late).outcome for _try in range(3)] == [Outcome.CONFLICT] * 3
    assert len([earlier for earlier in store.history(key) if earlier.conflict]) == 1


def test_another_text_under_a_used_attempt_is_a_conflict_not_a_loss(store: Store, key: OwnerKey) -> None:
    op = new_id()
    store.save(key, Change("person", b"one", 1, op))

    assert store.save(key, Change("person", b"two", 1, op)).outcome is Outcome.CONFLICT


def test_several_sections_are_saved_together_and_each_for_itself(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("debts", b"[1]", 1))
    results = store.save_all(key, [Change("person", b"p", 1), Change("debts", b"[2]", 1), Change("asks", b"[]", 0)])

    assert [result.outcome for result in results] == [Outcome.SAVED, Outcome.CONFLICT, Outcome.SAVED]
    assert store.open(key).sections["debts"].data == b"[1]"


def test_an_oversized_part_is_refused_and_what_was_kept_is_safe(
    settings: Settings, open_store: Callable[..., Store], case: bytes
) -> None:
    store = open_store(settings, Limits(section_size=1000, workbook_size=2000))
    key = store.create(case, Consent(given=True))

    with pytest.raises(FullError):
        store.save(key, Change("person", b"x" * 1001, 1))
    with pytest.raises(FullError):
        store.save_all(key, [Change("offers", b"x" * 900, 0), Change("asks", b"x" * 900, 0)])
    assert "offers" not in store.open(key).sections


def test_a_section_name_is_never_a_persons_words(store: Store, key: OwnerKey) -> None:
    for name in ("", "张三", "A", "a b", "a" * 41, "../x"):
        with pytest.raises(StoreError):
            store.save(key, Change(name, b"{}", 0))


def test_the_size_of_a_workbook_is_what_its_rows_hold(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("offers", b"x" * 5000, 0))
    store.save(key, Change("offers", b"x" * 10, 1))

    with store.database.engine.connect() as connection:
        used = connection.scalar(select(workbooks.c.bytes_used))
        kept = connection.scalar(select(func.count()).select_from(history))
    assert used is not None
    assert 0 < used < 2000
    assert kept == 1
