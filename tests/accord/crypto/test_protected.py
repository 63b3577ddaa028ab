"""The protected workbook file: opens with its passphrase, and with nothing else; hostile files cost nothing."""

from __future__ import annotations

import random
import secrets
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.crypto import PassphraseError, is_protected, protect, unprotect
from accord.crypto import protected as module
from accord.crypto.derive import PassphraseCost
from accord.errors import BrokenFileError, ForeignFileError, HugeFileError, NewerFileError, WorkbookError

CHEAP = PassphraseCost(8 * 1024, 1, 1)
PASSPHRASE = "七个字不够 so more"  # noqa: S105  invented for these tests
PLAIN = b'{"format": "accord-workbook"}' * 20
HEADER = 91
"""Where the header's fields begin: magic 0, format 4, derivation 5, memory 6, passes 10, lanes 14, salt 15,
commitment 31, nonce 63, length 75, body 83."""


@pytest.fixture(scope="module")
def closed() -> bytes:
    return protect(PLAIN, PASSPHRASE, CHEAP)


@settings(max_examples=15, deadline=None)
@given(st.binary(max_size=2000), st.text(min_size=8, max_size=30).filter(lambda text: len(text.strip()) >= 8))
def test_a_file_opens_with_its_passphrase(plain: bytes, passphrase: str) -> None:
    assert unprotect(protect(plain, passphrase, CHEAP), passphrase) == plain


def test_two_files_of_one_workbook_have_nothing_in_common(closed: bytes) -> None:
    other = protect(PLAIN, PASSPHRASE, CHEAP)

    assert is_protected(other)
    assert closed[15:75] != other[15:75]
    assert closed[83:] != other[83:]
    assert b"accord-workbook" not in closed


@pytest.mark.parametrize("wrong", ["", "七个字不够 so More", "x" * 5000, "七个字不够"])
def test_another_passphrase_is_told_from_a_damaged_file(closed: bytes, wrong: str) -> None:
    with pytest.raises(PassphraseError):
        unprotect(closed, wrong)


def test_a_passphrase_is_neither_short_nor_endless() -> None:
    for unfit in ("short 7", " " * 20, "x" * 1001):
        with pytest.raises(PassphraseError):
            protect(PLAIN, unfit, CHEAP)


def test_a_flipped_bit_anywhere_is_refused(closed: bytes) -> None:
    dice = random.Random(1)  # noqa: S311  which bits to flip
    for at in [*range(0, HEADER, 3), *dice.sample(range(HEADER, len(closed)), 12)]:
        changed = bytearray(closed)
        changed[at] ^= 1 << dice.randrange(8)
        with pytest.raises(WorkbookError):
            unprotect(bytes(changed), PASSPHRASE)


def test_every_cut_and_every_addition_is_refused_before_deriving(
    closed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "stretch_passphrase", None)  # calling it would fail otherwise
    for changed in [*(closed[:length] for length in range(len(closed))), closed + b"\x00", closed * 2]:
        with pytest.raises(WorkbookError):
            unprotect(changed, PASSPHRASE)


@pytest.mark.parametrize(
    ("at", "shape", "value"),
    [
        (6, ">I", 8 * 1024 - 1),
        (6, ">I", 256 * 1024 + 1),
        (6, ">I", 2**32 - 1),
        (10, ">I", 0),
        (10, ">I", 11),
        (10, ">I", 2**32 - 1),
        (14, "B", 0),
        (14, "B", 5),
        (5, "B", 2),
        (4, "B", 0),
        (75, ">Q", 2**63),
        (75, ">Q", 0),
    ],
)
def test_hostile_headers_are_refused_before_deriving(
    closed: bytes, monkeypatch: pytest.MonkeyPatch, at: int, shape: str, value: int
) -> None:
    monkeypatch.setattr(module, "stretch_passphrase", None)
    changed = bytearray(closed)
    struct.pack_into(shape, changed, at, value)

    with pytest.raises(BrokenFileError):
        unprotect(bytes(changed), PASSPHRASE)


def test_a_later_format_is_told_as_such(closed: bytes) -> None:
    with pytest.raises(NewerFileError):
        unprotect(closed[:4] + b"\x03" + closed[5:], PASSPHRASE)


@pytest.mark.parametrize("foreign", [b"", b"{}", b"%PDF-1.7", b"PK\x03\x04", b"BNW", bytes(200)])
def test_other_files_are_told_as_such(foreign: bytes) -> None:
    assert not is_protected(foreign)
    with pytest.raises(ForeignFileError):
        unprotect(foreign, PASSPHRASE)


def test_sizes_are_bounded_packed_and_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE", 100_000)
    fits = protect(bytes(100_000), PASSPHRASE, CHEAP)
    assert len(unprotect(fits, PASSPHRASE)) == 100_000
    with pytest.raises(HugeFileError):
        protect(bytes(100_001), PASSPHRASE, CHEAP)
    monkeypatch.setattr(module, "LARGEST_FILE", 99_999)
    with pytest.raises(HugeFileError):
        unprotect(fits, PASSPHRASE)
    with pytest.raises(HugeFileError):
        unprotect(fits + bytes(200_000), PASSPHRASE)


def test_what_cannot_be_made_smaller_still_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE", 100_000)
    noise = secrets.token_bytes(100_000)

    assert unprotect(protect(noise, PASSPHRASE, CHEAP), PASSPHRASE) == noise


@pytest.mark.parametrize("packed", [b"no zlib", zlib.compress(b"x") + b"more", zlib.compress(b"x" * 99)[:-3]])
def test_a_body_that_does_not_unpack_is_damaged(monkeypatch: pytest.MonkeyPatch, packed: bytes) -> None:
    monkeypatch.setattr("accord.crypto.protected.zlib.compress", lambda _plain: packed)
    closed = protect(b"x", PASSPHRASE, CHEAP)

    with pytest.raises(BrokenFileError):
        unprotect(closed, PASSPHRASE)


def test_the_usual_cost_is_what_new_files_carry() -> None:
    closed = protect(b"x", PASSPHRASE)

    assert struct.unpack_from(">IIB", closed, 6) == (64 * 1024, 3, 4)
    assert unprotect(closed, PASSPHRASE) == b"x"
