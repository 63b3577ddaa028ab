"""The sweep: drafts nobody uses go, drafts in use stay, a wrong clock deletes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, Consent, Limits, NewComment, ShareTerms, Store, UnknownDraftError
from accord.store.tables import audit, comments, grants, history, rate, workbooks

if TYPE_CHECKING:
    from sqlalchemy import Table

    from tests.accord.store.conftest import Hands


def _rows(store: Store, table: Table) -> int:
    with store.database.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def _day_by_day(store: Store, hands: Hands, days: int) -> None:
    for _day in range(days):
        hands.forward(days=1)
        store.sweep()


def test_a_draft_unused_for_ninety_days_is_deleted_with_everything(store: Store, key: OwnerKey, hands: Hands) -> None:
    store.share(key, ShareTerms(consent=True))
    _day_by_day(store, hands, 90)
    assert _rows(store, workbooks) == 1

    _day_by_day(store, hands, 1)
    assert [_rows(store, table) for table in (workbooks, grants, history)] == [0, 0, 0]


def test_an_expired_draft_is_not_served_even_before_the_sweep(store: Store, key: OwnerKey, hands: Hands) -> None:
    hands.forward(days=92)

    with pytest.raises(UnknownDraftError):
        store.open(key)


def test_use_puts_the_end_off(store: Store, key: OwnerKey, hands: Hands) -> None:
    first = store.open(key).until
    for _week in range(6):
        _day_by_day(store, hands, 7)
        store.open(key)

    assert (store.open(key).until - first).days == 42


def test_a_clock_that_jumps_deletes_nothing_until_it_is_believed(store: Store, key: OwnerKey, hands: Hands) -> None:
    hands.forward(days=40)
    report = store.sweep()
    assert (report.paused, report.rows) == (True, {})

    hands.forward(days=-40)
    assert store.open(key).sections
    assert not store.sweep().paused


def test_after_somebody_looked_at_the_clock_the_sweep_goes_on(store: Store, hands: Hands, case: bytes) -> None:
    store.create(case, Consent(given=True))
    hands.forward(days=100)

    assert store.sweep(clock_is_right=True).rows["workbooks"] == 1


def test_two_sweepers_do_not_sweep_at_once(store: Store, key: OwnerKey, hands: Hands) -> None:
    assert store.sweep().rows
    assert not store.sweep().rows
    hands.forward(seconds=601)
    assert store.sweep().rows
    assert store.open(key).sections


def test_large_numbers_go_in_batches(settings: Settings, open_store: Callable[..., Store], hands: Hands) -> None:
    store = open_store(settings, Limits(sweep_batch=2, draft_life=0))
    for _draft in range(5):
        store.create(b"{}", Consent(given=True))
    hands.forward(days=1)

    assert store.sweep().rows["workbooks"] == 5
    assert _rows(store, workbooks) == 0


def test_conflicts_deleted_comments_and_counters_go_after_their_time(store: Store, key: OwnerKey, hands: Hands) -> None:
    store.save(key, Change("person", b"1", 1))
    store.save(key, Change("person", b"2", 1))
    new = NewComment("debts", "words")
    store.comment(key, new)
    store.delete_comment(key, new.id)
    for _week in range(5):
        _day_by_day(store, hands, 7)
        store.open(key)

    assert [_rows(store, table) for table in (workbooks, comments, rate)] == [1, 0, 0]
    assert [earlier.conflict for earlier in store.history(key)] == [False]


def test_the_audit_tells_what_happened_without_telling_whose(store: Store, key: OwnerKey, hands: Hands) -> None:
    store.erase(key)
    with store.database.engine.connect() as connection:
        rows = connection.execute(select(audit)).all()

    assert {row.event for row in rows} == {"create", "erase"}
    assert all(len(row.wid8) == 8 and row.wid8 not in key.lookup for row in rows)
    hands.forward(days=92)
    store.sweep(clock_is_right=True)
    assert _rows(store, audit) == 0
