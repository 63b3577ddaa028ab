"""The door: what an owner can rely on, on both engines."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from accord.crypto import OwnerKey
from accord.errors import BrokenFileError
from accord.settings import Settings
from accord.store import (
    Change,
    Consent,
    ConsentError,
    Limits,
    Outcome,
    Role,
    Store,
    TooManyTriesError,
    UnknownDraftError,
)

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands


def test_a_kept_case_opens_equal_to_what_was_given(store: Store, key: OwnerKey, case: bytes) -> None:
    draft = store.open(key)

    assert json.loads(draft.case()) == json.loads(case)
    assert draft.role is Role.OWNER
    assert draft.view.unmasked


def test_nothing_is_kept_before_the_tick(store: Store, case: bytes) -> None:
    with pytest.raises(ConsentError):
        store.create(case, Consent(given=False))


def test_what_is_no_case_is_not_kept(store: Store) -> None:
    for document in (b"", b"[]", b"%PDF-1.7", b'{"Bad Name": {}}', b'{"consent": {}}', b"[" * 100_000):
        with pytest.raises(BrokenFileError):
            store.create(document, Consent(given=True))


def test_a_key_nobody_was_given_opens_nothing(store: Store, key: OwnerKey) -> None:
    with pytest.raises(UnknownDraftError):
        store.open(OwnerKey.fresh())
    assert store.open(OwnerKey.parse(key.text)).sections


def test_one_flipped_bit_of_the_key_opens_nothing(store: Store, key: OwnerKey) -> None:
    for bit in range(0, 256, 16):
        wrong = bytearray(key.raw)
        wrong[bit // 8] ^= 1 << bit % 8
        with pytest.raises(UnknownDraftError):
            store.open(OwnerKey(bytes(wrong)))


def test_an_address_may_begin_only_so_many_drafts_a_day(
    settings: Settings, open_store: Callable[..., Store], case: bytes
) -> None:
    store = open_store(settings, Limits(workbooks_a_day=2))
    consent = Consent(given=True, address="192.0.2.7")
    for _draft in range(2):
        store.create(case, consent)

    with pytest.raises(TooManyTriesError):
        store.create(case, Consent(given=True, address="192.0.2.200"))
    assert store.create(case, Consent(given=True, address="198.51.100.1"))


def test_too_many_saves_in_a_minute_are_told_and_the_next_minute_is_free(
    settings: Settings, open_store: Callable[..., Store], hands: Hands, case: bytes
) -> None:
    store = open_store(settings, Limits(saves_a_minute=3))
    key = store.create(case, Consent(given=True))
    for version in range(1, 4):
        store.save(key, Change("person", b"{}", version))

    with pytest.raises(TooManyTriesError):
        store.save(key, Change("person", b"{}", 4))
    hands.forward(seconds=61)
    assert store.save(key, Change("person", b"{}", 4)).outcome is Outcome.SAVED
