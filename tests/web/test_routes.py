"""The parts of the hardened server are put together from the settings in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.crypto import ShareKey
from accord.settings import settings
from accord.store import Attempt, LinkUnusableError
from tests.web.test_selfcheck import GOOD
from web.guard import House
from web.routes import StoreDoor, guard, known_hosts, routes

RESERVED = ("/_stcore/", "/media/", "/component/", "/static/")


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("WB_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_every_route_of_ours_leaves_streamlits_own_alone() -> None:
    paths = [route.path for route in routes(GOOD.__getitem__)]

    assert {"/help", "/open", "/open.js", "/api/key", "/api/claim", "/api/forget", "/api/dl/{name}"} <= set(paths)
    assert [path for path in paths if path.startswith(RESERVED)] == []


def test_hosts_come_from_the_settings_and_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://help.example.com")
    settings.cache_clear()

    hosts = known_hosts((GOOD | {"server.allowedHosts": ["a.example"]}).__getitem__)

    assert hosts.allowed == ("a.example", "help.example.com")


def test_the_guard_knows_the_frames_script_and_the_largest_upload(tmp_path: Path) -> None:
    frame = tmp_path / "index.html"
    frame.write_text("<script>1</script>", encoding="utf-8")

    house = guard(GOOD.__getitem__, frame).kwargs["house"]

    assert isinstance(house, House)
    assert len(house.scripts) == 1
    assert house.quotas.largest_upload == 10 * 1024 * 1024


def test_the_store_is_opened_by_the_first_claim_and_refuses_an_unknown_link(tmp_path: Path) -> None:
    door = StoreDoor()
    assert list(tmp_path.iterdir()) == []

    with pytest.raises(LinkUnusableError):
        door.claim(ShareKey.fresh(), Attempt(address="203.0.113.7"))

    assert (tmp_path / "workbook.db").exists()
    door.close()
