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
from accord.store.database import SQLITE_PRAGMAS

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
    assert _found(cluster.folder / "data", [word for word in words if len(word) > 5]) == set()
    assert b"ERROR" not in (cluster.folder / "log").read_bytes()


def test_files_are_closed_to_others(local: Store, local_key: OwnerKey) -> None:
    local.open(local_key)
    modes = {file.name: file.stat().st_mode & 0o777 for file in local.settings.data_dir.iterdir()}

    assert set(modes.values()) == {0o600}
    assert local.settings.data_dir.stat().st_mode & 0o777 == 0o700


@pytest.fixture
def ciphertexts(local: Store, local_key: OwnerKey) -> list[bytes]:
    """Return pieces of everything sealed in a workbook with many versions and papers."""
    for base in range(1, 40):
        local.save(local_key, Change("person", b"x" * 300 * (base % 7 + 1), base))
    for number in range(6):
        local.attach(local_key, NewFile(bytes([number]) * 20_000, "image/png"))
    with local.database.engine.connect() as connection:
        rows = [
            *connection.exec_driver_sql("SELECT ct FROM sections UNION ALL SELECT ct FROM history"),
            *connection.exec_driver_sql("SELECT ct FROM files UNION ALL SELECT wrap FROM grants"),
        ]
    return [bytes(row[0])[at : at + 24] for row in rows for at in (0, len(row[0]) // 2)]


def test_after_erasing_the_ciphertext_is_gone_from_the_disk_too(
    local: Store, local_key: OwnerKey, ciphertexts: list[bytes]
) -> None:
    other = local.create(b'{"person": {"name": "stays"}}', Consent(given=True))
    assert _found(local.settings.data_dir, ciphertexts)
    receipt = local.erase(local_key)

    assert receipt.scrubbed
    assert _found(local.settings.data_dir, ciphertexts) == set()
    assert receipt.rows["workbooks"] == receipt.rows["grants"] == 1
    assert (receipt.rows["files"], receipt.rows["history"]) == (6, 20)
    assert local.open(other).sections


def test_while_somebody_reads_the_receipt_does_not_claim_too_much(
    sqlite: Settings, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SQLITE_PRAGMAS, "busy_timeout", "50")
    store = open_store(sqlite)
    key = store.create(b"{}", Consent(given=True))
    with store.database.engine.connect() as plain:
        reader = plain.execution_options(reads=True)
        with reader.begin():
            reader.exec_driver_sql("SELECT count(*) FROM workbooks").scalar()
            assert not store.erase(key).scrubbed

    assert store.erase(store.create(b"{}", Consent(given=True))).scrubbed
