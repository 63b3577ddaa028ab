"""Data keys, one a scope and generation, and how they are wrapped for each person who may read.

The wrap is bound to everything that decides what the person may do (role, scope, expiry, generation): changing one
of these in the database makes the wrap unreadable.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntFlag
from typing import NamedTuple, Self

from accord.crypto.aead import Binding, seal, unseal
from accord.crypto.derive import KEY_BYTES, owner_box_key
from accord.crypto.errors import BROKEN_SEAL, SealError


class Scope(IntFlag):
    """What a data key opens; a grant's scope is the sum."""

    CORE = 1
    EVIDENCE = 2
    COMMENTS = 4
    PRIVATE = 8
    ALL = 15


@dataclass(frozen=True, slots=True, repr=False)
class DataKeys:
    """The data keys of one generation that a grant holds, by scope."""

    generation: int
    keys: Mapping[Scope, bytes]

    @classmethod
    def fresh(cls, generation: int) -> Self:
        """Return new keys for all scopes."""
        return cls(generation, {part: secrets.token_bytes(KEY_BYTES) for part in Scope.ALL})

    def only(self, scope: Scope) -> DataKeys:
        """Return the keys of these scopes alone, for a grant that may see no more."""
        return DataKeys(self.generation, {part: self.keys[part] for part in scope})

    def key(self, part: Scope) -> bytes:
        """Return the key of one scope.

        Raises:
            SealError: the grant does not hold it.
        """
        try:
            return self.keys[part]
        except KeyError as error:
            raise SealError(BROKEN_SEAL) from error

    def packed(self) -> bytes:
        """Return the keys one after the other, in the order of their scopes."""
        return b"".join(self.keys[part] for part in sorted(self.keys))

    def __repr__(self) -> str:
        """Name generation and scopes, never the keys."""
        return f"DataKeys(generation={self.generation}, scopes={sorted(self.keys)})"


class GrantTerms(NamedTuple):
    """What a wrap is bound to. `expires` is in seconds since 1970, 0 for the owner."""

    wid: bytes
    lookup: bytes
    role: str
    scope: Scope
    expires: int
    generation: int
    kid: int

    @property
    def binding(self) -> Binding:
        """The canonical binding of the wrap."""
        return ("w", self.wid, self.lookup, self.role, int(self.scope), self.expires, self.generation, self.kid)


def wrap(wrapping: bytes, keys: DataKeys, terms: GrantTerms) -> bytes:
    """Return the data keys of `terms.scope`, sealed under a KEK."""
    return seal(wrapping, keys.only(terms.scope).packed(), terms.binding)


def unwrap(wrapping: bytes, sealed: bytes, terms: GrantTerms) -> DataKeys:
    """Return the data keys of a grant.

    Raises:
        SealError: another key, or any of the terms was changed.
    """
    packed = unseal(wrapping, sealed, terms.binding)
    parts = list(terms.scope)
    if len(packed) != KEY_BYTES * len(parts):
        raise SealError(BROKEN_SEAL)
    cut = {part: packed[at * KEY_BYTES : (at + 1) * KEY_BYTES] for at, part in enumerate(parts)}
    return DataKeys(terms.generation, cut)


def keep_kek(owner_secret: bytes, link_kek: bytes, terms: GrantTerms) -> bytes:
    """Return a link's KEK in a box only the owner opens, to wrap new data keys for the link later."""
    return seal(owner_box_key(owner_secret), link_kek, ("k", terms.wid, terms.lookup))


def kept_kek(owner_secret: bytes, box: bytes, terms: GrantTerms) -> bytes:
    """Return a link's KEK from the owner's box.

    Raises:
        SealError: another owner, or another link's box.
    """
    return unseal(owner_box_key(owner_secret), box, ("k", terms.wid, terms.lookup))
