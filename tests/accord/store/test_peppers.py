"""The installation's key: made at home, given on a server, missed when it is another one."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from accord.crypto import Pepper, PepperError
from accord.settings import Settings
from accord.store import Consent, Store


@pytest.fixture
def home(sqlite: Settings) -> Settings:
    return replace(sqlite, pepper="")


def test_at_home_a_key_file_is_made_once_and_closed_to_others(home: Settings, open_store: Callable[..., Store]) -> None:
    key = open_store(home).create(b"{}", Consent(given=True))
    made = home.pepper_file.read_text()

    assert stat.S_IMODE(home.pepper_file.stat().st_mode) == 0o600
    assert open_store(home).open(key).sections
    assert home.pepper_file.read_text() == made


def test_a_lost_key_file_is_not_replaced_by_a_new_one(home: Settings, open_store: Callable[..., Store]) -> None:
    open_store(home)
    home.pepper_file.unlink()

    with pytest.raises(PepperError):
        open_store(home)
    assert not home.pepper_file.exists()


def test_another_key_under_the_same_number_is_refused(settings: Settings, open_store: Callable[..., Store]) -> None:
    open_store(settings).create(b"{}", Consent(given=True))

    with pytest.raises(PepperError):
        open_store(replace(settings, pepper=Pepper.fresh().text))


def test_a_key_that_drafts_still_need_may_not_be_dropped(settings: Settings, open_store: Callable[..., Store]) -> None:
    open_store(settings).create(b"{}", Consent(given=True))
    rotated = Pepper.parse(settings.pepper).rotated()
    alone = Pepper({2: rotated.keys[2]}, 2)

    with pytest.raises(PepperError):
        open_store(replace(settings, pepper=alone.text))


def test_a_server_must_be_given_its_key(postgres: Settings, open_store: Callable[..., Store]) -> None:
    with pytest.raises(PepperError, match="WB_PEPPER"):
        open_store(replace(postgres, pepper=""))


def test_a_server_may_read_its_key_from_a_file(
    postgres: Settings, open_store: Callable[..., Store], tmp_path: Path
) -> None:
    file = tmp_path / "secret"
    file.write_text(postgres.pepper + "\n")
    file.chmod(0o600)

    assert open_store(replace(postgres, pepper="", pepper_file=file)).pepper.current == 1


def test_a_key_file_open_to_others_is_refused(home: Settings, open_store: Callable[..., Store]) -> None:
    open_store(home)
    home.pepper_file.chmod(0o640)

    with pytest.raises(PepperError, match="chmod"):
        open_store(home)


def test_an_unreadable_key_is_told(home: Settings, open_store: Callable[..., Store]) -> None:
    home.pepper_file.parent.mkdir(parents=True)
    home.pepper_file.write_bytes(b"\xff\xfe")
    home.pepper_file.chmod(0o600)

    with pytest.raises(PepperError):
        open_store(home)
