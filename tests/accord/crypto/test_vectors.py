"""Frozen vectors: what was sealed with version 1 opens for ever, and is made the same way."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from accord.crypto import (
    CommentPlace,
    DataKeys,
    FilePlace,
    GrantTerms,
    ManifestPlace,
    OwnerKey,
    Pepper,
    Place,
    Scope,
    SectionPlace,
    ShareKey,
    SuggestionPlace,
    Ticket,
    aead,
    keep_kek,
    kek,
    seal_note,
    seal_row,
    stretch_code,
    unprotect,
    unseal_note,
    unseal_row,
    unwrap,
    wrap,
)
from accord.crypto.derive import owner_box_key

VECTORS = Path(__file__).parent / "vectors"
KEYS: dict[str, Any] = json.loads((VECTORS / "keys.json").read_text("utf-8"))
DERIVED: dict[str, str] = KEYS["derive"]
WID = bytes(range(16))
SECRET, LINK, PEPPER = (bytes.fromhex(DERIVED[name]) for name in ("secret", "share_secret", "pepper"))
STRETCHED = bytes.fromhex(DERIVED["stretched"])
DATA_KEYS = DataKeys(2, {part: bytes([part]) * 32 for part in Scope.ALL})
TERMS = GrantTerms(WID, ShareKey(LINK).lookup, "comment", Scope.CORE | Scope.COMMENTS, 1_796_011_200, 2, 3)
PLACES: list[Place] = [
    SectionPlace(WID, "debts", 7, 2, 1),
    SectionPlace(WID, "debts", 7, 2, 1, op=bytes(16)),
    FilePlace(WID, bytes(16), "body", 9, 2),
    ManifestPlace(WID, 41, 2, 1),
    CommentPlace(WID, bytes(16), "debts", bytes(8), 2),
    SuggestionPlace(WID, bytes(16), "debts", 7, bytes(8), 2),
]


def _hkdf(secret: bytes, info: str, salt: bytes = b"") -> bytes:
    """RFC 5869 by the standard library alone, one block."""
    extracted = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(extracted, info.encode() + b"\x01", "sha256")


@pytest.fixture
def _fixed_nonce(monkeypatch: pytest.MonkeyPatch) -> None:
    nonce = bytes.fromhex(KEYS["wrap"]["nonce"])
    monkeypatch.setattr("accord.crypto.aead.secrets.token_bytes", lambda _length: nonce)


def test_lookups_and_keys_are_derived_as_frozen() -> None:
    assert OwnerKey.parse(DERIVED["owner_text"]).raw == SECRET
    assert ShareKey.parse(DERIVED["share_text"]).lookup.hex() == DERIVED["share_lookup"]
    assert OwnerKey(SECRET).lookup.hex() == DERIVED["lookup"]
    assert kek(SECRET, PEPPER).hex() == DERIVED["kek"]
    assert kek(LINK, PEPPER, STRETCHED).hex() == DERIVED["kek_with_code"]
    assert owner_box_key(SECRET).hex() == DERIVED["owner_box"]


def test_the_standard_library_derives_the_same() -> None:
    assert _hkdf(SECRET, "wb/v1/lookup").hex() == DERIVED["lookup"]
    assert _hkdf(SECRET, "wb/v1/kek", PEPPER).hex() == DERIVED["kek"]
    assert _hkdf(LINK + STRETCHED, "wb/v1/kek", PEPPER).hex() == DERIVED["kek_with_code"]
    assert _hkdf(SECRET, "wb/v1/ownerbox").hex() == DERIVED["owner_box"]
    salt = bytes.fromhex(DERIVED["share_lookup"])
    assert hashlib.scrypt(b"ABCD2345", salt=salt, n=2**17, r=8, p=1, maxmem=2**28, dklen=32) == STRETCHED


def test_a_code_is_stretched_as_frozen() -> None:
    assert stretch_code(DERIVED["code"], ShareKey(LINK).lookup) == STRETCHED


def test_keyed_hashes_are_as_frozen() -> None:
    pepper = Pepper({3: PEPPER}, 3)

    assert pepper.tag("audit", WID, "x", 1).hex() == DERIVED["tag"]
    assert pepper.fingerprint(3) == DERIVED["fingerprint"]
    body = json.dumps([WID.hex(), "x", 1], separators=(",", ":")).encode()
    assert hmac.digest(_hkdf(PEPPER, "wb/v1/audit"), body, "sha256").hex() == DERIVED["tag"]


@pytest.mark.usefixtures("_fixed_nonce")
def test_wraps_boxes_notes_and_rows_are_sealed_as_frozen() -> None:
    wrapping = kek(LINK, PEPPER, STRETCHED)

    assert wrap(wrapping, DATA_KEYS, TERMS).hex() == KEYS["wrap"]["sealed"]
    assert keep_kek(SECRET, wrapping, TERMS).hex() == KEYS["kekbox"]["sealed"]
    assert seal_note(SECRET, KEYS["note"]["plain"].encode(), WID, TERMS.lookup).hex() == KEYS["note"]["sealed"]
    for place, frozen in zip(PLACES, KEYS["rows"], strict=True):
        assert aead.canonical(place.binding).decode() == frozen["binding"]
        assert seal_row(DATA_KEYS, Scope.CORE, b'{"a":1}', place).hex() == frozen["sealed"]


def test_what_is_frozen_opens() -> None:
    opened = unwrap(kek(LINK, PEPPER, STRETCHED), bytes.fromhex(KEYS["wrap"]["sealed"]), TERMS)

    assert opened == DATA_KEYS.only(TERMS.scope)
    assert unseal_note(SECRET, bytes.fromhex(KEYS["note"]["sealed"]), WID, TERMS.lookup).decode() == "王律师"
    for place, frozen in zip(PLACES, KEYS["rows"], strict=True):
        assert unseal_row(opened, Scope.CORE, bytes.fromhex(frozen["sealed"]), place) == b'{"a":1}'


def test_a_wrap_is_aes_gcm_over_the_packed_keys_and_nothing_else() -> None:
    sealed = bytes.fromhex(KEYS["wrap"]["sealed"])
    cipher = AESGCM(bytes.fromhex(DERIVED["kek_with_code"]))

    assert sealed[0] == 1
    packed = cipher.decrypt(sealed[1:13], sealed[13:], KEYS["wrap"]["terms"].encode())
    assert packed == b"\x01" * 32 + b"\x04" * 32


def test_a_frozen_ticket_holds() -> None:
    ticket = Ticket.parse(KEYS["ticket"]["text"])

    assert ticket.holds(KEYS["ticket"]["issued"], Pepper({3: PEPPER}, 3))
    assert (ticket.raw, ticket.stretched) == (LINK, STRETCHED)


def test_a_frozen_workbook_file_opens() -> None:
    frozen = json.loads((VECTORS / "protected_1.json").read_text("utf-8"))

    assert unprotect(bytes.fromhex(frozen["file"]), frozen["passphrase"]).decode() == frozen["plain"]
