"""Keys from keys: HKDF with fixed labels, and the slow stretching of short codes and passphrases.

The labels are frozen: each names one use, so that no key serves two.
"""

from __future__ import annotations

import unicodedata
from threading import BoundedSemaphore
from typing import NamedTuple

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

KEY_BYTES = 32
CODE_COST = 2**17  # scrypt's N: 128 MiB and about half a second

# Stretching takes 64 to 256 MiB a time: one at a time, or a few visitors fill the memory.
_one_at_a_time = BoundedSemaphore(1)


class PassphraseCost(NamedTuple):
    """Argon2id's parameters; memory in KiB. Bounded when read from a file, see `fits`."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def fits(self) -> bool:
        """Tell whether these are parameters we would run: 8 to 256 MiB, 1 to 10 passes, 1 to 4 lanes."""
        return 8 * 1024 <= self.memory <= 256 * 1024 and 1 <= self.passes <= 10 and 1 <= self.lanes <= 4  # noqa: PLR2004  the bounds are said in the docstring


def hkdf(secret: bytes, info: str, salt: bytes = b"") -> bytes:
    """Return 32 bytes derived by HKDF-SHA-256 (RFC 5869) for the use named by `info`."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info.encode()).derive(secret)


def lookup(secret: bytes) -> bytes:
    """Return what the store finds a grant by; neither the secret nor its KEK can be derived from it."""
    return hkdf(secret, "wb/v1/lookup")


def kek(secret: bytes, pepper: bytes, stretched: bytes = b"") -> bytes:
    """Return the key that wraps a grant's data keys.

    Args:
        secret: the 32 bytes a person holds.
        pepper: the installation's own key of the grant's `kid`.
        stretched: `stretch_code` of the spoken code, empty where the link has none.
    """
    return hkdf(secret + stretched, "wb/v1/kek", salt=pepper)


def owner_box_key(secret: bytes) -> bytes:
    """Return the owner's key for what only the owner reads: the KEKs of links, and their labels."""
    return hkdf(secret, "wb/v1/ownerbox")


def stretch_code(code: str, found_by: bytes) -> bytes:
    """Return 32 bytes from a spoken code by scrypt (RFC 7914), salted with the link's lookup; slow on purpose."""
    with _one_at_a_time:
        return Scrypt(salt=found_by, length=KEY_BYTES, n=CODE_COST, r=8, p=1).derive(plain_code(code).encode())


def stretch_passphrase(passphrase: str, salt: bytes, cost: PassphraseCost) -> bytes:
    """Return 32 bytes from a passphrase by Argon2id (RFC 9106); slow on purpose."""
    # Half a sign, as a broken keyboard or a cut may leave it, is as good a passphrase as any.
    typed = unicodedata.normalize("NFKC", passphrase.strip()).encode(errors="surrogatepass")
    with _one_at_a_time:
        return Argon2id(
            salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
        ).derive(typed)


def plain_code(code: str) -> str:
    """Return a spoken code as it was made: capitals, full-width typed as plain, no spaces or dashes."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", code).upper() if sign.isalnum())
