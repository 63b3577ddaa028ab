"""One store a process, for screens and routes alike."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from accord.settings import Settings, SettingsError
from accord.store import DownError, Store, house
from accord.store.errors import DOWN
from accord.store.house import HOUSE, House, shared


@pytest.fixture
def own(sqlite: Settings) -> Iterator[House]:
    found = House(lambda: sqlite)
    yield found
    found.close()


def test_all_threads_share_one_store(own: House) -> None:
    seen: list[Store] = []
    threads = [Thread(target=lambda: seen.append(own.store())) for _reader in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({id(store) for store in seen}) == 1
    assert own.trouble is None


def test_after_closing_the_next_question_opens_it_anew(own: House) -> None:
    first = own.store()
    own.close()

    assert own.store() is not first


def test_a_store_that_cannot_be_opened_is_tried_again_after_a_while(
    sqlite: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "in the way"
    blocked.write_text("x")
    found = [replace(sqlite, data_dir=blocked), sqlite]
    own = House(lambda: found.pop(0))
    for _ask in range(3):
        with pytest.raises(DownError):
            own.store()
    assert len(found) == 1  # asked once, refused three times

    monkeypatch.setattr(time, "monotonic", lambda: float("inf"))
    assert own.store().selfcheck()
    own.close()


def test_settings_that_cannot_be_used_are_told_as_such() -> None:
    def unfit() -> Settings:
        raise SettingsError(DOWN)

    own = House(unfit)
    with pytest.raises(SettingsError):
        own.store()
    assert isinstance(own.trouble, SettingsError)


def test_a_question_sets_the_sweep_going_and_the_next_one_does_not(own: House, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[Store] = []

    def sweep(store: Store) -> None:
        swept.append(store)

    monkeypatch.setattr(Store, "sweep", sweep)
    monkeypatch.setattr(house, "Thread", _AtOnce)
    for _ask in range(3):
        own.store()

    assert len(swept) == 1


class _AtOnce:
    def __init__(self, target: object, args: tuple[Store], *, daemon: bool) -> None:
        assert daemon
        self.start = lambda: target(*args)  # type: ignore[operator]  # any callable


def test_screens_and_routes_reach_the_same_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WB_DATA_DIR", str(tmp_path))
    HOUSE.close()

    assert shared() is HOUSE.store()
    HOUSE.close()
