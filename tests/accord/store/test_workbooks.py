"""A workbook from its first answer to its last trace."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import func, select

from accord.crypto import OwnerKey
from accord.store import Attempt, Change, Consent, NewComment, NewFile, ShareTerms, Store, UnknownDraftError
from accord.store.tables import OF_ONE_WORKBOOK


def test_two_owners_see_nothing_of_each_other(store: Store, key: OwnerKey) -> None:
    other = store.create(b'{"person": {"name": "B"}}', Consent(given=True))
    store.save(other, Change("person", b'{"name": "C"}', 1))

    assert json.loads(store.open(key).case())["person"] == {"name": "MARKER-NAME-张三"}
    assert not store.history(key)


def test_the_consent_is_kept_with_its_wording(store: Store, case: bytes) -> None:
    key = store.create(case, Consent(given=True, wording="2026-11"))

    assert json.loads(store.open(key).sections["consent"].data)["wording"] == "2026-11"


def test_erasing_leaves_no_row_and_a_receipt_that_counts_them(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"{}", 1))
    store.comment(key, NewComment("debts", "words"))
    store.attach(key, NewFile(b"x", "image/png"))
    store.share(key, ShareTerms(consent=True))
    receipt = store.erase(key)

    assert receipt.rows == {
        "handovers": 0,
        "pending": 0,
        "suggestions": 0,
        "comments": 1,
        "files": 1,
        "history": 1,
        "sections": 5,
        "grants": 2,
        "workbooks": 1,
    }
    assert receipt.at.isoformat() == "2026-11-23T12:00:00+08:00"
    assert len(receipt.number) == 12
    with store.database.engine.connect() as connection:
        left = [connection.scalar(select(func.count()).select_from(table)) for table in OF_ONE_WORKBOOK]
    assert left == [0] * len(OF_ONE_WORKBOOK)


def test_what_is_erased_can_be_erased_no_second_time(store: Store, key: OwnerKey) -> None:
    store.erase(key)

    for ask in (store.open, store.erase, store.shares, store.history, store.comments, store.files):
        with pytest.raises(UnknownDraftError):
            ask(key)


def test_what_was_typed_but_not_yet_taken_over_is_the_owners_alone(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("pending", b'{"field": "half a senten"}', 0))
    visitor = store.claim(store.share(key, ShareTerms(consent=True)).key, Attempt())

    assert "pending" in store.open(key).sections
    assert "pending" not in store.open(visitor).sections
    assert "pending" not in json.loads(store.open(key).case())
