"""Seals: one place, one key, every bit counts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.crypto import SealError
from accord.crypto.aead import OVERHEAD, canonical, seal, unseal

KEY, OTHER = b"k" * 32, b"o" * 32
PLACE = ("s", b"\x00\x01", "debts", 7)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_what_was_sealed_opens_in_its_place(plain: bytes) -> None:
    sealed = seal(KEY, plain, PLACE)

    assert unseal(KEY, sealed, PLACE) == plain
    assert len(sealed) == len(plain) + OVERHEAD


def test_every_flipped_bit_is_refused() -> None:
    sealed = seal(KEY, b"plain", PLACE)
    for bit in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(SealError):
            unseal(KEY, bytes(changed), PLACE)


def test_every_cut_and_every_addition_is_refused() -> None:
    sealed = seal(KEY, b"plain", PLACE)
    for changed in [sealed[:length] for length in range(len(sealed))] + [sealed + b"\x00"]:
        with pytest.raises(SealError):
            unseal(KEY, changed, PLACE)


def test_another_key_or_place_is_refused() -> None:
    sealed = seal(KEY, b"plain", PLACE)
    others = [("x", *PLACE[1:]), PLACE[:-1], (*PLACE, 0), ("s", "0001", "debts", "7"), ("s", b"\x00", "debts", 7)]
    for place in others:
        with pytest.raises(SealError):
            unseal(KEY, sealed, place)
    with pytest.raises(SealError):
        unseal(OTHER, sealed, PLACE)


def test_no_two_seals_are_alike() -> None:
    assert len({seal(KEY, b"same", PLACE) for _seal in range(100)}) == 100


@settings(max_examples=100)
@given(*[st.lists(st.text(max_size=4) | st.integers(), max_size=4)] * 2)
def test_two_places_are_written_alike_only_when_they_are_one(one: list[str | int], other: list[str | int]) -> None:
    assert (canonical(tuple(one)) == canonical(tuple(other))) == (one == other)
