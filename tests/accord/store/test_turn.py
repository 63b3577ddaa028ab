"""A turn's audit: what and when, and prefixes that lead back to nobody."""

from __future__ import annotations

from sqlalchemy import select

from accord.crypto import OwnerKey, ShareKey
from accord.store import Store
from accord.store.tables import audit, grants


def test_the_audit_holds_keyed_prefixes(store: Store, key: OwnerKey) -> None:
    link = ShareKey.fresh()
    store._write(lambda turn: turn.note("test", b"w" * 16, link.lookup))  # noqa: SLF001  a turn as the door makes it

    with store.database.engine.connect() as connection:
        row = connection.execute(select(audit).where(audit.c.event == "test")).one()
        wid = connection.scalar(select(grants.c.wid).where(grants.c.lookup == key.lookup))
    assert (len(row.wid8), len(row.lookup8), row.at) == (8, 8, 1_795_406_400)
    assert row.lookup8 != link.lookup[:8]
    assert row.wid8 not in (b"w" * 16, wid)


def test_one_workbook_has_one_prefix_and_nothing_has_none(store: Store) -> None:
    prefixes = store._read(lambda turn: [turn.prefix(wid) for wid in (b"a", b"a", b"b", b"")])  # noqa: SLF001  likewise

    assert prefixes[0] == prefixes[1] != prefixes[2]
    assert prefixes[3] == b""


def test_a_turns_day_begins_at_midnight_of_its_clock(store: Store) -> None:
    assert store._read(lambda turn: turn.today) == 1_795_406_400 // 86400  # noqa: SLF001  likewise
