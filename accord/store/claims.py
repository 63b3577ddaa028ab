"""Claiming a link: one atomic step that counts the opening and hands out a ticket.

Unknown, run out, withdrawn, used up and wrong code are answered alike and by the same statements. Only who holds a
living link that wants a code is told so: that person has proved to hold 256 bits.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, Select, select, update

from accord.crypto import SealError, ShareKey, Ticket, kek, unwrap
from accord.store.access import terms_of, unseal_view
from accord.store.errors import CODE_NEEDED, LINK_UNUSABLE, CodeNeededError, LinkUnusableError
from accord.store.guessing import ClaimLimits
from accord.store.roles import Role
from accord.store.tables import grants, workbooks
from accord.store.turn import Turn

_Row = Row[tuple[Any, ...]]


class Claim:
    """One try to open a link; `stretched` is the spoken code after stretching, empty when none was given."""

    def __init__(self, link: ShareKey, stretched: bytes, address: str) -> None:
        """Put together what one claim needs."""
        self.link, self.stretched, self.address = link, stretched, address


def claim(turn: Turn, wanted: Claim) -> Ticket | LinkUnusableError | CodeNeededError:
    """Return a ticket, or the refusal to raise once the counters are kept."""
    row = _open_link(turn, wanted.link.lookup)
    living = row is not None and _living(turn, row)
    if row is not None and living and row.needs_code and not wanted.stretched:
        return CodeNeededError(CODE_NEEDED)
    stretched = wanted.stretched if row is not None and row.needs_code else b""
    if _opens(turn, wanted, row, stretched) and living and _count_opening(turn, wanted):
        turn.note("claim", row.wid if row is not None else b"", wanted.link.lookup)
        return Ticket.issue(wanted.link, stretched, turn.now, turn.pepper)
    _count_failure(turn, wanted)
    return LinkUnusableError(LINK_UNUSABLE)


def link_row(lookup: bytes) -> Select[Any]:
    """Return the question for a link's row. The row is held until the try is counted: tries at once go one by one."""
    joint = select(grants, workbooks.c.expires_at.label("book_expires"))
    found = joint.join(workbooks, workbooks.c.wid == grants.c.wid).where(grants.c.lookup == lookup)
    return found.with_for_update(of=grants)


def _open_link(turn: Turn, lookup: bytes) -> _Row | None:
    return turn.connection.execute(link_row(lookup)).one_or_none()


def _living(turn: Turn, row: _Row) -> bool:
    shared = row.role in {Role.LOOK, Role.COMMENT}
    in_time = min(row.expires_at, row.book_expires) > turn.now
    left = (row.max_opens == 0 or row.opens < row.max_opens) and row.code_failures < turn.limits.codes_by_link
    return bool(shared and in_time and left)


def _opens(turn: Turn, wanted: Claim, row: _Row | None, stretched: bytes) -> bool:
    """Try the wrap; an unknown link tries in vain, so that all refusals take the same work."""
    kid = row.kid if row is not None and row.kid in turn.pepper.keys else turn.pepper.current
    wrapping = kek(wanted.link.raw, turn.pepper.key(kid), stretched)
    if row is None:
        return False
    try:
        unwrap(wrapping, row.wrap, terms_of(row))
        unseal_view(wrapping, row, terms_of(row))
    except SealError:
        return False
    return True


def _count_opening(turn: Turn, wanted: Claim) -> bool:
    left = (grants.c.max_opens == 0) | (grants.c.opens < grants.c.max_opens)
    row = update(grants).where(grants.c.lookup == wanted.link.lookup, left, grants.c.expires_at > turn.now)
    return turn.connection.execute(row.values(opens=grants.c.opens + 1)).rowcount == 1


def _count_failure(turn: Turn, wanted: Claim) -> None:
    coded = bool(wanted.stretched)
    row = update(grants).where(grants.c.lookup == wanted.link.lookup, grants.c.needs_code == int(coded))
    turn.connection.execute(row.values(code_failures=grants.c.code_failures + int(coded)))
    ClaimLimits(turn, wanted.address, wanted.link.lookup).failed(with_code=coded)
    turn.note("refused", lookup=wanted.link.lookup)
