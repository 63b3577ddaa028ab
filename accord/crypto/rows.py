"""Sealed rows: what each kind of row is bound to, so that none can be moved, renamed or turned back."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from accord.crypto.aead import Binding, seal, unseal
from accord.crypto.derive import owner_box_key
from accord.crypto.keys import DataKeys, Scope


class Place(Protocol):
    """Where a row belongs."""

    @property
    def binding(self) -> Binding:
        """The canonical binding of the row."""


class SectionPlace(NamedTuple):
    """One version of one section. `op` is set on a text that lost a conflict and never became a version."""

    wid: bytes
    section: str
    version: int
    generation: int
    schema: int
    op: bytes = b""

    @property
    def binding(self) -> Binding:
        """The canonical binding of the row; a lost text is bound differently from a version."""
        kept: Binding = (self.wid, self.section, self.version, self.generation, self.schema)
        return ("x", *kept, self.op) if self.op else ("s", *kept)


class FilePlace(NamedTuple):
    """One evidence file; `kind` is `body` or `label`, `size` the bytes of the body before sealing."""

    wid: bytes
    file_id: bytes
    kind: str
    size: int
    generation: int

    @property
    def binding(self) -> Binding:
        """The canonical binding of the row."""
        return ("f", *self)


class ManifestPlace(NamedTuple):
    """The list of versions that make one state of a workbook; `ops` counts its changes."""

    wid: bytes
    ops: int
    generation: int
    schema: int

    @property
    def binding(self) -> Binding:
        """The canonical binding of the row."""
        return ("m", *self)


class CommentPlace(NamedTuple):
    """One comment by the grant whose lookup begins with `by`."""

    wid: bytes
    comment_id: bytes
    section: str
    by: bytes
    generation: int

    @property
    def binding(self) -> Binding:
        """The canonical binding of the row."""
        return ("c", *self)


class SuggestionPlace(NamedTuple):
    """One suggested change to a section at version `base`."""

    wid: bytes
    suggestion_id: bytes
    section: str
    base: int
    by: bytes
    generation: int

    @property
    def binding(self) -> Binding:
        """The canonical binding of the row."""
        return ("p", *self)


class PendingPlace(NamedTuple):
    """Typed text that one page left at the moment `at`, in seconds since 1970."""

    wid: bytes
    pending_id: bytes
    at: int
    generation: int

    @property
    def binding(self) -> Binding:
        """The canonical binding of the row."""
        return ("t", *self)


def seal_row(keys: DataKeys, part: Scope, plain: bytes, place: Place) -> bytes:
    """Return a row's text sealed under the data key of `part`."""
    return seal(keys.key(part), plain, place.binding)


def unseal_row(keys: DataKeys, part: Scope, sealed: bytes, place: Place) -> bytes:
    """Return a row's text.

    Raises:
        SealError: changed, moved, or out of this grant's scope.
    """
    return unseal(keys.key(part), sealed, place.binding)


def seal_note(owner_secret: bytes, note: bytes, wid: bytes, found_by: bytes) -> bytes:
    """Return the owner's own note on a link, readable by the owner alone."""
    return seal(owner_box_key(owner_secret), note, ("n", wid, found_by))


def unseal_note(owner_secret: bytes, sealed: bytes, wid: bytes, found_by: bytes) -> bytes:
    """Return the owner's own note on a link.

    Raises:
        SealError: another owner's, another link's, or changed.
    """
    return unseal(owner_box_key(owner_secret), sealed, ("n", wid, found_by))
