"""Sealing bytes with AES-256-GCM, bound to the place they belong to.

A sealed text is one byte of algorithm, twelve of nonce, then ciphertext and tag. The binding is a canonical JSON
array, so that no two places can be written alike.
"""

from __future__ import annotations

import json
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from accord.crypto.errors import BROKEN_SEAL, SealError

AES_256_GCM = 1
NONCE_BYTES = 12
OVERHEAD = 1 + NONCE_BYTES + 16  # bytes a seal adds

Binding = tuple[str | int | bytes, ...]


def seal(key: bytes, plain: bytes, binding: Binding) -> bytes:
    """Return `plain` sealed under `key` with a fresh random nonce, readable only in the same place."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return bytes([AES_256_GCM]) + nonce + AESGCM(key).encrypt(nonce, plain, canonical(binding))


def unseal(key: bytes, sealed: bytes, binding: Binding) -> bytes:
    """Return what was sealed.

    Raises:
        SealError: another key, another place, another algorithm, or a changed or cut text.
    """
    if len(sealed) < OVERHEAD or sealed[0] != AES_256_GCM:
        raise SealError(BROKEN_SEAL)
    try:
        return AESGCM(key).decrypt(sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :], canonical(binding))
    except InvalidTag as error:
        raise SealError(BROKEN_SEAL) from error


def canonical(binding: Binding) -> bytes:
    """Return the binding as a canonical JSON array; bytes stand in hexadecimal."""
    plain = [part.hex() if isinstance(part, bytes) else part for part in binding]
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode()
