"""Comments beside a workbook: add, list, delete. Their words never stand in the workbook itself."""

from __future__ import annotations

import json

from sqlalchemy import Row, func, insert, select, update

from accord.crypto import CommentPlace, Scope, seal_row, unseal_row
from accord.store.access import Access
from accord.store.errors import NOT_ALLOWED, TOO_LONG, TOO_MANY, FullError, NotAllowedError
from accord.store.records import CommentText, NewComment, moment
from accord.store.roles import Role
from accord.store.sections import is_name
from accord.store.tables import comments
from accord.store.turn import Turn


def add_comment(turn: Turn, access: Access, new: NewComment) -> None:
    """Keep a comment; a retry of the same one changes nothing.

    Raises:
        FullError: too long, or too many.
        NotAllowedError: it is about nothing of ours.
    """
    limits = turn.limits
    if len(new.words) + len(new.about) + len(new.name) > limits.comment_signs:
        raise FullError(TOO_LONG, limit=limits.comment_signs)
    if not is_name(new.section):
        raise NotAllowedError(NOT_ALLOWED)
    mine = comments.c.wid == access.wid
    if (turn.connection.scalar(select(func.count()).select_from(comments).where(mine)) or 0) >= limits.comments:
        raise FullError(TOO_MANY, limit=limits.comments)
    if turn.connection.scalar(select(comments.c.cid).where(comments.c.cid == new.id)) is not None:
        return
    words = {"words": new.words, "about": new.about, "name": new.name}
    place = CommentPlace(access.wid, new.id, new.section, access.author, access.keys.generation)
    sealed = seal_row(access.keys, Scope.COMMENTS, json.dumps(words, ensure_ascii=False).encode(), place)
    row = {"cid": new.id, "section": new.section, "author": access.author, "gen": place.generation}
    turn.connection.execute(insert(comments).values(wid=access.wid, ct=sealed, at=turn.now, **row))


def list_comments(turn: Turn, access: Access) -> list[CommentText]:
    """Return all comments, the oldest first.

    Raises:
        SealError: one was changed from outside.
    """
    rows = select(comments).where(comments.c.wid == access.wid, comments.c.deleted_at == 0)
    return [_text(access, row) for row in turn.connection.execute(rows.order_by(comments.c.at, comments.c.cid))]


def delete_comment(turn: Turn, access: Access, comment_id: bytes) -> bool:
    """Delete a comment: the owner any, a link its own; its words are gone at once. Tell whether it was there."""
    this = (comments.c.wid == access.wid) & (comments.c.cid == comment_id) & (comments.c.deleted_at == 0)
    if access.role is not Role.OWNER:
        this &= comments.c.author == access.author
    row = turn.connection.execute(select(comments).where(this)).one_or_none()
    if row is None:
        return False
    place = CommentPlace(access.wid, row.cid, row.section, row.author, access.keys.generation)
    empty = seal_row(access.keys, Scope.COMMENTS, b"{}", place)
    turn.connection.execute(update(comments).where(this).values(ct=empty, deleted_at=turn.now))
    return True


def _text(access: Access, row: Row[tuple[object, ...]]) -> CommentText:
    place = CommentPlace(access.wid, row.cid, row.section, row.author, row.gen)
    words = json.loads(unseal_row(access.keys, Scope.COMMENTS, row.ct, place))
    mine = row.author == access.author
    return CommentText(
        row.cid, row.section, words["about"], words["words"], words["name"], mine=mine, at=moment(row.at)
    )
