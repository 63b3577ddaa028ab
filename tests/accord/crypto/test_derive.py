"""Derivations: labels keep uses apart, costs are bounded, one slow derivation at a time."""

from __future__ import annotations

import time
from threading import Thread

import pytest

from accord.crypto import derive
from accord.crypto.derive import PassphraseCost, hkdf, kek, lookup, owner_box_key, stretch_code, stretch_passphrase

SECRET = bytes(range(32))
CHEAP = PassphraseCost(8 * 1024, 1, 1)


def test_no_key_serves_two_uses() -> None:
    made = [lookup(SECRET), owner_box_key(SECRET), kek(SECRET, bytes(32)), kek(SECRET, bytes(32), bytes(32))]

    assert len({*made, SECRET}) == 5


def test_another_pepper_or_code_makes_another_key() -> None:
    assert kek(SECRET, bytes(32)) != kek(SECRET, bytes(31) + b"\x01")
    assert kek(SECRET, bytes(32), b"a" * 32) != kek(SECRET, bytes(32), b"b" * 32)


def test_a_code_is_salted_with_its_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derive, "CODE_COST", 2**10)

    assert stretch_code("ABCD-2345", b"a" * 32) != stretch_code("ABCD-2345", b"b" * 32)
    assert stretch_code("abcd2345", b"a" * 32) == stretch_code("ABCD-2345", b"a" * 32)


def test_half_a_sign_is_a_passphrase_like_any_other() -> None:
    salt = bytes(16)

    assert stretch_passphrase("\ud800", salt, CHEAP) == stretch_passphrase("\ud800", salt, CHEAP)
    assert stretch_passphrase("\ud800", salt, CHEAP) != stretch_passphrase("\ud801", salt, CHEAP)


def test_full_width_and_plain_passphrases_are_the_same() -> None:
    salt = bytes(16)

    assert stretch_passphrase("ｐａｓｓ １２３４", salt, CHEAP) == stretch_passphrase(" pass 1234 ", salt, CHEAP)
    assert stretch_passphrase("Pass 1234", salt, CHEAP) != stretch_passphrase("pass 1234", salt, CHEAP)


@pytest.mark.parametrize(
    ("cost", "fits"),
    [
        (PassphraseCost(), True),
        (CHEAP, True),
        (PassphraseCost(256 * 1024, 10, 4), True),
        (PassphraseCost(8 * 1024 - 1, 1, 1), False),
        (PassphraseCost(256 * 1024 + 1, 1, 1), False),
        (PassphraseCost(64 * 1024, 0, 1), False),
        (PassphraseCost(64 * 1024, 11, 1), False),
        (PassphraseCost(64 * 1024, 1, 0), False),
        (PassphraseCost(64 * 1024, 1, 5), False),
    ],
)
def test_costs_are_bounded(cost: PassphraseCost, fits: bool) -> None:  # noqa: FBT001  a table's column
    assert cost.fits() is fits


def test_slow_derivations_stand_in_line(monkeypatch: pytest.MonkeyPatch) -> None:
    inside, most = [0], [0]

    class Argon:
        def __init__(self, **_cost: object) -> None:
            pass

        def derive(self, typed: bytes) -> bytes:
            inside[0] += 1
            time.sleep(0.002)
            most[0] = max(most[0], inside[0])
            inside[0] -= 1
            return typed

    monkeypatch.setattr(derive, "Argon2id", Argon)
    threads = [Thread(target=stretch_passphrase, args=("p" * 9, bytes(16), CHEAP)) for _try in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


def test_hkdf_without_salt_is_hkdf_with_an_empty_one() -> None:
    assert hkdf(SECRET, "x") == hkdf(SECRET, "x", b"")
