"""Every column of every row is changed by somebody who can write to the database: none of it is served as true.

A change may make a part refuse, or stay without any effect; it must never show something else than was kept. What
the store itself has to be able to change, or cannot notice, stands in `KNOWN` with its reason.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, select, update
from sqlalchemy.exc import IntegrityError

from accord.crypto import OwnerKey, ShareKey, Ticket
from accord.errors import StoreError
from accord.store import (
    Action,
    Attempt,
    Change,
    Consent,
    NewComment,
    NewFile,
    NewSuggestion,
    Role,
    ShareTerms,
    Store,
    Typed,
    View,
    earlier,
    files,
    shares,
    suggestions,
    workbooks,
)
from accord.store import claims as claiming
from accord.store import comments as commenting
from accord.store import pending as waiting
from accord.store.access import Access, unlock
from accord.store.tables import OF_ONE_WORKBOOK, handovers
from accord.store.turn import Turn
from tests import torture

TABLES = [table for table in OF_ONE_WORKBOOK if table is not handovers]  # its rows are tried in test_handovers.py
KNOWN = {
    "grants.opens": "every claim counts up without the owner's key",
    "grants.code_failures": "every wrong code counts up without the owner's key",
    "history.at": "when an earlier text was replaced; the text itself is sealed",
    "history.hid": "a random name of a row",
    "history.op_id": "which attempt wrote an earlier text; read to recognise a retry, with the same text only",
}
AWAY = "a row moved away is a row taken away, which is not noticed here"
KNOWN |= {f"{name}.wid": AWAY for name in ("comments", "suggestions", "history", "pending", "grants")}
LEAVE_OUT = {"owner lists links", "owner takes up"}  # a spoilt row is left out, so that it hides no other
NUMBERS = (0, 1, 15, 1_900_000_000, 10**17)
WORDS = ("owner", "comment", "conflict", "prev", "accepted", "open", "private", "")
Part = Callable[[Turn], object]


class Life(NamedTuple):
    """A workbook with everything in it, and who may look at it."""

    key: OwnerKey
    look: Ticket
    comment: Ticket
    used_up: ShareKey


def _lived(store: Store, case: bytes) -> Life:
    key = store.create(case, Consent(given=True))
    for base, text in ((1, b'{"name": "second"}'), (2, b'{"name": "third"}'), (1, b'{"name": "lost"}')):
        store.save(key, Change("person", text, base))
    for content in (b"first paper", b"other paper"):
        store.attach(key, NewFile(content, "image/png", name="name", caption="caption"))
    seen = View(unmasked=True, private_fields=("private.ceiling",))
    look = store.share(key, ShareTerms(consent=True, evidence=True, view=seen, label="a label", max_opens=3))
    comment = store.share(key, ShareTerms(consent=True, role=Role.COMMENT, label="another"))
    used_up = store.share(key, ShareTerms(consent=True, max_opens=1, label="used up"))
    store.claim(used_up.key, Attempt())
    looker, commenter = (store.claim(link.key, Attempt()) for link in (look, comment))
    for words in ("deleted", "stays"):
        said = NewComment("debts", words)
        store.comment(commenter, said)
        if words == "deleted":
            store.delete_comment(key, said.id)
    for value in ("accepted", "open"):
        new = NewSuggestion("debts", "principal", value, 1)
        store.suggest(commenter, new)
        if value == "accepted":
            store.settle(key, new.id, accepted=True)
    store.leave(key, Typed("page-one-1", "field", "half a sentence"))
    return Life(key, looker, commenter, used_up.key)


def _parts(life: Life) -> Iterator[tuple[str, Part]]:
    """Yield everything anybody can be shown of a workbook."""
    for who, key in (("owner", life.key), ("look", life.look), ("comment", life.comment)):
        yield f"{who} opens", _as(key, Action.OPEN, workbooks.read_draft)
    for who, key in (("owner", life.key), ("look", life.look)):
        yield f"{who} lists papers", _as(key, Action.READ_FILES, files.list_files)
        yield f"{who} opens papers", _as(key, Action.READ_FILES, _bodies)
    for who, key in (("owner", life.key), ("comment", life.comment)):
        yield f"{who} reads comments", _as(key, Action.READ_COMMENTS, commenting.list_comments)
        yield f"{who} reads suggestions", _as(key, Action.READ_SUGGESTIONS, suggestions.list_suggestions)
    yield "owner lists links", _as(life.key, Action.LIST_SHARES, _shares)
    yield "owner looks back", _as(life.key, Action.HISTORY, _history)
    yield "owner takes up", _as(life.key, Action.TYPED, waiting.waiting)
    yield "a used-up link", lambda turn: _claimed(turn, life.used_up)
    yield "a living link", lambda turn: _claimed(turn, ShareKey(life.look.raw))


def _as(key: OwnerKey | Ticket, action: Action, look: Callable[[Turn, Access], object]) -> Part:
    return lambda turn: look(turn, unlock(turn, key, action))


def _bodies(turn: Turn, access: Access) -> object:
    return [files.file_body(turn, access, label.id) for label in files.list_files(turn, access)]


def _history(turn: Turn, access: Access) -> object:
    told = earlier.earlier_texts(turn, access)
    return sorted((one.section, one.version, one.conflict, earlier.earlier_text(turn, access, one.id)) for one in told)


def _shares(turn: Turn, access: Access) -> object:
    """Return the living links; one that was changed from outside is shown as opening nothing, without its label."""
    return [state for state in shares.links(turn, access) if state.label and not state.frozen]


def _claimed(turn: Turn, link: ShareKey) -> object:
    answer = claiming.claim(turn, claiming.Claim(link, b"", ""))
    if isinstance(answer, Ticket):
        return "opened"
    raise answer


def _seen(store: Store, connection: Connection, life: Life) -> dict[str, object]:
    """Return what each part shows now; a refusal as None."""
    turn, seen = store._turn(connection, writes=False), dict[str, object]()  # noqa: SLF001  inside the tampering
    for name, part in _parts(life):
        try:
            seen[name] = part(turn)
        except StoreError:
            seen[name] = None
    return seen


def _false(name: str, before: object, after: object) -> bool:
    """Tell whether something is shown that was not kept."""
    if after is None or after == before:
        return False
    if name in LEAVE_OUT and isinstance(before, list) and isinstance(after, list):
        return not all(one in before for one in after)
    return True


def _values(column: Any, row: Row[Any], others: list[Row[Any]], dice: random.Random) -> Iterator[object]:  # noqa: ANN401  SQLAlchemy's own type
    now = getattr(row, column.name)
    given = [getattr(other, column.name) for other in others]
    if isinstance(now, int):
        given += [*NUMBERS, now + 1, now - 1, now * 2]
    elif isinstance(now, str):
        given += WORDS
    else:
        given += [b"", now[:-1], now + b"\0", bytes(len(now))]
        for _flip in range(torture.COLUMN_FLIPS if now else 0):
            at = dice.randrange(len(now) * 8)
            given.append(now[: at // 8] + bytes([now[at // 8] ^ 1 << at % 8]) + now[at // 8 + 1 :])
    yield from (value for value in dict.fromkeys(given) if value != now)


def _changed(connection: Connection, table: Table, row: Row[Any], name: str, value: object) -> bool:
    """Change one value; False where the database itself does not take it."""
    this = [key == getattr(row, key.name) for key in table.primary_key.columns]
    try:
        with connection.begin_nested():
            connection.execute(update(table).where(*this).values({name: value}))
    except IntegrityError:
        return False
    return True


class _Attack:
    """Somebody at work in the database: one change at a time, each looked at by everybody and taken back."""

    def __init__(self, store: Store, life: Life, connection: Connection) -> None:
        self.store, self.life, self.connection = store, life, connection
        self.dice = random.Random(1)  # noqa: S311  which bits to flip
        self.counts, self.wrong = Counter[str](), list[str]()
        self.before = self._looked()

    def _looked(self) -> dict[str, object]:
        point = self.connection.begin_nested()  # looking counts openings
        seen = _seen(self.store, self.connection, self.life)
        point.rollback()
        return seen

    def change(self, table: Table, row: Row[Any], name: str, value: object) -> None:
        """Change one value and see what everybody is shown."""
        point = self.connection.begin_nested()
        taken = _changed(self.connection, table, row, name, value)
        after = self._looked() if taken else self.before
        point.rollback()
        shown = [part for part, before in self.before.items() if _false(part, before, after[part])]
        known = f"{table.name}.{name}" in KNOWN
        told = "known" if shown and known else "accepted" if shown else "held" if taken else "refused by the database"
        self.counts.update([told, "columns changed"])
        self.wrong += [f"{table.name}.{name} = {value!r}: {shown}"] if told == "accepted" else []

    def change_all(self, table: Table, wid: bytes, rows: int) -> None:
        """Change every column of some rows of a workbook."""
        found = self.connection.execute(select(table)).all()
        for row in [row for row in found if row.wid == wid][:rows]:
            others = self.dice.sample([other for other in found if other != row], min(3, len(found) - 1))
            for column in table.columns:
                for value in _values(column, row, others, self.dice):
                    self.change(table, row, column.name, value)


@torture.PATIENT
def test_no_changed_column_shows_anything_that_was_not_kept(
    store: Store, case: bytes, record_property: Callable[[str, object], None]
) -> None:
    mine, _theirs = _lived(store, case), _lived(store, case)
    rows = torture.COLUMN_ROWS["postgres" if store.database.postgres else "sqlite"]
    store.pepper.keys[2] = bytes(32)  # type: ignore[index]  # a second key, so that `kid` leads somewhere
    with store.database.engine.connect() as connection, connection.begin() as whole:
        attack = _Attack(store, mine, connection)
        wid = unlock(store._turn(connection, writes=False), mine.key, Action.OPEN).wid  # noqa: SLF001  as above
        for table in TABLES:
            attack.change_all(table, wid, rows)
        whole.rollback()
    record_property(torture.TRIED, attack.counts["columns changed"])
    record_property(torture.COUNTED, f"A3 {dict(attack.counts)}")
    assert [name for name, seen in attack.before.items() if seen is None] == ["a used-up link"]
    assert attack.wrong == []
