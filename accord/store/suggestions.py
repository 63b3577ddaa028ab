"""Suggested values: a link with the comment role proposes, the owner accepts or refuses.

Accepting marks the suggestion; the value itself is written by an ordinary save, compared with its version.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from accord.crypto import Scope, SealError, SuggestionPlace, seal_row, unseal_row
from accord.crypto.errors import BROKEN_SEAL
from accord.store.access import Access
from accord.store.errors import NOT_ALLOWED, TOO_LONG, TOO_MANY, FullError, NotAllowedError
from accord.store.records import LONGEST_NAME, NewSuggestion, SuggestionText, moment
from accord.store.sections import OWN, PRIVATE, is_name
from accord.store.tables import suggestions
from accord.store.turn import Turn

OPEN, ACCEPTED, REFUSED = "open", "accepted", "refused"


def add_suggestion(turn: Turn, access: Access, new: NewSuggestion) -> None:
    """Keep a suggestion; a retry of the same one changes nothing.

    Raises:
        FullError: too long, or too many are open.
        NotAllowedError: it is about a private part, or about nothing of ours.
    """
    limits = turn.limits
    if not is_name(new.section) or new.section in OWN or new.section == PRIVATE:
        raise NotAllowedError(NOT_ALLOWED)
    if len(new.about) + len(new.value) + len(new.reason) > limits.comment_signs:
        raise FullError(TOO_LONG, limit=limits.comment_signs)
    if len(new.name) > LONGEST_NAME:
        raise FullError(TOO_LONG, limit=LONGEST_NAME)
    mine = (suggestions.c.wid == access.wid) & (suggestions.c.state == OPEN)
    if (turn.connection.scalar(select(func.count()).select_from(suggestions).where(mine)) or 0) >= limits.comments:
        raise FullError(TOO_MANY, limit=limits.comments)
    if turn.connection.scalar(select(suggestions.c.sid).where(suggestions.c.sid == new.id)) is not None:
        return
    words = {"about": new.about, "value": new.value, "reason": new.reason, "name": new.name, "at": turn.now}
    place = SuggestionPlace(access.wid, new.id, new.section, new.base, access.author, access.keys.generation)
    sealed = seal_row(access.keys, Scope.COMMENTS, json.dumps(words, ensure_ascii=False).encode(), place)
    row = {"sid": new.id, "section": new.section, "base": new.base, "author": access.author, "gen": place.generation}
    turn.connection.execute(insert(suggestions).values(wid=access.wid, ct=sealed, at=turn.now, state=OPEN, **row))


def list_suggestions(turn: Turn, access: Access) -> list[SuggestionText]:
    """Return all suggestions, the oldest first.

    Raises:
        SealError: one was changed from outside.
    """
    rows = select(suggestions).where(suggestions.c.wid == access.wid)
    return [_text(access, row) for row in turn.connection.execute(rows.order_by(suggestions.c.at, suggestions.c.sid))]


def settle_suggestion(turn: Turn, access: Access, suggestion_id: bytes, *, accepted: bool) -> bool:
    """Mark a suggestion as accepted or refused; tell whether it was open."""
    this = (suggestions.c.wid == access.wid) & (suggestions.c.sid == suggestion_id) & (suggestions.c.state == OPEN)
    row = turn.connection.execute(select(suggestions).where(this)).one_or_none()
    if row is None:
        return False
    words = _words(access, row) | {"state": ACCEPTED if accepted else REFUSED}
    sealed = seal_row(access.keys, Scope.COMMENTS, json.dumps(words, ensure_ascii=False).encode(), _place(row))
    turn.connection.execute(update(suggestions).where(this).values(state=words["state"], ct=sealed))
    return True


def _place(row: Row[tuple[Any, ...]]) -> SuggestionPlace:
    return SuggestionPlace(row.wid, row.sid, row.section, row.base, row.author, row.gen)


def _words(access: Access, row: Row[tuple[Any, ...]]) -> dict[str, Any]:
    words: dict[str, Any] = json.loads(unseal_row(access.keys, Scope.COMMENTS, row.ct, _place(row)))
    known = OPEN if "at" in words else row.state  # neither was sealed in the beginning
    if (words.get("state", known), words.get("at", row.at)) != (row.state, row.at):
        raise SealError(BROKEN_SEAL)
    return words


def _text(access: Access, row: Row[tuple[Any, ...]]) -> SuggestionText:
    words = _words(access, row)
    return SuggestionText(
        id=row.sid,
        section=row.section,
        about=words["about"],
        value=words["value"],
        reason=words["reason"],
        base=row.base,
        state=row.state,
        at=moment(row.at),
        name=words.get("name", ""),
    )
