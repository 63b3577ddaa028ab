"""The parts of the hardened server are put together from the settings in force."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.crypto import OwnerKey, ShareKey
from accord.store import Attempt, Consent, DownError, LinkUnusableError, ShareTerms, Typed
from accord.store.house import HOUSE, shared
from tests.components.stores import cut_off
from tests.web.test_selfcheck import GOOD
from web.guard import House
from web.routes import StoreDoor, guard, known_hosts, routes, spent

RESERVED = ("/_stcore/", "/media/", "/component/", "/static/")


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("WB_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    HOUSE.close()
    yield
    HOUSE.close()


def test_every_route_of_ours_leaves_streamlits_own_alone() -> None:
    paths = [route.path for route in routes(GOOD.__getitem__)]

    assert {
        "/help",
        "/open",
        "/open.js",
        "/api/key",
        "/api/claim",
        "/api/forget",
        "/api/leave",
        "/api/pending",
        "/api/erase",
    } <= set(paths)
    assert [path for path in paths if path.startswith(RESERVED)] == []


def test_hosts_come_from_the_settings_and_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://help.example.com")

    hosts = known_hosts((GOOD | {"server.allowedHosts": ["a.example"]}).__getitem__)

    assert hosts.allowed == ("a.example", "help.example.com")


def test_the_guard_knows_the_frames_script_and_the_largest_upload(tmp_path: Path) -> None:
    frame = tmp_path / "index.html"
    frame.write_text("<script>1</script>", encoding="utf-8")

    house = guard(GOOD.__getitem__, frame).kwargs["house"]

    assert isinstance(house, House)
    assert len(house.scripts) == 1
    assert house.quotas.largest_upload == 64 * 1024 * 1024


def test_the_store_is_opened_by_the_first_claim_and_refuses_an_unknown_link(tmp_path: Path) -> None:
    door = StoreDoor()
    assert list(tmp_path.iterdir()) == []

    with pytest.raises(LinkUnusableError):
        door.claim(ShareKey.fresh(), Attempt(address="203.0.113.7"))

    assert (tmp_path / "workbook.db").exists()


def test_routes_and_screens_share_one_store(tmp_path: Path) -> None:
    door, key = StoreDoor(), shared().create(b"{}", Consent(given=True))
    door.leave(key, Typed("page-one-1", "field", "typed"))
    assert door.known(key)
    assert [typed.text for typed in shared().pending(key)] == ["typed"]
    assert door.take_up(key, ["page-one-1"]) == 1

    assert door.erase(key).rows["workbooks"] == 1
    assert not door.known(key)
    assert (tmp_path / "workbook.db").exists()


def test_a_setting_that_cannot_be_used_is_told_to_a_visitor_as_being_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://nowhere")

    with pytest.raises(DownError):
        StoreDoor().known(OwnerKey.fresh())


def test_a_ticket_is_spent_when_its_link_is_withdrawn_and_not_while_nobody_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = shared()
    key = store.create(b"{}", Consent(given=True))
    link = store.share(key, ShareTerms(consent=True))
    ticket = store.claim(link.key, Attempt()).text
    assert not spent(ticket)
    with monkeypatch.context() as away, cut_off():
        away.setattr(time, "sleep", lambda _seconds: None)
        assert not spent(ticket)

    store.revoke(key, link.id)
    assert spent(ticket)
    assert spent("no ticket at all")
