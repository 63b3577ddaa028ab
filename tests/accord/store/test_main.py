"""The command line: every command, in the settings of the environment."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.settings import Settings
from accord.store import Consent, Store
from accord.store.__main__ import main
from accord.store.migrations import shipped
from tests.accord.store.damage import damage


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    for name in ("DATABASE_URL", "PUBLIC_URL", "WB_REPLICAS", "WB_PEPPER", "WB_PEPPER_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WB_DATA_DIR", str(tmp_path / "data"))
    return Settings(tmp_path / "data", tmp_path / "data" / "pepper.key")


def test_a_backup_can_be_taken_and_brought_back(
    home: Settings, open_store: Callable[..., Store], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = open_store(home).create(b'{"language": "en"}', Consent(given=True))
    assert main(["backup", "--into", str(tmp_path / "shelf")]) == 0
    assert json.loads(capsys.readouterr().out)["rows"]["workbooks"] == 1

    (file,) = (tmp_path / "shelf").iterdir()
    assert main(["restore", str(file)]) == 2
    assert main(["restore", str(file), "--replace"]) == 0
    assert open_store(home).open(key).sections


def test_upkeep_commands_say_what_they_did(home: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert [main([command]) for command in ("migrate", "sweep", "selfcheck")] == [0, 0, 0]

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told[0] == {"schema": len(shipped())}
    assert told[1]["deleted"]["workbooks"] == 0
    assert all(told[2].values())
    assert home.sqlite_file.exists()


def test_what_is_not_right_is_told_by_the_exit_status(home: Settings, open_store: Callable[..., Store]) -> None:
    open_store(home).settings.pepper_file.chmod(0o644)

    assert main(["selfcheck"]) == 2


def test_a_missing_file_is_a_sentence_not_a_traceback(home: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(home.data_dir / "none")]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_sqlite_is_refused_for_several_replicas(
    home: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WB_REPLICAS", "2")

    assert main(["migrate"]) == 2
    assert "SQLite" in capsys.readouterr().err
    assert not home.sqlite_file.exists()


def test_a_jumped_clock_pauses_the_sweep_until_it_is_confirmed(
    home: Settings, open_store: Callable[..., Store], capsys: pytest.CaptureFixture[str]
) -> None:
    open_store(home).database.upkeep("INSERT INTO meta (k, v) VALUES ('clock_high', '1000000000')")

    assert main(["sweep"]) == 1
    assert "--clock-is-right" in capsys.readouterr().err
    assert main(["sweep", "--clock-is-right"]) == 0


def test_a_backup_comes_back_beside_a_damaged_file_that_is_put_aside(
    home: Settings, open_store: Callable[..., Store], case: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(home)
    key = store.create(case, Consent(given=True))
    store.backup(home.data_dir / "b.backup")
    store.close()
    damage(home.sqlite_file)

    assert main(["restore", str(home.data_dir / "b.backup"), "--replace"]) == 0

    aside = json.loads(capsys.readouterr().out.splitlines()[0])["put_aside"]
    assert (home.data_dir / aside).exists()
    assert open_store(home).open(key).sections["person"].version == 1
