"""The pepper: the installation's own key, kept apart from the database.

Without it a stolen database and an old link open nothing. Each key has a number (`kid`), so that a new one can be
set beside the old ones: new grants use the first, old grants still find theirs.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC

from accord.crypto.aead import canonical
from accord.crypto.derive import KEY_BYTES, hkdf
from accord.crypto.errors import UNFIT_PEPPER, UNKNOWN_PEPPER, PepperError


@dataclass(frozen=True, slots=True, repr=False)
class Pepper:
    """The installation's keys by `kid`; `current` is used for whatever is new."""

    keys: Mapping[int, bytes]
    current: int

    @classmethod
    def fresh(cls, kid: int = 1) -> Self:
        """Return a pepper with one new key."""
        return cls({kid: secrets.token_bytes(KEY_BYTES)}, kid)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `kid:base64` pairs, parted by commas or white space; the first is the current one.

        Raises:
            PepperError: unreadable, shorter than 32 bytes, or a number twice.
        """
        pairs = [_pair(word) for word in text.replace(",", " ").split()]
        keys = dict(pairs)
        if not pairs or len(keys) != len(pairs):
            raise PepperError(UNFIT_PEPPER)
        return cls(keys, pairs[0][0])

    @property
    def text(self) -> str:
        """The pepper as `parse` reads it, the current key first."""
        order = [self.current, *(kid for kid in self.keys if kid != self.current)]
        return ",".join(f"{kid}:{b64encode(self.keys[kid]).decode()}" for kid in order)

    def rotated(self) -> Self:
        """Return a pepper with a new current key; the old ones stay for the grants that use them."""
        kid = max(self.keys) + 1
        return type(self)({kid: secrets.token_bytes(KEY_BYTES), **self.keys}, kid)

    def key(self, kid: int) -> bytes:
        """Return the key with this number.

        Raises:
            PepperError: it is not here.
        """
        try:
            return self.keys[kid]
        except KeyError as error:
            raise PepperError(UNKNOWN_PEPPER) from error

    def fingerprint(self, kid: int) -> str:
        """Return what the store remembers a key by, to notice when the key file is another one."""
        return hkdf(self.key(kid), "wb/v1/pepper-check").hex()

    def tag(self, use: str, *parts: str | int | bytes, kid: int | None = None) -> bytes:
        """Return a keyed hash (HMAC-SHA-256) of `parts`, different for each `use`."""
        chosen = self.key(self.current if kid is None else kid)
        mac = HMAC(hkdf(chosen, f"wb/v1/{use}"), SHA256())
        mac.update(canonical(parts))
        return mac.finalize()

    def __repr__(self) -> str:
        """Name the numbers, never the keys."""
        return f"Pepper(kids={sorted(self.keys)}, current={self.current})"


def _pair(word: str) -> tuple[int, bytes]:
    kid, _colon, body = word.partition(":")
    try:
        key = b64decode(body, validate=True)
        number = int(kid)
    except (Base64Error, ValueError) as error:
        raise PepperError(UNFIT_PEPPER) from error
    if len(key) < KEY_BYTES or number < 1:
        raise PepperError(UNFIT_PEPPER)
    return number, key
