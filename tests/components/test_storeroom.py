"""One store a process: opened when it is wanted, tried again when it could not be opened."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from accord.settings import SettingsError
from components import storeroom


@pytest.fixture(autouse=True)
def _own_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("WB_DATA_DIR", str(tmp_path))
    storeroom.close()
    yield
    storeroom.close()


def test_all_share_one_store_in_the_data_folder(tmp_path: Path) -> None:
    first = storeroom.store()

    assert first is not None
    assert storeroom.store() is first
    assert (tmp_path / "workbook.db").exists()
    assert storeroom.trouble() is None


def test_a_store_that_cannot_be_opened_is_no_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("WB_DATA_DIR", str(blocked))
    assert storeroom.store() is None
    assert storeroom.trouble() is not None

    monkeypatch.setenv("WB_DATA_DIR", str(tmp_path))
    assert storeroom.store() is None  # not at every rerun
    monkeypatch.setattr(time, "monotonic", lambda: float("inf"))

    assert storeroom.store() is not None
    assert storeroom.trouble() is None


def test_wrong_settings_are_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://nowhere")

    assert storeroom.store() is None
    assert isinstance(storeroom.trouble(), SettingsError)


def test_secrets_of_the_host_count_where_the_environment_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    class _Secrets(dict[str, str]):
        def load_if_toml_exists(self) -> bool:
            return True

    monkeypatch.delenv("PUBLIC_URL", raising=False)
    monkeypatch.setattr(st, "secrets", _Secrets(PUBLIC_URL="https://help.example.com", ELSE="x"))

    assert storeroom.settings_in_force().public_url == "https://help.example.com"
