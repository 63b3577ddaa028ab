"""Secrets people hold: the owner's key and a link's key, 32 random bytes each, told apart by their prefix."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from typing import ClassVar, Self

from accord.crypto.derive import KEY_BYTES, lookup
from accord.crypto.errors import UNFIT_SECRET, SecretFormError

SPEAKABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that sounds or looks like another: no 0 O, 1 I L
CODE_LENGTH = 8


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """32 random bytes with a type. Never stored and never logged: `repr` hides it."""

    raw: bytes
    prefix: ClassVar[str] = ""

    @classmethod
    def fresh(cls) -> Self:
        """Return a new secret of 256 random bits."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a secret as it was written by `text`.

        Raises:
            SecretFormError: another type, cut off, or not the one way to write it.
        """
        return cls(decoded(text, cls.prefix, KEY_BYTES))

    @property
    def text(self) -> str:
        """The secret as it stands in a cookie or after the `#` of a link."""
        return encoded(self.prefix, self.raw)

    @property
    def lookup(self) -> bytes:
        """What the store finds the grant by."""
        return lookup(self.raw)

    def __repr__(self) -> str:
        """Name the type, never the secret."""
        return f"{type(self).__name__}(hidden)"


class OwnerKey(Secret):
    """The key of the person whose workbook it is."""

    __slots__ = ()
    prefix: ClassVar[str] = "wbo1_"


class ShareKey(Secret):
    """The key inside a share link."""

    __slots__ = ()
    prefix: ClassVar[str] = "wbs1_"


def spoken_code() -> str:
    """Return a code to be told, not sent: eight characters, about 39 bits, in two groups."""
    signs = "".join(secrets.choice(SPEAKABLE) for _position in range(CODE_LENGTH))
    return f"{signs[:4]}-{signs[4:]}"


def encoded(prefix: str, raw: bytes) -> str:
    """Return `raw` in URL-safe base64 without padding, after its prefix."""
    return prefix + urlsafe_b64encode(raw).decode().rstrip("=")


def decoded(text: str, prefix: str, length: int) -> bytes:
    """Read what `encoded` wrote; strict, so that one secret has exactly one text.

    Raises:
        SecretFormError: another prefix, length or way to write it.
    """
    body = text.strip().removeprefix(prefix)
    try:
        raw = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except (Base64Error, ValueError) as error:
        raise SecretFormError(UNFIT_SECRET) from error
    if len(raw) != length or encoded(prefix, raw) != text.strip():
        raise SecretFormError(UNFIT_SECRET)
    return raw
