"""Links: made, listed, withdrawn by the owner."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, delete, func, insert, select

from accord.crypto import (
    GrantTerms,
    Scope,
    SealError,
    ShareKey,
    keep_kek,
    kek,
    kept_kek,
    seal_note,
    stretch_code,
    unseal_note,
    unwrap,
    wrap,
)
from accord.store.access import Access, LinkBounds, seal_view, terms_of, unseal_view
from accord.store.errors import TOO_MANY, UNFIT_TERMS, FullError, NotAllowedError
from accord.store.limits import DAY
from accord.store.records import ShareState, ShareTerms, View, moment
from accord.store.roles import Role
from accord.store.rotation import rotate
from accord.store.tables import grants
from accord.store.turn import Turn


def scope_for(terms: ShareTerms) -> Scope:
    """Return what a link opens: never the private key unless the owner named private fields.

    A link with named private fields holds the key of the whole private section; the store shows the named fields
    alone. So who has that link, a copy of the database and the pepper can read all of it.
    """
    scope = Scope.CORE
    if terms.evidence:
        scope |= Scope.EVIDENCE
    if terms.role is Role.COMMENT:
        scope |= Scope.COMMENTS
    if terms.view.private_fields:
        scope |= Scope.PRIVATE
    return scope


class NewLink:
    """A link about to be made; stretching its code takes half a second, so it is done before the transaction."""

    def __init__(self, terms: ShareTerms, code: str) -> None:
        """Draw the link's secret."""
        self.terms = terms
        self.key = ShareKey.fresh()
        self.code = code
        self.stretched = stretch_code(code, self.key.lookup) if code else b""


def add_link(turn: Turn, access: Access, new: NewLink) -> int:
    """Keep a link and return the moment it runs out.

    Raises:
        NotAllowedError: an owner's role for a link, or a life outside the bounds.
        FullError: ten links are open already.
    """
    expires = turn.now + _life(turn, new.terms)
    alive = (grants.c.wid == access.wid) & (grants.c.expires_at > turn.now)
    if (turn.connection.scalar(select(func.count()).select_from(grants).where(alive)) or 0) >= turn.limits.links:
        raise FullError(TOO_MANY, limit=turn.limits.links)
    kid = turn.pepper.current
    scope, generation = scope_for(new.terms), access.keys.generation
    terms = GrantTerms(access.wid, new.key.lookup, new.terms.role, scope, expires, generation, kid)
    wrapping = kek(new.key.raw, turn.pepper.key(kid), new.stretched)
    bounds = LinkBounds(turn.now, new.terms.max_opens, int(bool(new.code)))
    row = {
        **bounds._asdict(),
        "note": seal_note(access.owner.raw, new.terms.label.encode(), access.wid, terms.lookup),
        "view": seal_view(wrapping, new.terms.view, terms, bounds),
        "wrap": wrap(wrapping, access.keys, terms),
        "kekbox": keep_kek(access.owner.raw, wrapping, terms),
    }
    turn.connection.execute(insert(grants).values(**_plain(terms), **row))
    turn.note("share", access.wid, terms.lookup)
    return expires


def links(turn: Turn, access: Access) -> list[ShareState]:
    """Return the links that are still open, the newest first."""
    mine = (grants.c.wid == access.wid) & (grants.c.expires_at > turn.now)
    rows = turn.connection.execute(select(grants).where(mine).order_by(grants.c.created_at.desc()))
    return [_state(turn, access, row) for row in rows]


def withdraw(turn: Turn, access: Access, link_id: bytes, *, reseal: bool = True) -> bool:
    """Withdraw a link and change all keys; tell whether it was open.

    Raises:
        SealError: something was changed from outside, so the keys cannot be changed; `reseal=False` withdraws still.
    """
    this = (grants.c.wid == access.wid) & (grants.c.lookup == link_id) & (grants.c.role != Role.OWNER)
    gone = turn.connection.execute(delete(grants).where(this)).rowcount == 1
    if gone:
        turn.note("revoke", access.wid, link_id)
    if gone and reseal:
        rotate(turn, access)
    return gone


def _life(turn: Turn, terms: ShareTerms) -> int:
    limits = turn.limits
    life = limits.link_life if terms.life is None else terms.life
    fits = limits.shortest_link <= life <= limits.longest_link and terms.max_opens >= 0
    if not fits or terms.role is Role.OWNER:
        raise NotAllowedError(UNFIT_TERMS, days=limits.longest_link // DAY)
    return life


def _plain(terms: GrantTerms) -> dict[str, Any]:
    return {
        "wid": terms.wid,
        "lookup": terms.lookup,
        "role": terms.role,
        "scope": int(terms.scope),
        "expires_at": terms.expires,
        "gen": terms.generation,
        "kid": terms.kid,
    }


def _state(turn: Turn, access: Access, row: Row[tuple[Any, ...]]) -> ShareState:
    view = _view(access, row)
    return ShareState(
        id=row.lookup,
        role=Role(row.role) if view else Role.LOOK,
        evidence=Scope.EVIDENCE in Scope(row.scope),
        view=view or View(),
        label=_label(access, row),
        until=moment(row.expires_at),
        opens=row.opens,
        max_opens=row.max_opens,
        with_code=bool(row.needs_code),
        frozen=row.code_failures >= turn.limits.codes_by_link or view is None,
    )


def _view(access: Access, row: Row[tuple[Any, ...]]) -> View | None:
    """Return what a link shows; None when it is not as its owner made it: then it opens nothing."""
    terms = terms_of(row)
    try:
        wrapping = kept_kek(access.owner.raw, row.kekbox, terms)
        unwrap(wrapping, row.wrap, terms)
        return unseal_view(wrapping, row, terms)
    except SealError:
        return None


def _label(access: Access, row: Row[tuple[Any, ...]]) -> str:
    try:
        return unseal_note(access.owner.raw, row.note, access.wid, row.lookup).decode()
    except SealError:
        return ""  # a damaged label must not hide the link from its owner
