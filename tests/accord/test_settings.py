"""Settings: what the host says, checked once, and shown without secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.settings import Settings, SettingsError, hand_in, read_settings, settings


def test_without_anything_said_drafts_lie_in_the_users_own_folder() -> None:
    found = read_settings({})

    assert not found.postgres
    assert not found.sharing
    assert found.replicas == 1
    assert found.sqlite_file.name == "workbook.db"
    assert found.sqlite_file.is_absolute()
    assert found.pepper_file.parent != Path("/")


def test_a_data_folder_holds_the_key_file_too() -> None:
    found = read_settings({"WB_DATA_DIR": "/data"})

    assert (found.sqlite_file, found.pepper_file) == (Path("/data/workbook.db"), Path("/data/pepper.key"))


def test_the_environment_wins_over_streamlits_secrets() -> None:
    found = read_settings({"WB_PEPPER": "from environment"}, {"WB_PEPPER": "from secrets", "WB_REPLICAS": 1})

    assert found.pepper == "from environment"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgres_is_known_by_any_of_its_names(scheme: str) -> None:
    found = read_settings({"DATABASE_URL": f"{scheme}://u:p@h/d", "WB_REPLICAS": "3"})

    assert found.postgres
    assert found.database_url == "postgresql+psycopg://u:p@h/d"
    assert found.replicas == 3


def test_a_sqlite_file_can_be_named() -> None:
    found = read_settings({"DATABASE_URL": "sqlite:////srv/x.db"})

    assert not found.postgres
    assert found.sqlite_file == Path("/srv/x.db")


def test_sqlite_serves_one_process_only() -> None:
    with pytest.raises(SettingsError, match="SQLite"):
        read_settings({"WB_REPLICAS": "2"})


@pytest.mark.parametrize(
    "values",
    [
        {"DATABASE_URL": "mysql://h/d"},
        {"PUBLIC_URL": "http://example.org"},
        {"PUBLIC_URL": "https://example.org/path"},
        {"PUBLIC_URL": "https://example.org?x=1"},
        {"PUBLIC_URL": "https://me:secret@example.org"},
        {"PUBLIC_URL": "example.org"},
        {"WB_REPLICAS": "0"},
        {"WB_REPLICAS": "-1"},
        {"WB_REPLICAS": "1001"},
        {"WB_REPLICAS": "two"},
        {"WB_REPLICAS": "１"},
    ],
    ids=str,
)
def test_what_cannot_be_used_is_refused_at_the_start(values: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        read_settings(values)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://example.org/", "https://example.org"),
        ("https://example.org:8443", "https://example.org:8443"),
        ("http://127.0.0.1:8501", "http://127.0.0.1:8501"),
    ],
)
def test_a_public_address_decides_whether_links_are_offered(given: str, address: str) -> None:
    found = read_settings({"PUBLIC_URL": given})

    assert found.sharing
    assert found.public_url == address


def test_no_secret_is_shown() -> None:
    found = read_settings({"DATABASE_URL": "postgresql://u:hunter2@h/d", "WB_PEPPER": "1:secret"})

    assert "hunter2" not in repr(found)
    assert "secret" not in repr(found)
    assert repr(Settings(Path("/d"), Path("/k"))) == "Settings(engine=sqlite, public_url='', replicas=1, pepper=file)"


def test_what_is_handed_in_counts_where_the_environment_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.settings._handed_in", [])
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    monkeypatch.setenv("WB_DATA_DIR", "/environment")
    assert settings().public_url == ""

    hand_in(lambda: {"PUBLIC_URL": "https://help.example.com", "WB_DATA_DIR": "/secrets", "OTHER": "x"})

    assert settings().public_url == "https://help.example.com"
    assert settings().data_dir == Path("/environment")


def test_an_address_in_brackets_that_hold_none_is_refused() -> None:
    with pytest.raises(SettingsError):
        read_settings({"PUBLIC_URL": "https://[help"})
