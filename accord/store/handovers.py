"""Handing a draft to another browser by a code of eight characters: good for ten minutes, and once.

A draft kept in the store is handed over by its owner's key; one that is not kept, by its answers. Either lies sealed
under keys made of the code alone (`accord.crypto.handover`), so the row tells a thief nothing but its size, and whose
workbook it belongs to. Collecting deletes the row and reads it in one statement: of two who try, one wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import delete

from accord.crypto import HandoverKeys, OwnerKey, SealError
from accord.crypto.aead import Binding, seal, unseal
from accord.crypto.derive import KEY_BYTES
from accord.store.errors import CODE_UNUSABLE, TOO_LARGE_TO_LEND, CodeUnusableError, FullError
from accord.store.guessing import ClaimLimits
from accord.store.records import Lent
from accord.store.sections import split
from accord.store.tables import handovers
from accord.store.turn import Turn
from accord.store.upsert import insert_once

KB = 1024
_KEY, _CASE = b"k", b"c"


@dataclass(frozen=True, slots=True)
class Handover:
    """A draft about to be handed over: under which keys, and what."""

    keys: HandoverKeys
    what: OwnerKey | bytes = field(repr=False)

    @property
    def packed(self) -> bytes:
        """What is sealed: one byte of kind, then the owner's secret or the answers."""
        return _KEY + self.what.raw if isinstance(self.what, OwnerKey) else _CASE + self.what


def check_case(turn: Turn, case: bytes) -> None:
    """Let only a case of ours, and of a bounded size, be handed over without being kept.

    Raises:
        FullError: larger than the limit.
        BrokenFileError: not one JSON object of ours.
    """
    if len(case) > turn.limits.handover_size:
        raise FullError(TOO_LARGE_TO_LEND, limit=turn.limits.handover_size // KB)
    split(case)


def lay_down(turn: Turn, handover: Handover, wid: bytes = b"") -> int | None:
    """Keep a handover; an earlier one of the same workbook is withdrawn. Return when it runs out.

    Returns:
        Seconds since 1970; None when, by a chance of one in 8.5e11, the code is somebody's already.
    """
    if wid:
        turn.connection.execute(delete(handovers).where(handovers.c.wid == wid))
    expires = turn.now + turn.limits.handover_life
    sealed = seal(handover.keys.key, handover.packed, _binding(handover.keys.found_by, wid, expires))
    row = {"found_by": handover.keys.found_by, "wid": wid, "expires_at": expires, "ct": sealed}
    if not insert_once(turn.connection, handovers, row):
        return None
    turn.note("lend", wid)
    return expires


def collect(turn: Turn, keys: HandoverKeys | None, address: str) -> Lent | CodeUnusableError:
    """Return what a code leads to and forget it, or the refusal to raise once the counters are kept.

    Args:
        turn: a writing turn.
        keys: what the code leads to; None for what cannot be a code.
        address: feeds the limit on guessing.
    """
    found = _taken(turn, keys) if keys else None
    if found is None:
        ClaimLimits(turn, address, b"").failed(with_code=False)
        return CodeUnusableError(CODE_UNUSABLE)
    return found


def withdraw(turn: Turn, found_by: bytes) -> bool:
    """Forget a handover before its time; tell whether it was there."""
    return turn.connection.execute(delete(handovers).where(handovers.c.found_by == found_by)).rowcount == 1


def _taken(turn: Turn, keys: HandoverKeys) -> Lent | None:
    gone = delete(handovers).where(handovers.c.found_by == keys.found_by)
    row = turn.connection.execute(gone.returning(*handovers.c)).one_or_none()
    if row is None or row.expires_at <= turn.now:
        return None
    try:
        packed = unseal(keys.key, row.ct, _binding(row.found_by, row.wid, row.expires_at))
    except SealError:
        turn.note("tampered", row.wid)
        return None
    turn.note("collect", row.wid)
    kind, body = packed[:1], packed[1:]
    if kind == _KEY and len(body) == KEY_BYTES:
        return Lent(key=OwnerKey(body))
    return Lent(case=body)


def _binding(found_by: bytes, wid: bytes, expires: int) -> Binding:
    return ("h", found_by, wid, expires)
