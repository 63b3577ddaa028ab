"""Every action by every key: what a role may not do, and what a dead link does, is refused at the door itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import pytest

from accord.crypto import OwnerKey, Ticket
from accord.errors import StoreError
from accord.store import (
    Action,
    Attempt,
    Change,
    Consent,
    LinkUnusableError,
    NewComment,
    NewFile,
    NewSuggestion,
    NotAllowedError,
    Role,
    ShareTerms,
    Store,
    Typed,
    UnknownDraftError,
)
from tests import torture
from tests.accord.store.test_roles import MAY

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands

ROLES = (Role.OWNER, Role.COMMENT, Role.LOOK)


def _do(store: Store, key: OwnerKey | Ticket, action: Action) -> object:
    """Ask the door for one action."""
    mine = cast("OwnerKey", key)  # the door's types forbid what is tried here
    deeds: dict[Action, Callable[[], object]] = {
        Action.OPEN: lambda: store.open(key),
        Action.SAVE: lambda: store.save(key, Change("person", b"{}", store.open(key).sections["person"].version)),
        Action.HISTORY: lambda: store.history(key),
        Action.SHARE: lambda: store.share(key, ShareTerms(consent=True)),
        Action.LIST_SHARES: lambda: store.shares(key),
        Action.REVOKE: lambda: store.revoke(key, b"x" * 32),
        Action.READ_COMMENTS: lambda: store.comments(key),
        Action.COMMENT: lambda: store.comment(key, NewComment("debts", "words")),
        Action.DELETE_COMMENT: lambda: store.delete_comment(key, b"x" * 16),
        Action.SUGGEST: lambda: store.suggest(key, NewSuggestion("debts", "principal", "1", 1)),
        Action.READ_SUGGESTIONS: lambda: store.suggestions(key),
        Action.SETTLE: lambda: store.settle(key, b"x" * 16, accepted=True),
        Action.READ_FILES: lambda: store.files(key),
        Action.ATTACH: lambda: store.attach(key, NewFile(b"x", "image/png")),
        Action.LEND: lambda: store.lend(mine, Consent(given=True)),
        Action.TYPED: lambda: store.leave(mine, Typed("page-one-1", "field", "x")),
        Action.ERASE: lambda: store.erase(key),
    }
    return deeds[action]()


def _ticket(store: Store, key: OwnerKey, role: Role, **terms: int) -> Ticket:
    link = store.share(key, ShareTerms(consent=True, role=role, evidence=True, **terms))  # type: ignore[arg-type]  # numbers alone
    return store.claim(link.key, Attempt())


@pytest.mark.parametrize("action", list(Action))
def test_each_key_can_do_what_its_role_may_and_nothing_else(
    store: Store, case: bytes, action: Action, record_property: Callable[[str, object], None]
) -> None:
    done = []
    for role in ROLES:
        key = store.create(case, Consent(given=True))
        holder = key if role is Role.OWNER else _ticket(store, key, role)
        before = store.open(key).case()
        try:
            _do(store, holder, action)
        except NotAllowedError:
            done.append(False)
            assert store.open(key).case() == before
        else:
            done.append(True)

    record_property(torture.TRIED, len(done))
    record_property(torture.COUNTED, f"A4 {action}: {done} as the table says")
    assert tuple(done) == MAY[action]


def test_nobody_can_do_anything(store: Store, key: OwnerKey) -> None:
    stranger = OwnerKey.fresh()
    for action in Action:
        with pytest.raises(UnknownDraftError):
            _do(store, stranger, action)
    assert store.open(key).sections


def test_a_dead_link_does_nothing_at_all(
    store: Store, key: OwnerKey, hands: Hands, record_property: Callable[[str, object], None]
) -> None:
    dead = {}
    for role in (Role.COMMENT, Role.LOOK):
        dead["run out", role] = _ticket(store, key, role, life=3600)
        dead["withdrawn", role] = _ticket(store, key, role)
        link = store.share(key, ShareTerms(consent=True, role=role, max_opens=1))
        live = store.claim(link.key, Attempt())
        dead["exhausted", role] = Ticket(live.raw, b"", live.issued, live.kid, bytes(32))  # made from the link alone
        store.revoke(key, dead["withdrawn", role].lookup)
    hands.forward(hours=2)
    before, tried = store.open(key).case(), Counter[str]()
    for (why, role), ticket in dead.items():
        for action in Action:
            tried[why] += 1
            with pytest.raises(LinkUnusableError):
                _do(store, ticket, action)
            assert role
    record_property(torture.TRIED, tried.total())
    record_property(torture.COUNTED, f"A2 refused {dict(tried)}, let in 0")
    assert store.open(key).case() == before


def test_an_expired_owner_can_do_nothing_either(store: Store, key: OwnerKey, hands: Hands) -> None:
    hands.forward(days=92)
    for action in Action:
        with pytest.raises(StoreError):
            _do(store, key, action)
