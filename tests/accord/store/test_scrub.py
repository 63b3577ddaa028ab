"""Scrubbing: after an erasure the ciphertext itself is gone from the disk, or the receipt says it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, Consent, NewFile, Store
from accord.store.database import SQLITE_PRAGMAS
from accord.store.scrub import scrub


def _found(folder: Path, pieces: list[bytes]) -> list[bytes]:
    contents = [file.read_bytes() for file in folder.iterdir()]
    return [piece for piece in pieces if any(piece in content for content in contents)]


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
    assert _found(local.settings.data_dir, ciphertexts) == []
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


def test_postgres_has_nothing_to_scrub(postgres: Settings, open_store: Callable[..., Store]) -> None:
    assert scrub(open_store(postgres).database)
