"""Access: asked anew each time; use puts the end off once a day."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from sqlalchemy import Row, select

from accord.crypto import OwnerKey, SealError, ShareKey, Ticket
from accord.crypto.aead import seal
from accord.store import Attempt, LinkUnusableError, NotAllowedError, ShareTerms, Store, UnknownDraftError, View
from accord.store.access import LinkBounds, seal_view, terms_of, unlock, unseal_view
from accord.store.roles import Action
from accord.store.tables import grants, workbooks

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands


def _touched(store: Store) -> tuple[int, int]:
    with store.database.engine.connect() as connection:
        row = connection.execute(select(workbooks.c.touched_day, workbooks.c.expires_at)).one()
    return row.touched_day, row.expires_at


def test_use_is_noted_by_the_day_and_no_finer(store: Store, key: OwnerKey, hands: Hands) -> None:
    seen = []
    for hours in (0, 5, 24):
        hands.forward(hours=hours)
        store.open(key)
        seen.append(_touched(store))

    assert seen[0] == seen[1]
    assert seen[2] == (seen[0][0] + 1, seen[0][1] + 86400)
    assert seen[2][1] % 86400 == 0


def test_the_end_of_a_draft_and_how_long_it_lay_are_told(store: Store, key: OwnerKey, hands: Hands) -> None:
    first = store.open(key)
    hands.forward(days=61)
    back = store.open(key)

    assert (first.unused_days, back.unused_days, store.open(key).unused_days) == (0, 61, 0)
    assert (back.until - first.until).days == 61
    assert back.until == store.open(key).until


def test_a_visitors_use_does_not_put_the_end_off(store: Store, key: OwnerKey, hands: Hands) -> None:
    link = store.share(key, ShareTerms(consent=True))
    before = _touched(store)
    hands.forward(days=2)
    store.open(store.claim(link.key, Attempt()))

    assert _touched(store) == before


def test_an_owners_secret_written_as_a_ticket_opens_nothing(store: Store, key: OwnerKey) -> None:
    forged = Ticket.issue(ShareKey(key.raw), b"", 1_795_406_400, store.pepper)

    with pytest.raises(LinkUnusableError):
        store.open(forged)


def test_a_links_secret_written_as_an_owners_key_opens_nothing(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True))

    with pytest.raises(UnknownDraftError):
        store.open(OwnerKey(link.key.raw))


def test_a_visitor_has_no_owners_key(store: Store, key: OwnerKey) -> None:
    visitor = store.claim(store.share(key, ShareTerms(consent=True)).key, Attempt())
    access = store._read(lambda turn: unlock(turn, visitor, Action.OPEN))  # noqa: SLF001  a turn as the door makes it

    with pytest.raises(NotAllowedError):
        access.owner  # noqa: B018  asking is the test
    assert len(access.author) == 8


def test_a_view_belongs_to_one_link(store: Store, key: OwnerKey) -> None:
    store.share(key, ShareTerms(consent=True))
    with store.database.engine.connect() as connection:
        row = connection.execute(select(grants).where(grants.c.role == "look")).one()
    terms, view = terms_of(row), View(unmasked=True, private_fields=("private.ceiling",))
    bounds = LinkBounds(row.created_at, 0, 0)
    sealed, others = (seal_view(b"k" * 32, view, terms, each) for each in (bounds, bounds._replace(max_opens=5)))

    assert unseal_view(b"k" * 32, _row(sealed, bounds), terms) == view
    for changed, place in ((sealed, terms._replace(lookup=b"x" * 32)), (others, terms)):
        with pytest.raises(SealError):
            unseal_view(b"k" * 32, _row(changed, bounds), place)


def test_a_link_made_before_its_parts_could_be_chosen_shows_them(store: Store, key: OwnerKey) -> None:
    store.share(key, ShareTerms(consent=True))
    with store.database.engine.connect() as connection:
        terms = terms_of(connection.execute(select(grants).where(grants.c.role == "look")).one())
    words = b'{"unmasked": false, "private_fields": []}'
    old = seal(b"k" * 32, words, ("v", terms.wid, terms.lookup))

    assert unseal_view(b"k" * 32, _row(old, LinkBounds()), terms) == View(figures=True, papers=True)


def _row(view: bytes, bounds: LinkBounds) -> Row[tuple[object, ...]]:
    return cast("Row[tuple[object, ...]]", SimpleNamespace(view=view, **bounds._asdict()))
