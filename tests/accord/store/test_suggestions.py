"""Suggestions: a link proposes, the owner decides, only the owner's save changes anything."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.crypto import OwnerKey, Ticket
from accord.settings import Settings
from accord.store import (
    Attempt,
    Change,
    Consent,
    FullError,
    Limits,
    NewSuggestion,
    NotAllowedError,
    Role,
    ShareTerms,
    Store,
)


@pytest.fixture
def advisor(store: Store, key: OwnerKey) -> Ticket:
    return store.claim(store.share(key, ShareTerms(consent=True, role=Role.COMMENT)).key, Attempt())


def test_a_suggestion_waits_for_the_owner(store: Store, key: OwnerKey, advisor: Ticket) -> None:
    store.suggest(advisor, NewSuggestion("debts", "debt-1.principal", "1200.00", 1, reason="见合同", name="张律师"))

    (waiting,) = store.suggestions(key)
    assert (waiting.value, waiting.reason, waiting.base, waiting.state) == ("1200.00", "见合同", 1, "open")
    assert waiting.name == "张律师"
    with pytest.raises(FullError):
        store.suggest(advisor, NewSuggestion("debts", "debt-1.principal", "1", 1, name="x" * 41))
    assert store.settle(key, waiting.id, accepted=True)
    assert not store.settle(key, waiting.id, accepted=False)
    assert [row.state for row in store.suggestions(advisor)] == ["accepted"]
    assert store.open(key).sections["debts"].version == 1


def test_an_advisor_can_neither_save_nor_decide(store: Store, key: OwnerKey, advisor: Ticket) -> None:
    new = NewSuggestion("debts", "debt-1.principal", "1", 1)
    store.suggest(advisor, new)
    store.suggest(advisor, new)

    with pytest.raises(NotAllowedError):
        store.settle(advisor, new.id, accepted=True)
    with pytest.raises(NotAllowedError):
        store.save(advisor, Change("debts", b"[]", 1))
    assert len(store.suggestions(key)) == 1


def test_private_parts_take_no_suggestions(store: Store, advisor: Ticket) -> None:
    for section in ("private", "consent", "pending", "张"):
        with pytest.raises(NotAllowedError):
            store.suggest(advisor, NewSuggestion(section, "ceiling", "1", 1))


def test_suggestions_survive_a_change_of_keys(store: Store, key: OwnerKey, advisor: Ticket) -> None:
    store.suggest(advisor, NewSuggestion("debts", "debt-1.principal", "1", 1))
    store.revoke(key, store.share(key, ShareTerms(consent=True)).id)

    assert [row.value for row in store.suggestions(advisor)] == ["1"]


def test_suggestions_are_bounded(settings: Settings, open_store: Callable[..., Store], case: bytes) -> None:
    store = open_store(settings, Limits(comments=1, comment_signs=20))
    key = store.create(case, Consent(given=True))
    advisor = store.claim(store.share(key, ShareTerms(consent=True, role=Role.COMMENT)).key, Attempt())
    with pytest.raises(FullError):
        store.suggest(advisor, NewSuggestion("debts", "a", "x" * 20, 1))

    store.suggest(advisor, NewSuggestion("debts", "a", "1", 1))
    with pytest.raises(FullError):
        store.suggest(advisor, NewSuggestion("debts", "a", "2", 1))
