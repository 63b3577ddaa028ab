"""Typed text outlives its page: one text a page, the owner's alone, until it was taken up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import (
    Attempt,
    Change,
    Consent,
    FullError,
    Limits,
    NotAllowedError,
    Role,
    ShareTerms,
    Store,
    TooManyTriesError,
    Typed,
    UnknownDraftError,
)
from accord.store.tables import pending


def _told(store: Store, key: OwnerKey) -> list[tuple[str, str, str]]:
    return [(typed.about, typed.text, typed.was) for typed in store.pending(key)]


def test_what_was_typed_waits_until_it_was_taken_up(store: Store, key: OwnerKey) -> None:
    store.leave(key, Typed("page-one-1", "answer-person-name", "张三丰", "张三"))

    assert _told(store, key) == _told(store, key) == [("answer-person-name", "张三丰", "张三")]
    assert store.pending(key)[0].at is not None
    assert store.take_up(key, ["page-one-1"]) == 1
    assert store.pending(key) == []
    assert store.take_up(key, ["page-one-1", "never-there"]) == 0


def test_a_page_has_one_text_and_pages_have_their_own(store: Store, key: OwnerKey) -> None:
    for page, text in (("page-one-1", "a"), ("page-two-2", "b"), ("page-one-1", "abc")):
        store.leave(key, Typed(page, "field", text))

    assert sorted(text for _about, text, _was in _told(store, key)) == ["abc", "b"]


def test_another_replica_hands_it_back(settings: Settings, open_store: Callable[..., Store], case: bytes) -> None:
    here, there = open_store(settings), open_store(settings)
    key = here.create(case, Consent(given=True))
    here.leave(key, Typed("page-one-1", "field", "typed here"))

    assert _told(there, key) == [("field", "typed here", "")]


def test_it_survives_new_keys_and_a_visitor_never_sees_it(store: Store, key: OwnerKey) -> None:
    store.leave(key, Typed("page-one-1", "field", "HALF-A-SENTENCE"))
    link = store.share(key, ShareTerms(consent=True, role=Role.COMMENT))
    visitor = store.claim(link.key, Attempt())

    assert "HALF-A-SENTENCE" not in store.open(visitor).case().decode()
    with pytest.raises(NotAllowedError):
        store.pending(visitor)  # type: ignore[arg-type]  # a visitor who tries
    store.revoke(key, link.id)
    assert _told(store, key) == [("field", "HALF-A-SENTENCE", "")]
    assert store.take_up(key, ["page-one-1"]) == 1


def test_it_is_bounded_in_length_number_and_pace(settings: Settings, open_store: Callable[..., Store]) -> None:
    store = open_store(settings, Limits(typed_pages=2, typed_a_minute=4))
    key = store.create(b"{}", Consent(given=True))
    with pytest.raises(FullError):
        store.leave(key, Typed("page-long", "field", "字" * 30_000))
    for number in range(4):
        store.leave(key, Typed(f"page-{number}", "field", str(number)))

    with pytest.raises(TooManyTriesError):
        store.leave(key, Typed("page-9", "field", "9"))
    assert len(store.pending(key)) == 2


def test_only_a_living_key_leaves_anything(store: Store) -> None:
    with pytest.raises(UnknownDraftError):
        store.leave(OwnerKey.fresh(), Typed("page-one-1", "field", "x"))


def test_one_spoilt_row_hides_no_other(store: Store, key: OwnerKey) -> None:
    for page in ("page-one-1", "page-two-2"):
        store.leave(key, Typed(page, "field", page))
    with store.database.engine.begin() as connection:
        pid = connection.scalars(select(pending.c.pid)).first()
        connection.execute(update(pending).where(pending.c.pid == pid).values(at=1))

    assert len(store.pending(key)) == 1
    store.save(key, Change("person", b"{}", 1))


def test_it_goes_with_the_draft(store: Store, key: OwnerKey) -> None:
    store.leave(key, Typed("page-one-1", "field", "x"))

    assert store.erase(key).rows["pending"] == 1
