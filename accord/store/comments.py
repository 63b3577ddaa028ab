"""Comments beside a workbook: add, list, delete. Their words never stand in the workbook itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from accord.crypto import CommentPlace, Scope, SealError, seal_row, unseal_row
from accord.crypto.errors import BROKEN_SEAL
from accord.store.access import Access
from accord.store.errors import NOT_ALLOWED, TOO_LONG, TOO_MANY, FullError, NotAllowedError
from accord.store.records import LONGEST_NAME, SEEN, SETTLED, CommentText, NewComment, moment
from accord.store.roles import Role
from accord.store.sections import is_name
from accord.store.tables import comments
from accord.store.turn import Turn

MARKS = frozenset({SEEN, SETTLED})
LONGEST_FROZEN = 16_000
"""Signs of what somebody found right, as it stood then."""


def add_comment(turn: Turn, access: Access, new: NewComment) -> None:
    """Keep a comment; a retry of the same one changes nothing.

    Raises:
        FullError: too long, or too many.
        NotAllowedError: it is about nothing of ours, or a mark that only the owner sets.
    """
    limits = turn.limits
    _check_lengths(turn, new)
    if not is_name(new.section) or (new.mark and not (new.mark in MARKS and access.role is Role.OWNER)):
        raise NotAllowedError(NOT_ALLOWED)
    mine = comments.c.wid == access.wid
    if (turn.connection.scalar(select(func.count()).select_from(comments).where(mine)) or 0) >= limits.comments:
        raise FullError(TOO_MANY, limit=limits.comments)
    if turn.connection.scalar(select(comments.c.cid).where(comments.c.cid == new.id)) is not None:
        return
    place = CommentPlace(access.wid, new.id, new.section, access.author, access.keys.generation)
    sealed = seal_row(access.keys, Scope.COMMENTS, _written(turn, access, new), place)
    row = {"cid": new.id, "section": new.section, "author": access.author, "gen": place.generation}
    turn.connection.execute(insert(comments).values(wid=access.wid, ct=sealed, at=turn.now, **row))


def _check_lengths(turn: Turn, new: NewComment) -> None:
    limit = turn.limits.comment_signs
    if len(new.words) + len(new.about) > limit:
        raise FullError(TOO_LONG, limit=limit)
    if len(new.name) > LONGEST_NAME:
        raise FullError(TOO_LONG, limit=LONGEST_NAME)
    if len(new.frozen) > LONGEST_FROZEN or len(new.of) > turn.limits.comments:
        raise FullError(TOO_LONG, limit=LONGEST_FROZEN)


def _written(turn: Turn, access: Access, new: NewComment) -> bytes:
    """Return what is sealed of a comment; whether the owner wrote it is noted here, not believed."""
    words = {"words": new.words, "about": new.about, "name": new.name, "mark": new.mark, "frozen": new.frozen}
    beside = {"of": [one.hex() for one in new.of], "owner": access.role is Role.OWNER, "at": turn.now}
    return json.dumps(words | beside, ensure_ascii=False).encode()


def list_comments(turn: Turn, access: Access) -> list[CommentText]:
    """Return all comments, the oldest first.

    Raises:
        SealError: one was changed from outside.
    """
    rows = select(comments).where(comments.c.wid == access.wid).order_by(comments.c.at, comments.c.cid)
    opened = [(row, _words(access, row)) for row in turn.connection.execute(rows)]
    return [_text(access, row, words) for row, words in opened if not row.deleted_at]


def delete_comment(turn: Turn, access: Access, comment_id: bytes) -> bool:
    """Delete a comment: the owner any, a link its own; its words are gone at once. Tell whether it was there."""
    this = (comments.c.wid == access.wid) & (comments.c.cid == comment_id) & (comments.c.deleted_at == 0)
    if access.role is not Role.OWNER:
        this &= comments.c.author == access.author
    row = turn.connection.execute(select(comments).where(this)).one_or_none()
    if row is None:
        return False
    place = CommentPlace(access.wid, row.cid, row.section, row.author, access.keys.generation)
    gone = json.dumps({"deleted": turn.now, "at": row.at}).encode()
    empty = seal_row(access.keys, Scope.COMMENTS, gone, place)
    turn.connection.execute(update(comments).where(this).values(ct=empty, deleted_at=turn.now))
    return True


def _words(access: Access, row: Row[tuple[object, ...]]) -> dict[str, Any]:
    place = CommentPlace(access.wid, row.cid, row.section, row.author, row.gen)
    words: dict[str, Any] = json.loads(unseal_row(access.keys, Scope.COMMENTS, row.ct, place))
    deleted = words.get("deleted", 0 if words else row.deleted_at)
    if (deleted, words.get("at", row.at)) != (row.deleted_at, row.at):
        raise SealError(BROKEN_SEAL)
    return words


def _text(access: Access, row: Row[tuple[object, ...]], words: Mapping[str, Any]) -> CommentText:
    return CommentText(
        id=row.cid,
        section=row.section,
        about=words["about"],
        words=words["words"],
        name=words["name"],
        mine=row.author == access.author,
        at=moment(row.at),
        by_owner=words.get("owner", False),
        of=tuple(bytes.fromhex(one) for one in words.get("of", ())),
        mark=words.get("mark", ""),
        frozen=words.get("frozen", ""),
    )
