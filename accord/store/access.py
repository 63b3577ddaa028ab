"""From a key to what it opens: the grant, the role, the data keys. Asked anew in every action, kept nowhere."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

from sqlalchemy import Row, select, update

from accord.crypto import DataKeys, GrantTerms, OwnerKey, Scope, SealError, Ticket, kek, unwrap, wrap
from accord.crypto.aead import seal, unseal
from accord.crypto.errors import BROKEN_SEAL
from accord.store.errors import (
    LINK_UNUSABLE,
    NOT_ALLOWED,
    UNKNOWN_DRAFT,
    LinkUnusableError,
    NotAllowedError,
    UnknownDraftError,
)
from accord.store.limits import DAY
from accord.store.manifest import ROW_SCHEMA, Book, Manifest
from accord.store.records import View
from accord.store.roles import Action, Role, authorise
from accord.store.tables import grants, workbooks
from accord.store.turn import Turn

Key = OwnerKey | Ticket
TOLERANT = frozenset({Action.ERASE, Action.REVOKE, Action.LIST_SHARES})
"""What the owner can do even with a workbook that was changed from outside."""


class LinkBounds(NamedTuple):
    """What the owner decided about a link, beside the terms of its wrap; sealed with what the link shows."""

    created_at: int = 0
    max_opens: int = 0
    needs_code: int = 0


@dataclass(frozen=True, slots=True)
class Access:
    """An opened grant: who it is, what it may, the keys it holds, and the workbook's state at this moment.

    `state` is None where the manifest does not pass its check.
    """

    key: Key
    terms: GrantTerms
    keys: DataKeys
    view: View
    ops: int
    book: Book
    until: int
    state: Manifest | None

    @property
    def wid(self) -> bytes:
        """The workbook's id."""
        return self.terms.wid

    @property
    def role(self) -> Role:
        """The role of the key's holder."""
        return Role(self.terms.role)

    @property
    def owner(self) -> OwnerKey:
        """The owner's key.

        Raises:
            NotAllowedError: the access is a link's.
        """
        if not isinstance(self.key, OwnerKey):
            raise NotAllowedError(NOT_ALLOWED)
        return self.key

    @property
    def manifest(self) -> Manifest:
        """The manifest, to be changed and written.

        Raises:
            SealError: it was changed or turned back from outside.
        """
        if self.state is None:
            raise SealError(BROKEN_SEAL)
        return self.state.copy()

    @property
    def author(self) -> bytes:
        """Eight bytes by which this grant signs what it writes."""
        return self.terms.lookup[:8]


def unlock(turn: Turn, key: Key, action: Action) -> Access:
    """Open a grant for one action; in a writing turn the workbook stays locked until its end.

    Raises:
        UnknownDraftError: the owner's key opens nothing.
        LinkUnusableError: the ticket opens nothing, for whatever reason.
        NotAllowedError: the role may not do that.
        SealError: the owner's grant, or the workbook's own row, was changed from outside.
    """
    row = _row(turn, key)
    if row is None or not _alive(turn, key, row):
        raise _refusal(turn, key)
    terms = terms_of(row)
    wrapping = kek(key.raw, turn.pepper.key(terms.kid), key.stretched if isinstance(key, Ticket) else b"")
    try:
        keys = unwrap(wrapping, row.wrap, terms)
    except SealError as error:
        if isinstance(key, Ticket):
            raise _refusal(turn, key) from error
        raise
    authorise(action, Role(terms.role), terms.scope)
    view, state = unseal_view(wrapping, row, terms), _state(keys, row)
    if state is None and action not in TOLERANT:
        raise SealError(BROKEN_SEAL)
    until = row.book_expires if isinstance(key, OwnerKey) else min(row.expires_at, row.book_expires)
    return Access(key, terms, keys, view, row.ops, _book(row), until, state)


def terms_of(row: Row[tuple[object, ...]]) -> GrantTerms:
    """Return what the wrap of a row of `grants` is bound to."""
    return GrantTerms(row.wid, row.lookup, row.role, Scope(row.scope), row.expires_at, row.gen, row.kid)


def seal_view(wrapping: bytes, view: View, terms: GrantTerms, bounds: LinkBounds) -> bytes:
    """Return what a link shows and how it is bounded, sealed so that only the owner could have written it for it."""
    words = asdict(view) | {"bounds": bounds._asdict()}
    return seal(wrapping, json.dumps(words).encode(), ("v", terms.wid, terms.lookup))


