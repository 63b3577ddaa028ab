"""Links from the owner's side and the visitor's: what each may see, and when it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from accord.crypto import OwnerKey, ShareKey, Ticket
from accord.settings import Settings
from accord.store import (
    Attempt,
    Change,
    CodeNeededError,
    Consent,
    ConsentError,
    FullError,
    Limits,
    LinkUnusableError,
    NewFile,
    NotAllowedError,
    Role,
    ShareTerms,
    Store,
    TooManyTriesError,
    UnknownDraftError,
    View,
)

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands

AGREED = ShareTerms(consent=True)
NO_CODE = Attempt()


def test_a_link_shows_the_case_without_its_private_part(store: Store, key: OwnerKey) -> None:
    link = store.share(key, AGREED)
    draft = store.open(store.claim(link.key, NO_CODE))

    shown = json.loads(draft.case())
    assert shown["debts"][0]["principal"] == "1000.00"
    assert "private" not in shown
    assert "consent" not in draft.sections
    assert draft.role is Role.LOOK
    assert not draft.view.unmasked


def test_the_owner_may_open_single_private_fields_to_one_link(store: Store, key: OwnerKey) -> None:
    terms = ShareTerms(consent=True, view=View(unmasked=True, private_fields=("private.ceiling",)))
    draft = store.open(store.claim(store.share(key, terms).key, NO_CODE))

    assert json.loads(draft.case())["private"] == {"ceiling": "3000.00"}
    assert draft.view == terms.view


def test_a_link_needs_the_tick(store: Store, key: OwnerKey) -> None:
    with pytest.raises(ConsentError):
        store.share(key, ShareTerms(consent=False))


@pytest.mark.parametrize("life", [0, 3599, 31 * 86400 + 1, -1])
def test_a_life_outside_one_hour_to_31_days_is_refused(store: Store, key: OwnerKey, life: int) -> None:
    with pytest.raises(NotAllowedError):
        store.share(key, ShareTerms(consent=True, life=life))


def test_nobody_becomes_an_owner_by_a_link(store: Store, key: OwnerKey) -> None:
    with pytest.raises(NotAllowedError):
        store.share(key, ShareTerms(consent=True, role=Role.OWNER))


def test_a_link_ends_after_seven_days(store: Store, key: OwnerKey, hands: Hands) -> None:
    link = store.share(key, AGREED)
    hands.forward(days=6, hours=23)
    assert store.claim(link.key, NO_CODE)

    hands.forward(hours=2)
    with pytest.raises(LinkUnusableError):
        store.claim(link.key, NO_CODE)


def test_turning_the_clock_back_revives_no_link(store: Store, key: OwnerKey, hands: Hands) -> None:
    link = store.share(key, ShareTerms(consent=True, life=3600))
    hands.forward(hours=2)
    store.save(key, Change("person", b"{}", 1))
    hands.forward(hours=-2)

    with pytest.raises(LinkUnusableError):
        store.claim(link.key, NO_CODE)


def test_opens_are_counted_and_end(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True, max_opens=2))
    tickets = [store.claim(link.key, NO_CODE) for _open in range(2)]

    with pytest.raises(LinkUnusableError):
        store.claim(link.key, NO_CODE)
    assert store.open(tickets[1]).sections  # a counted visit goes on
    assert [(state.opens, state.max_opens) for state in store.shares(key)] == [(2, 2)]


def test_a_ticket_cannot_be_made_from_a_link_alone(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True, max_opens=1))
    made_up = Ticket(link.key.raw, b"", 1_795_406_400, 1, bytes(32))

    with pytest.raises(LinkUnusableError):
        store.open(made_up)


def test_a_ticket_runs_out_after_twelve_hours(store: Store, key: OwnerKey, hands: Hands) -> None:
    ticket = store.claim(store.share(key, AGREED).key, NO_CODE)
    hands.forward(hours=12)

    with pytest.raises(LinkUnusableError):
        store.open(ticket)


def test_a_spoken_code_is_asked_for_and_forgives_how_it_is_typed(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True, with_code=True))

    with pytest.raises(CodeNeededError):
        store.claim(link.key, NO_CODE)
    ticket = store.claim(link.key, Attempt(code=f" {link.code.lower().replace('-', ' ')} "))
    assert store.open(Ticket.parse(ticket.text)).sections


def test_every_reason_not_to_open_is_told_alike(store: Store, key: OwnerKey, hands: Hands) -> None:
    coded = store.share(key, ShareTerms(consent=True, with_code=True))
    brief = store.share(key, ShareTerms(consent=True, life=3600))
    withdrawn = store.share(key, AGREED)
    store.revoke(key, withdrawn.id)
    hands.forward(hours=2)

    told = set()
    for link in (ShareKey.fresh(), brief.key, withdrawn.key, coded.key, ShareKey(key.raw)):
        with pytest.raises(LinkUnusableError) as refusal:
            store.claim(link, Attempt(code="WRONG-CODE"))
        told.add(str(refusal.value))
    assert len(told) == 1


def test_a_withdrawn_link_is_shut_at_the_next_call_for_live_visitors_too(store: Store, key: OwnerKey) -> None:
    link, other = store.share(key, AGREED), store.share(key, ShareTerms(consent=True, role=Role.COMMENT))
    live, staying = store.claim(link.key, NO_CODE), store.claim(other.key, NO_CODE)

    assert store.revoke(key, link.id)
    with pytest.raises(LinkUnusableError):
        store.open(live)
    assert store.open(staying).sections  # the keys were wrapped anew for who stays
    assert [state.id for state in store.shares(key)] == [other.id]
    assert not store.revoke(key, link.id)


def test_an_owner_cannot_withdraw_their_own_key_or_anothers_link(store: Store, key: OwnerKey, case: bytes) -> None:
    other = store.create(case, Consent(given=True))
    link = store.share(other, AGREED)

    assert not store.revoke(key, key.lookup)
    assert not store.revoke(key, link.id)
    assert store.claim(link.key, NO_CODE)


def test_only_so_many_links_are_open_at_once(settings: Settings, open_store: Callable[..., Store], case: bytes) -> None:
    store = open_store(settings, Limits(links=2))
    key = store.create(case, Consent(given=True))
    for _link in range(2):
        store.share(key, AGREED)

    with pytest.raises(FullError):
        store.share(key, AGREED)


def test_labels_are_the_owners_own(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True, label="王律师", evidence=True))

    assert [(state.label, state.evidence) for state in store.shares(key)] == [("王律师", True)]
    with pytest.raises(NotAllowedError):
        store.shares(store.claim(link.key, NO_CODE))


def test_papers_open_only_to_links_that_were_given_them(store: Store, key: OwnerKey) -> None:
    store.attach(key, NewFile(b"picture", "image/jpeg"))
    plain, with_papers = store.share(key, AGREED), store.share(key, ShareTerms(consent=True, evidence=True))

    with pytest.raises(NotAllowedError):
        store.files(store.claim(plain.key, NO_CODE))
    visitor = store.claim(with_papers.key, NO_CODE)
    assert store.file(visitor, store.files(visitor)[0].id) == b"picture"


def test_guessing_from_one_address_is_stopped_and_others_are_not(store: Store, key: OwnerKey, hands: Hands) -> None:
    link = store.share(key, AGREED)
    for _guess in range(10):
        with pytest.raises(LinkUnusableError):
            store.claim(ShareKey.fresh(), Attempt(address="203.0.113.9"))

    with pytest.raises(TooManyTriesError):
        store.claim(link.key, Attempt(address="203.0.113.77"))
    assert store.claim(link.key, Attempt(address="198.51.100.2"))
    hands.forward(seconds=601)
    assert store.claim(link.key, Attempt(address="203.0.113.9"))


def test_wrong_codes_freeze_a_link_and_its_owner_sees_it(
    settings: Settings, open_store: Callable[..., Store], case: bytes
) -> None:
    store = open_store(settings, Limits(codes_by_link=3))
    key = store.create(case, Consent(given=True))
    link = store.share(key, ShareTerms(consent=True, with_code=True))
    for number in range(3):
        with pytest.raises(LinkUnusableError):
            store.claim(link.key, Attempt(code="WRONG", address=f"10.0.{number}.1"))

    with pytest.raises(LinkUnusableError):
        store.claim(link.key, Attempt(code=link.code, address="10.1.0.1"))
    assert store.shares(key)[0].frozen


def test_a_link_of_an_erased_draft_opens_nothing(store: Store, key: OwnerKey) -> None:
    ticket = store.claim(store.share(key, AGREED).key, NO_CODE)
    store.erase(key)

    with pytest.raises(LinkUnusableError):
        store.open(ticket)
    with pytest.raises(UnknownDraftError):
        store.open(key)
