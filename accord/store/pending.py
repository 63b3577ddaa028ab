"""Typed text that had not reached a save when its page was hidden or left: kept beside the draft until taken up.

A page has at most one such row, its focused field's; a later word of the same page replaces it. The row is sealed
under the owner's own data key. What becomes of the text is decided where the draft is next opened: `was` tells what
stood in the field when the typing began, so that nothing newer is overwritten.
"""

from __future__ import annotations

import json

from sqlalchemy import delete, insert, select

from accord.crypto import PendingPlace, Scope, SealError, seal_row, unseal_row
from accord.crypto.derive import hkdf
from accord.store.access import Access
from accord.store.errors import TOO_LARGE_TYPED, FullError
from accord.store.records import Typed, moment
from accord.store.tables import pending
from accord.store.turn import Turn

KB = 1024


def put_by(turn: Turn, access: Access, typed: Typed) -> None:
    """Keep a page's typed text in place of its earlier one.

    Raises:
        FullError: longer than the limit; the earlier one stays.
    """
    words = {"page": typed.page, "about": typed.about, "text": typed.text, "was": typed.was}
    plain = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
    if len(plain) > turn.limits.typed_size:
        raise FullError(TOO_LARGE_TYPED, limit=turn.limits.typed_size // KB)
    pid = _pid(access, typed.page)
    turn.connection.execute(delete(pending).where(pending.c.pid == pid))
    place = PendingPlace(access.wid, pid, turn.now, access.keys.generation)
    row = {"pid": pid, "wid": access.wid, "gen": place.generation, "at": turn.now}
    turn.connection.execute(insert(pending).values(**row, ct=seal_row(access.keys, Scope.PRIVATE, plain, place)))
    _drop_oldest(turn, access)


def waiting(turn: Turn, access: Access) -> list[Typed]:
    """Return what waits, the oldest first; a row changed from outside is left out, it must not hide the others."""
    rows = select(pending).where(pending.c.wid == access.wid).order_by(pending.c.at, pending.c.pid)
    found = []
    for row in turn.connection.execute(rows):
        place = PendingPlace(row.wid, row.pid, row.at, row.gen)
        try:
            words = json.loads(unseal_row(access.keys, Scope.PRIVATE, row.ct, place))
        except SealError:
            continue
        found.append(Typed(words["page"], words["about"], words["text"], words["was"], moment(row.at)))
    return found


def forget(turn: Turn, access: Access, pages: list[str]) -> int:
    """Forget what these pages left, after it was taken up; return how many there were."""
    pids = [_pid(access, page) for page in pages]
    mine = (pending.c.wid == access.wid) & pending.c.pid.in_(pids)
    return turn.connection.execute(delete(pending).where(mine)).rowcount


def _pid(access: Access, page: str) -> bytes:
    """Return the name of a page's row: the same for as long as the owner's key lives."""
    return hkdf(access.owner.raw, "wb/v1/pending", salt=page.encode())[:16]


def _drop_oldest(turn: Turn, access: Access) -> None:
    mine = select(pending.c.pid).where(pending.c.wid == access.wid).order_by(pending.c.at.desc(), pending.c.pid)
    for pid in turn.connection.scalars(mine.offset(turn.limits.typed_pages)).all():
        turn.connection.execute(delete(pending).where(pending.c.pid == pid))
