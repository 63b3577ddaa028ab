"""Saving a section: compare versions, set, and remember what was there.

Every acknowledged text is either the current one or in the history. A save that comes second is not lost and does
not win: it is kept beside as a conflict. A retry of the same attempt is recognised and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from accord.crypto import SectionPlace, seal_row, unseal_row
from accord.errors import StoreError
from accord.store.access import Access
from accord.store.errors import FULL, TOO_LARGE, FullError
from accord.store.limits import MB
from accord.store.listing import write_manifest
from accord.store.manifest import ROW_SCHEMA, Manifest
from accord.store.records import Change, Outcome, SaveResult, new_id
from accord.store.sections import UNFIT, is_name, scope_of
from accord.store.tables import history, sections
from accord.store.turn import Turn

PREVIOUS = "prev"
CONFLICT = "conflict"
_Row = Row[tuple[Any, ...]]


def save_changes(turn: Turn, access: Access, changes: Sequence[Change]) -> list[SaveResult]:
    """Save texts of several sections, each for itself, in this one transaction.

    Raises:
        FullError: one is larger than allowed, or the workbook is full; nothing is kept then.
        SealError: a row was changed from outside.
    """
    for change in changes:
        _check_change(turn, change)
    manifest, grown = access.manifest, 0
    results = []
    for change in changes:
        result, more = _save(turn, access, change, manifest)
        results.append(result)
        grown += more
    if access.book.bytes_used + grown > turn.limits.workbook_size and grown > 0:
        raise FullError(FULL, limit=turn.limits.workbook_size // MB)
    if any(result.outcome is Outcome.SAVED for result in results):
        write_manifest(turn, access, manifest, grown)
    return results


def _save(turn: Turn, access: Access, change: Change, manifest: Manifest) -> tuple[SaveResult, int]:
    row = _current(turn, access, change.section)
    version = row.ver if row else 0
    manifest.check_section(change.section, version, row.op_id if row else b"")
    repeated = _repeated(turn, access, change)
    if repeated:
        return repeated, 0
    if version != change.base:
        return _keep_beside(turn, access, change), 0
    sealed = seal_row(access.keys, scope_of(change.section), change.data, _place(access, change.section, version + 1))
    if row:
        _remember(turn, access, row)
    _write(turn, access, change, sealed)
    manifest.mark(change.section, version + 1, change.op)
    return SaveResult(Outcome.SAVED, change.section, version + 1), len(sealed) - (len(row.ct) if row else 0)


def current_text(turn: Turn, access: Access, section: str) -> bytes | None:
    """Return a section's present text, None where there is none.

    Raises:
        SealError: it was changed from outside.
    """
    row = _current(turn, access, section)
    if row is None:
        return None
    return unseal_row(access.keys, scope_of(section), row.ct, _place(access, section, row.ver))


def history_text(access: Access, row: _Row) -> bytes:
    """Return the text of a row of `history`.

    Raises:
        SealError: it was changed from outside.
    """
    place = _place(access, row.name, row.ver)
    if row.kind == CONFLICT:
        place = place._replace(op=row.op_id)
    return unseal_row(access.keys, scope_of(row.name), row.ct, place)


def _place(access: Access, section: str, version: int) -> SectionPlace:
    return SectionPlace(access.wid, section, version, access.keys.generation, ROW_SCHEMA)


def _check_change(turn: Turn, change: Change) -> None:
    if not is_name(change.section) or change.base < 0 or not change.op:
        raise StoreError(UNFIT)
    if len(change.data) > turn.limits.section_size:
        raise FullError(TOO_LARGE, limit=turn.limits.section_size // MB)


def _current(turn: Turn, access: Access, section: str) -> _Row | None:
    rows = select(sections).where(sections.c.wid == access.wid, sections.c.name == section)
    return turn.connection.execute(rows).one_or_none()


def _write(turn: Turn, access: Access, change: Change, sealed: bytes) -> None:
    row = {"ver": change.base + 1, "gen": access.keys.generation, "op_id": change.op, "ct": sealed}
    if change.base == 0:
        turn.connection.execute(insert(sections).values(wid=access.wid, name=change.section, **row))
        return
    mine = (sections.c.wid == access.wid) & (sections.c.name == change.section)
    turn.connection.execute(update(sections).where(mine, sections.c.ver == change.base).values(row))


def _remember(turn: Turn, access: Access, row: _Row) -> None:
    kept = {"name": row.name, "ver": row.ver, "gen": row.gen, "op_id": row.op_id, "ct": row.ct}
    turn.connection.execute(
        insert(history).values(hid=new_id(), wid=access.wid, kind=PREVIOUS, at=turn.now, **kept),
    )
    old = (history.c.wid == access.wid) & (history.c.name == row.name) & (history.c.kind == PREVIOUS)
    turn.connection.execute(delete(history).where(old, history.c.ver <= row.ver - turn.limits.history))


def _repeated(turn: Turn, access: Access, change: Change) -> SaveResult | None:
    """Return the result of an earlier try of this attempt, if there was one with the same text."""
    row = _current(turn, access, change.section)
    if row and row.op_id == change.op and current_text(turn, access, change.section) == change.data:
        return SaveResult(Outcome.REPEATED, change.section, row.ver)
    tried = (history.c.wid == access.wid) & (history.c.name == change.section) & (history.c.op_id == change.op)
    for earlier in turn.connection.execute(select(history).where(tried)):
        if history_text(access, earlier) == change.data:
            return _told_again(turn, access, change, earlier)
    return None


def _told_again(turn: Turn, access: Access, change: Change, earlier: _Row) -> SaveResult:
    if earlier.kind == CONFLICT:
        return _conflict(turn, access, change)
    return SaveResult(Outcome.REPEATED, change.section, earlier.ver)


def _keep_beside(turn: Turn, access: Access, change: Change) -> SaveResult:
    place = _place(access, change.section, change.base + 1)._replace(op=change.op)
    sealed = seal_row(access.keys, scope_of(change.section), change.data, place)
    row = {"name": change.section, "ver": change.base + 1, "gen": access.keys.generation, "op_id": change.op}
    turn.connection.execute(
        insert(history).values(hid=new_id(), wid=access.wid, kind=CONFLICT, at=turn.now, ct=sealed, **row),
    )
    turn.note("conflict", access.wid)
    return _conflict(turn, access, change)


def _conflict(turn: Turn, access: Access, change: Change) -> SaveResult:
    row = _current(turn, access, change.section)
    stored, version = current_text(turn, access, change.section), row.ver if row else 0
    base = (history.c.wid == access.wid) & (history.c.name == change.section) & (history.c.ver == change.base)
    before = turn.connection.execute(select(history).where(base, history.c.kind == PREVIOUS)).first()
    return SaveResult(
        Outcome.CONFLICT, change.section, version, stored, history_text(access, before) if before else None
    )
