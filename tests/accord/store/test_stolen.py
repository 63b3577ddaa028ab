"""Who steals the database, its log or its backup finds no word of a person, no key, no address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import (
    Attempt,
    Change,
    Consent,
    LinkUnusableError,
    NewComment,
    NewFile,
    NewSuggestion,
    Role,
    ShareTerms,
    Store,
    View,
)

if TYPE_CHECKING:
    from tests.accord.store.conftest import Cluster

MARKER = b"MARKER"
ADDRESS = "203.0.113.42"


def _live_a_life(store: Store, case: bytes) -> list[bytes]:
    """Use every part of the store with marked words; return the secrets that must not be found either."""
    key = store.create(case, Consent(given=True, address=ADDRESS))
    for base in range(1, 6):
        store.save(key, Change("person", b'{"name": "MARKER-%d"}' % base, base))
    store.save(key, Change("person", b'"MARKER-LOST"', 1))
    store.attach(key, NewFile(MARKER * 5000, "image/png", name="MARKER.png", caption="MARKER"))
    terms = ShareTerms(
        consent=True, role=Role.COMMENT, with_code=True, label="MARKER", view=View(private_fields=("private.notes",))
    )
    link = store.share(key, terms)
    ticket = store.claim(link.key, Attempt(code=link.code, address=ADDRESS))
    with pytest.raises(LinkUnusableError):
        store.claim(link.key, Attempt(code="MARKER-CODE", address=ADDRESS))
    store.comment(ticket, NewComment("debts", "MARKER", about="MARKER", name="MARKER"))
    store.suggest(ticket, NewSuggestion("debts", "MARKER", "MARKER", 1))
    raw = [key.raw, link.key.raw, *store.pepper.keys.values()]
    text = [key.text, link.key.text, link.code, ticket.text, ADDRESS, "张三"]
    return [MARKER, *raw, *(word.encode() for word in text)]


def _found(folder: Path, words: list[bytes]) -> set[tuple[str, bytes]]:
    files = (file for file in folder.rglob("*") if file.is_file())
    contents = ((file.name, file.read_bytes()) for file in files)
    return {(name, word) for name, content in contents for word in words if word in content}


def test_sqlites_files_hold_no_plain_word(local: Store, case: bytes) -> None:
    words = _live_a_life(local, case)
    names = {file.name for file in local.settings.data_dir.iterdir()}

    assert names == {"workbook.db", "workbook.db-wal", "workbook.db-shm"}
    assert _found(local.settings.data_dir, words) == set()


def test_postgres_files_and_log_hold_no_plain_word(
    cluster: Cluster, postgres: Settings, open_store: Callable[..., Store], case: bytes
) -> None:
    store = open_store(postgres)
    words = _live_a_life(store, case)
    cluster.sql("CHECKPOINT")

    # PostgreSQL's own files hold short words of every kind; the long ones tell.
    assert _found(cluster.folder, [word for word in words if len(word) > 5]) == set()


def test_files_are_closed_to_others(local: Store, local_key: OwnerKey) -> None:
    local.open(local_key)
    modes = {file.name: file.stat().st_mode & 0o777 for file in local.settings.data_dir.iterdir()}

    assert set(modes.values()) == {0o600}
    assert local.settings.data_dir.stat().st_mode & 0o777 == 0o700
