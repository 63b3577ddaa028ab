"""The owner's way to the store: both store and key, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from components import keeping, reading, storeroom
from components.own_store import own
from tests.components.advised import shared


def test_with_a_kept_draft_both_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with shared(tmp_path, monkeypatch) as found:
        found.as_owner()

        assert own() == (found.store, found.key)


def test_without_a_key_the_store_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        pytest.fail("nobody keeps anything, so nothing is opened")

    monkeypatch.setattr(keeping, "owner_key", lambda: None)
    monkeypatch.setattr(storeroom, "store", refuse)

    assert own() is None


def test_with_a_store_that_is_away_there_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with shared(tmp_path, monkeypatch) as found:
        found.as_owner()
        monkeypatch.setattr(storeroom, "store", lambda: None)

        assert own() is None


def test_who_reads_a_shared_workbook_has_no_key_of_an_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with shared(tmp_path, monkeypatch) as found:
        found.as_owner()
        monkeypatch.setattr(reading, "on", lambda: True)

        assert own() is None
