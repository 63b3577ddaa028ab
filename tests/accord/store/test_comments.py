"""Comments: who may write, read and delete them, and that their words leave with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.crypto import OwnerKey, Ticket
from accord.settings import Settings
from accord.store import (
    Attempt,
    Consent,
    FullError,
    Limits,
    NewComment,
    NotAllowedError,
    Role,
    ShareTerms,
    Store,
)
from accord.store.records import SEEN, SETTLED


def _visitor(store: Store, key: OwnerKey, role: Role) -> Ticket:
    return store.claim(store.share(key, ShareTerms(consent=True, role=role)).key, Attempt())


def test_an_advisors_comment_reaches_the_owner(store: Store, key: OwnerKey) -> None:
    advisor = _visitor(store, key, Role.COMMENT)
    store.comment(advisor, NewComment("debts", "请核对本金", about="debts.debt-1.principal", name="王律师"))

    (comment,) = store.comments(key)
    assert (comment.words, comment.about, comment.name) == ("请核对本金", "debts.debt-1.principal", "王律师")
    assert not comment.mine
    assert store.comments(advisor)[0].mine


def test_who_may_only_look_neither_writes_nor_reads_comments(store: Store, key: OwnerKey) -> None:
    looker = _visitor(store, key, Role.LOOK)

    with pytest.raises(NotAllowedError):
        store.comment(looker, NewComment("debts", "words"))
    with pytest.raises(NotAllowedError):
        store.comments(looker)


def test_a_retried_comment_stands_once(store: Store, key: OwnerKey) -> None:
    new = NewComment("debts", "words")
    for _try in range(3):
        store.comment(key, new)

    assert len(store.comments(key)) == 1


def test_a_link_deletes_its_own_comments_and_the_owner_any(store: Store, key: OwnerKey) -> None:
    one, two = _visitor(store, key, Role.COMMENT), _visitor(store, key, Role.COMMENT)
    first, second = NewComment("debts", "one"), NewComment("debts", "two")
    store.comment(one, first)
    store.comment(two, second)

    assert not store.delete_comment(one, second.id)
    assert store.delete_comment(one, first.id)
    assert not store.delete_comment(one, first.id)
    assert store.delete_comment(key, second.id)
    assert store.comments(key) == []


def test_comments_survive_a_change_of_keys_deleted_ones_too(store: Store, key: OwnerKey) -> None:
    gone, kept = NewComment("debts", "gone"), NewComment("debts", "kept")
    store.comment(key, gone)
    store.comment(key, kept)
    store.delete_comment(key, gone.id)
    store.revoke(key, store.share(key, ShareTerms(consent=True)).id)

    assert [comment.words for comment in store.comments(key)] == ["kept"]


def test_comments_are_bounded_in_length_and_number(
    settings: Settings, open_store: Callable[..., Store], case: bytes
) -> None:
    store = open_store(settings, Limits(comments=2, comment_signs=10))
    key = store.create(case, Consent(given=True))
    with pytest.raises(FullError):
        store.comment(key, NewComment("debts", "x" * 11))
    with pytest.raises(NotAllowedError):
        store.comment(key, NewComment("张三", "x"))

    store.comment(key, NewComment("debts", "1"))
    store.comment(key, NewComment("debts", "2"))
    with pytest.raises(FullError):
        store.comment(key, NewComment("debts", "3"))


def test_answers_and_marks_say_what_they_are_about(store: Store, key: OwnerKey) -> None:
    advisor = _visitor(store, key, Role.COMMENT)
    remark = NewComment("debts", "words", name="张律师", frozen="as it stood")
    store.comment(advisor, remark)
    store.comment(key, NewComment("debts", "yes", of=(remark.id,)))
    store.comment(key, NewComment("case", "", of=(remark.id,), mark=SEEN))

    said = {row.words: row for row in store.comments(advisor)}
    assert (said["words"].frozen, said["words"].by_owner) == ("as it stood", False)
    assert (said["yes"].of, said["yes"].by_owner) == ((remark.id,), True)
    assert said[""].mark == SEEN


@pytest.mark.parametrize("mark", [SEEN, SETTLED, "anything"])
def test_a_link_sets_no_mark(store: Store, key: OwnerKey, mark: str) -> None:
    with pytest.raises(NotAllowedError):
        store.comment(_visitor(store, key, Role.COMMENT), NewComment("debts", "", mark=mark))

    assert store.comments(key) == []


def test_the_owner_sets_only_known_marks(store: Store, key: OwnerKey) -> None:
    with pytest.raises(NotAllowedError):
        store.comment(key, NewComment("debts", "", mark="anything"))


@pytest.mark.parametrize("new", [NewComment("debts", "", name="x" * 41), NewComment("debts", "", frozen="x" * 16_001)])
def test_names_and_frozen_texts_are_bounded(store: Store, key: OwnerKey, new: NewComment) -> None:
    with pytest.raises(FullError):
        store.comment(key, new)

    assert store.comments(key) == []
