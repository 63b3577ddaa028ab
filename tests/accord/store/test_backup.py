"""Backup and restore: whole or refused, on either engine and from one to the other."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.crypto import OwnerKey, Pepper, PepperError
from accord.settings import Settings
from accord.store import (
    Attempt,
    BackupError,
    Change,
    Consent,
    LinkUnusableError,
    NewComment,
    NewFile,
    ShareTerms,
    Store,
    UnknownDraftError,
)


@pytest.fixture
def taken(store: Store, key: OwnerKey, tmp_path: Path) -> Path:
    store.save(key, Change("person", b'"kept"', 1))
    store.comment(key, NewComment("debts", "words"))
    store.attach(key, NewFile(bytes(range(256)), "image/png"))
    store.backup(tmp_path / "one.backup")
    return tmp_path / "one.backup"


def test_what_was_backed_up_comes_back(store: Store, key: OwnerKey, taken: Path) -> None:
    store.save(key, Change("person", b'"later"', 2))
    report = store.restore(taken, replace=True)

    assert store.open(key).sections["person"].data == b'"kept"'
    assert store.file(key, store.files(key)[0].id) == bytes(range(256))
    assert (report.rows["workbooks"], report.rows["comments"], report.rows["history"]) == (1, 1, 1)


def test_a_draft_erased_by_accident_comes_back(store: Store, key: OwnerKey, taken: Path) -> None:
    store.erase(key)
    store.restore(taken)

    assert store.open(key).sections


def test_links_do_not_come_back(store: Store, key: OwnerKey, tmp_path: Path) -> None:
    link = store.share(key, ShareTerms(consent=True))
    store.backup(tmp_path / "b")
    store.revoke(key, link.id)
    store.restore(tmp_path / "b", replace=True)

    with pytest.raises(LinkUnusableError):
        store.claim(link.key, Attempt())
    assert store.shares(key) == []


def test_drafts_are_not_replaced_unless_it_is_said(store: Store, key: OwnerKey, taken: Path) -> None:
    store.save(key, Change("person", b'"later"', 2))
    with pytest.raises(BackupError):
        store.restore(taken)

    assert store.open(key).sections["person"].data == b'"later"'


def test_a_backup_is_closed_to_others_and_holds_no_plain_words(store: Store, taken: Path, key: OwnerKey) -> None:
    content = taken.read_bytes()

    assert stat.S_IMODE(taken.stat().st_mode) == 0o600
    assert b"MARKER" not in content
    assert b"words" not in content
    assert key.text.encode() not in content
    with pytest.raises(FileExistsError):
        store.backup(taken)


def test_a_damaged_or_cut_backup_changes_nothing(store: Store, key: OwnerKey, taken: Path) -> None:
    whole = taken.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    for content in (b"", b"{}", whole[:-10], whole[: len(whole) // 2], bytes(flipped), whole[1:], b"\xff\xfe"):
        taken.write_bytes(content)
        with pytest.raises(BackupError):
            store.restore(taken, replace=True)

    assert store.open(key).sections["person"].data == b'"kept"'


def test_a_backup_needs_its_own_installations_key(
    store: Store, settings: Settings, open_store: Callable[..., Store], taken: Path, key: OwnerKey
) -> None:
    other = Pepper.fresh().text
    folder = taken.parent / "other"
    stranger = open_store(Settings(folder, folder / "pepper.key", pepper=other))
    with pytest.raises(PepperError):
        stranger.restore(taken)

    assert store.open(key).sections
    assert settings.pepper != other


def test_a_laptops_drafts_move_to_a_server_and_back(
    sqlite: Settings, postgres: Settings, open_store: Callable[..., Store], case: bytes, tmp_path: Path
) -> None:
    laptop, server = open_store(sqlite), open_store(postgres)
    key = laptop.create(case, Consent(given=True))
    laptop.backup(tmp_path / "there")
    server.restore(tmp_path / "there")
    server.save(key, Change("person", b'"server"', 1))
    server.backup(tmp_path / "back")
    laptop.restore(tmp_path / "back", replace=True)

    assert laptop.open(key).sections["person"].data == b'"server"'
    assert json.loads(laptop.open(key).case())["debts"] == json.loads(case)["debts"]


def test_a_restore_into_an_empty_store_is_whole(store: Store, key: OwnerKey, taken: Path) -> None:
    store.erase(key)
    with pytest.raises(UnknownDraftError):
        store.open(key)
    report = store.restore(taken)

    assert report.rows["sections"] == 5
