"""Secrets: one way to write each, types that cannot be confused, nothing shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.crypto import OwnerKey, SecretFormError, ShareKey, spoken_code
from accord.crypto.derive import plain_code
from accord.crypto.secret import SPEAKABLE


@settings(max_examples=50)
@given(st.binary(min_size=32, max_size=32))
def test_writing_and_reading_are_inverse(raw: bytes) -> None:
    for kind in (OwnerKey, ShareKey):
        key = kind(raw)
        assert kind.parse(key.text) == key
        assert kind.parse(f"  {key.text}\n") == key


def test_an_owners_key_is_no_link_and_a_link_no_owners_key() -> None:
    owner, link = OwnerKey.fresh(), ShareKey.fresh()

    with pytest.raises(SecretFormError):
        ShareKey.parse(owner.text)
    with pytest.raises(SecretFormError):
        OwnerKey.parse(link.text)
    assert OwnerKey(link.raw).text != link.text


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    for written in (text, "wbo1_" + text):
        with pytest.raises(SecretFormError) as refusal:
            OwnerKey.parse(written)
        assert refusal.value.speak()


def test_a_cut_lengthened_or_differently_written_key_is_refused() -> None:
    text = OwnerKey(bytes(32)).text
    for written in (text[:-1], text + "A", text + "=", text[:-1] + "B", text.upper(), text.replace("A", "/", 1), ""):
        with pytest.raises(SecretFormError):
            OwnerKey.parse(written)


def test_keys_are_fresh_and_long() -> None:
    keys = {OwnerKey.fresh().text for _key in range(100)}

    assert len(keys) == 100
    assert {len(text) for text in keys} == {48}


def test_a_key_is_never_shown() -> None:
    key = OwnerKey.fresh()

    assert key.text[5:] not in repr(key)
    assert repr(key.raw) not in repr([key])
    assert "hidden" in str(key)


def test_spoken_codes_hold_nothing_that_sounds_alike() -> None:
    codes = {spoken_code() for _code in range(200)}

    assert len(codes) == 200
    assert set("".join(codes)) - {"-"} <= set(SPEAKABLE)
    assert not set("01OIL") & set(SPEAKABLE)


@pytest.mark.parametrize("typed", ["abcd-2345", " ABCD 2345 ", "ＡＢＣＤ２３４５", "abcd—2345", "a b c d 2 3 4 5"])
def test_a_code_is_known_however_it_is_typed(typed: str) -> None:
    assert plain_code(typed) == "ABCD2345"
