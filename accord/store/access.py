"""From a key to what it opens: the grant, the role, the data keys. Asked anew in every action, kept nowhere."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Row, select, update

from accord.crypto import DataKeys, GrantTerms, OwnerKey, Scope, SealError, Ticket, kek, unwrap, wrap
from accord.crypto.aead import seal, unseal
from accord.store.errors import (
    LINK_UNUSABLE,
    NOT_ALLOWED,
    UNKNOWN_DRAFT,
    LinkUnusableError,
    NotAllowedError,
    UnknownDraftError,
)
from accord.store.limits import DAY
from accord.store.records import View
from accord.store.roles import Action, Role, authorise
from accord.store.tables import grants, workbooks
from accord.store.turn import Turn

ROW_SCHEMA = 1
Key = OwnerKey | Ticket


@dataclass(frozen=True, slots=True)
class Access:
    """An opened grant: who it is, what it may, the keys it holds, and the workbook's counters at this moment."""

    key: Key
    terms: GrantTerms
    keys: DataKeys
    view: View
    ops: int
    gen_ops: int
    used: int
    until: int

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
    def author(self) -> bytes:
        """Eight bytes by which this grant signs what it writes."""
        return self.terms.lookup[:8]


def unlock(turn: Turn, key: Key, action: Action) -> Access:
    """Open a grant for one action; in a writing turn the workbook stays locked until its end.

    Raises:
        UnknownDraftError: the owner's key opens nothing.
        LinkUnusableError: the ticket opens nothing, for whatever reason.
        NotAllowedError: the role may not do that.
        SealError: the owner's grant was changed from outside.
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
    until = row.book_expires if isinstance(key, OwnerKey) else min(row.expires_at, row.book_expires)
    return Access(key, terms, keys, unseal_view(wrapping, row.view, terms), row.ops, row.gen_ops, row.bytes_used, until)


def terms_of(row: Row[tuple[object, ...]]) -> GrantTerms:
    """Return what the wrap of a row of `grants` is bound to."""
    return GrantTerms(row.wid, row.lookup, row.role, Scope(row.scope), row.expires_at, row.gen, row.kid)


def seal_view(wrapping: bytes, view: View, terms: GrantTerms) -> bytes:
    """Return what a link shows, sealed so that only the owner could have written it for this link."""
    words = json.dumps({"unmasked": view.unmasked, "private_fields": view.private_fields})
    return seal(wrapping, words.encode(), ("v", terms.wid, terms.lookup))


def unseal_view(wrapping: bytes, sealed: bytes, terms: GrantTerms) -> View:
    """Return what a link shows; the owner's own grant has none and shows everything.

    Raises:
        SealError: it was changed, or taken from another link.
    """
    if terms.role == Role.OWNER:
        return View(unmasked=True)
    words = json.loads(unseal(wrapping, sealed, ("v", terms.wid, terms.lookup)))
    return View(unmasked=words["unmasked"], private_fields=tuple(words["private_fields"]))


def touch(turn: Turn, access: Access) -> None:
    """Put the draft's end off because its owner used it; at most once a day, and to the newest pepper."""
    book = update(workbooks).where(workbooks.c.wid == access.wid, workbooks.c.touched_day < turn.today)
    expiry = (turn.today + 1) * DAY + turn.limits.draft_life
    turn.connection.execute(book.values(touched_day=turn.today, expires_at=expiry))
    if access.terms.kid != turn.pepper.current:
        _renew_wrap(turn, access)


def _renew_wrap(turn: Turn, access: Access) -> None:
    terms = access.terms._replace(kid=turn.pepper.current)
    sealed = wrap(kek(access.key.raw, turn.pepper.key(terms.kid)), access.keys, terms)
    row = update(grants).where(grants.c.lookup == terms.lookup)
    turn.connection.execute(row.values(kid=terms.kid, wrap=sealed))


def _row(turn: Turn, key: Key) -> Row[tuple[object, ...]] | None:
    if turn.writes:  # the workbook first and always in this order, so that two writers cannot lock each other out
        mine = select(grants.c.wid).where(grants.c.lookup == key.lookup).scalar_subquery()
        turn.connection.execute(select(workbooks.c.wid).where(workbooks.c.wid == mine).with_for_update())
    book = workbooks.c
    joint = select(grants, book.ops, book.gen_ops, book.bytes_used, book.expires_at.label("book_expires"))
    return turn.connection.execute(
        joint.join(workbooks, workbooks.c.wid == grants.c.wid).where(grants.c.lookup == key.lookup)
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