def unseal_view(wrapping: bytes, row: Row[tuple[object, ...]], terms: GrantTerms) -> View:
    """Return what a link shows; the owner's own grant has none and shows everything.

    Raises:
        SealError: it was changed, or taken from another link, or the link's row has other bounds.
    """
    if terms.role == Role.OWNER:
        return View(unmasked=True)
    words = json.loads(unseal(wrapping, row.view, ("v", terms.wid, terms.lookup)))
    if any(getattr(row, name) != value for name, value in words.get("bounds", {}).items()):
        raise SealError(BROKEN_SEAL)
    return View(
        unmasked=words["unmasked"],
        private_fields=tuple(words["private_fields"]),
        figures=words.get("figures", True),  # links made before this could be chosen show both
        papers=words.get("papers", True),
    )


def touch(turn: Turn, access: Access) -> Access:
    """Put the draft's end off because its owner used it; at most once a day, and to the newest pepper."""
    if access.terms.kid != turn.pepper.current:
        _renew_wrap(turn, access)
    if access.book.touched_day >= turn.today:
        return access
    expiry = (turn.today + 1) * DAY + turn.limits.draft_life
    book = access.book._replace(touched_day=turn.today, expires_at=expiry)
    state = replace(access.manifest, book=book)
    sealed = state.sealed(access.keys, access.wid, access.ops)
    row = update(workbooks).where(workbooks.c.wid == access.wid)
    turn.connection.execute(row.values(touched_day=turn.today, expires_at=expiry, manifest=sealed))
    return replace(access, book=book, until=expiry, state=state)


def _book(row: Row[tuple[object, ...]]) -> Book:
    return Book(row.created_day, row.touched_day, row.book_expires, row.bytes_used, row.gen_ops)


def _state(keys: DataKeys, row: Row[tuple[object, ...]]) -> Manifest | None:
    """Return the manifest if it passes its check and the workbook's row agrees with it."""
    try:
        found = Manifest.unsealed(keys, row.manifest, row.wid, row.ops)
    except SealError:
        return None
    agrees = found.book in {None, _book(row)} and (row.book_gen, row.schema) == (keys.generation, ROW_SCHEMA)
    return found if agrees else None


def _renew_wrap(turn: Turn, access: Access) -> None:
    terms = access.terms._replace(kid=turn.pepper.current)
    sealed = wrap(kek(access.key.raw, turn.pepper.key(terms.kid)), access.keys, terms)
    row = update(grants).where(grants.c.lookup == terms.lookup)
    turn.connection.execute(row.values(kid=terms.kid, wrap=sealed))


_BOOK = (
    workbooks.c.ops,
    workbooks.c.gen_ops,
    workbooks.c.schema,
    workbooks.c.created_day,
    workbooks.c.touched_day,
    workbooks.c.bytes_used,
    workbooks.c.manifest,
    workbooks.c.gen.label("book_gen"),
    workbooks.c.expires_at.label("book_expires"),
)


def _row(turn: Turn, key: Key) -> Row[tuple[object, ...]] | None:
    if turn.writes:  # the workbook first and always in this order, so that two writers cannot lock each other out
        mine = select(grants.c.wid).where(grants.c.lookup == key.lookup).scalar_subquery()
        turn.connection.execute(select(workbooks.c.wid).where(workbooks.c.wid == mine).with_for_update())
    return turn.connection.execute(
        select(grants, *_BOOK).join(workbooks, workbooks.c.wid == grants.c.wid).where(grants.c.lookup == key.lookup)
    ).one_or_none()


def _alive(turn: Turn, key: Key, row: Row[tuple[object, ...]]) -> bool:
    if row.book_expires <= turn.now:
        return False
    if isinstance(key, OwnerKey):
        return bool(row.role == Role.OWNER)
    genuine = key.kid in turn.pepper.keys and key.holds(turn.now, turn.pepper)
    return bool(genuine and row.role in {Role.COMMENT, Role.LOOK} and row.expires_at > turn.now)


def _refusal(turn: Turn, key: Key) -> UnknownDraftError | LinkUnusableError:
    if isinstance(key, OwnerKey):
        return UnknownDraftError(UNKNOWN_DRAFT, days=turn.limits.draft_life // DAY)
    return LinkUnusableError(LINK_UNUSABLE)
