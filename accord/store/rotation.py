"""New data keys for a workbook: after a link is withdrawn, and after very many saves.

Everything is sealed anew under the next generation and wrapped for those who may still read, in one transaction.
Whoever keeps an old copy of the database and a withdrawn link can read nothing that was written since.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Row, Table, delete, select, update

from accord.crypto import (
    CommentPlace,
    DataKeys,
    FilePlace,
    PendingPlace,
    Place,
    Scope,
    SealError,
    SectionPlace,
    SuggestionPlace,
    kek,
    kept_kek,
    seal_row,
    unseal_row,
    unwrap,
    wrap,
)
from accord.store.access import Access, terms_of
from accord.store.manifest import ROW_SCHEMA
from accord.store.saving import CONFLICT
from accord.store.sections import scope_of
from accord.store.tables import comments, files, grants, history, pending, sections, suggestions, workbooks
from accord.store.turn import Turn

_Row = Row[tuple[Any, ...]]
_PlaceAt = Callable[[_Row, int], Place]


def rotate(turn: Turn, access: Access) -> Access:
    """Seal everything anew and return the access with the new keys. The access is the owner's.

    Raises:
        SealError: a row was changed from outside; nothing is rotated then.
    """
    book = access.book._replace(gen_ops=0)
    manifest = replace(access.manifest, book=book)
    new = DataKeys.fresh(access.keys.generation + 1)
    for column in _sealed_columns():
        _reseal(turn, access, new, column)
    row = update(workbooks).where(workbooks.c.wid == access.wid)
    sealed = manifest.sealed(new, access.wid, access.ops)
    turn.connection.execute(row.values(gen=new.generation, gen_ops=0, manifest=sealed))
    _rewrap(turn, access, new)
    turn.note("rotate", access.wid)
    return replace(access, keys=new, terms=access.terms._replace(generation=new.generation), book=book, state=manifest)


class _Column(NamedTuple):
    """A sealed column: its data key by row, and its binding by row and generation."""

    table: Table
    name: str
    part: Callable[[_Row], Scope]
    place: _PlaceAt


def _sealed_columns() -> tuple[_Column, ...]:
    return (
        _Column(sections, "ct", lambda row: scope_of(row.name), _section_place),
        _Column(history, "ct", lambda row: scope_of(row.name), _section_place),
        _Column(comments, "ct", lambda _row: Scope.COMMENTS, _comment_place),
        _Column(suggestions, "ct", lambda _row: Scope.COMMENTS, _suggestion_place),
        _Column(pending, "ct", lambda _row: Scope.PRIVATE, _pending_place),
        _Column(files, "label", lambda _row: Scope.EVIDENCE, _label_place),
        _Column(files, "ct", lambda _row: Scope.EVIDENCE, _body_place),
    )


def _reseal(turn: Turn, access: Access, new: DataKeys, column: _Column) -> None:
    table, now = column.table, access.keys.generation
    for row in turn.connection.execute(select(table).where(table.c.wid == access.wid)).all():
        part = column.part(row)
        plain = unseal_row(access.keys, part, getattr(row, column.name), column.place(row, now))
        sealed = seal_row(new, part, plain, column.place(row, new.generation))
        this = [key == getattr(row, key.name) for key in table.primary_key.columns]
        turn.connection.execute(update(table).where(*this).values({column.name: sealed, "gen": new.generation}))


def _rewrap(turn: Turn, access: Access, new: DataKeys) -> None:
    for row in turn.connection.execute(select(grants).where(grants.c.wid == access.wid)).all():
        this = grants.c.lookup == row.lookup
        wrapping = None if _lapsed(turn, row) else _proven_kek(turn, access, row)
        if wrapping is None:
            turn.connection.execute(delete(grants).where(this))
            continue
        terms = terms_of(row)._replace(generation=new.generation)
        sealed = wrap(wrapping, new, terms)
        turn.connection.execute(update(grants).where(this).values(gen=new.generation, wrap=sealed))


def _lapsed(turn: Turn, row: _Row) -> bool:
    return bool(0 < row.expires_at <= turn.now)


def _proven_kek(turn: Turn, access: Access, row: _Row) -> bytes | None:
    """Return a grant's KEK only if it opens the present wrap: a grant changed from outside gets no new one."""
    terms = terms_of(row)
    try:
        if row.lookup == access.terms.lookup:
            wrapping = kek(access.key.raw, turn.pepper.key(terms.kid))
        else:
            wrapping = kept_kek(access.owner.raw, row.kekbox, terms)
        unwrap(wrapping, row.wrap, terms)
    except SealError:
        turn.note("tampered", access.wid, row.lookup)
        return None
    return wrapping


def _section_place(row: _Row, generation: int) -> Place:
    place = SectionPlace(row.wid, row.name, row.ver, generation, ROW_SCHEMA)
    return place._replace(op=row.op_id) if getattr(row, "kind", "") == CONFLICT else place


def _comment_place(row: _Row, generation: int) -> Place:
    return CommentPlace(row.wid, row.cid, row.section, row.author, generation)


def _suggestion_place(row: _Row, generation: int) -> Place:
    return SuggestionPlace(row.wid, row.sid, row.section, row.base, row.author, generation)


def _pending_place(row: _Row, generation: int) -> Place:
    return PendingPlace(row.wid, row.pid, row.at, generation)


def _label_place(row: _Row, generation: int) -> Place:
    return FilePlace(row.wid, row.fid, "label", row.size, generation)


def _body_place(row: _Row, generation: int) -> Place:
    return FilePlace(row.wid, row.fid, "body", row.size, generation)
