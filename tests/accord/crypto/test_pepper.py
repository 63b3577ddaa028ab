"""Peppers: numbered, rotated, never shown."""

from __future__ import annotations

from base64 import b64encode

import pytest

from accord.crypto import Pepper, PepperError

LONG = b64encode(b"p" * 32).decode()


def test_a_pepper_is_read_as_it_was_written() -> None:
    pepper = Pepper.fresh().rotated().rotated()

    assert Pepper.parse(pepper.text) == pepper
    assert Pepper.parse(pepper.text.replace(",", "\n")) == pepper
    assert (pepper.current, sorted(pepper.keys)) == (3, [1, 2, 3])


@pytest.mark.parametrize(
    "text",
    ["", "1:", LONG, f"x:{LONG}", f"0:{LONG}", f"-1:{LONG}", f"1:{LONG[:-4]}", f"1:{LONG},1:{LONG}", "1:!!!!", "1:短"],
)
def test_an_unfit_pepper_is_refused_with_a_sentence_that_does_not_repeat_it(text: str) -> None:
    with pytest.raises(PepperError) as refusal:
        Pepper.parse(text)
    assert LONG not in refusal.value.speak()


def test_rotation_keeps_old_keys_and_uses_a_new_one() -> None:
    old = Pepper.fresh()
    new = old.rotated()

    assert new.key(1) == old.key(1)
    assert new.current == 2
    assert new.key(2) != new.key(1)


def test_a_missing_number_is_told() -> None:
    with pytest.raises(PepperError):
        Pepper.fresh().key(7)


def test_keyed_hashes_differ_by_use_by_parts_and_by_key() -> None:
    pepper = Pepper.fresh().rotated()
    tags = [
        pepper.tag("audit", b"x"),
        pepper.tag("rate", b"x"),
        pepper.tag("audit", b"y"),
        pepper.tag("audit", b"x", kid=1),
        pepper.tag("audit", "x"),
    ]

    assert len(set(tags)) == len(tags)
    assert tags[0] == pepper.tag("audit", b"x", kid=2)


def test_a_fingerprint_tells_keys_apart_and_is_no_key() -> None:
    pepper = Pepper.fresh().rotated()

    assert pepper.fingerprint(1) != pepper.fingerprint(2)
    assert pepper.fingerprint(1) != pepper.key(1).hex()


def test_a_pepper_is_never_shown() -> None:
    pepper = Pepper.parse(f"1:{LONG}")

    assert LONG not in repr(pepper)
    assert repr(pepper) == "Pepper(kids=[1], current=1)"
