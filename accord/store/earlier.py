"""Looking back: earlier versions and conflicting texts of a workbook."""

from __future__ import annotations

from sqlalchemy import delete, select

from accord.store.access import Access
from accord.store.errors import NOT_ALLOWED, NotAllowedError
from accord.store.records import Earlier, moment
from accord.store.saving import CONFLICT, history_text
from accord.store.tables import history
from accord.store.turn import Turn


def earlier_texts(turn: Turn, access: Access, section: str | None = None) -> list[Earlier]:
    """Return what the history holds, the latest first; of one section or of all."""
    mine = history.c.wid == access.wid
    rows = select(history).where(mine if section is None else mine & (history.c.name == section))
    found = turn.connection.execute(rows.order_by(history.c.at.desc(), history.c.ver.desc()))
    return [Earlier(row.hid, row.name, row.ver, row.kind == CONFLICT, moment(row.at)) for row in found]


def earlier_text(turn: Turn, access: Access, earlier_id: bytes) -> bytes:
    """Return one text of the history.

    Raises:
        NotAllowedError: it is none of this workbook's.
        SealError: it was changed from outside.
    """
    rows = select(history).where(history.c.hid == earlier_id, history.c.wid == access.wid)
    row = turn.connection.execute(rows).one_or_none()
    if row is None:
        raise NotAllowedError(NOT_ALLOWED)
    return history_text(access, row)


def settle_conflict(turn: Turn, access: Access, earlier_id: bytes) -> bool:
    """Forget a conflicting text after the owner dealt with it; tell whether it was there."""
    mine = (history.c.hid == earlier_id) & (history.c.wid == access.wid) & (history.c.kind == CONFLICT)
    return turn.connection.execute(delete(history).where(mine)).rowcount == 1
