"""The way in by a link: pasted or taken out of the address, with its code; told alike whatever is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from accord.crypto import ShareKey
from components import link_door
from tests.components.advised import ADDRESS, Shared, drawn, read, shared
from tests.components.opened import example, opened, words

ROOM = "advisor_view.room()"
CREDITOR = example().debts[0].creditor


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        yield found


def _try(pasted: str, code: str = "") -> AppTest:
    app = drawn(ROOM)
    app.text_input(key=link_door.PASTED).set_value(pasted)
    app.text_input(key=link_door.CODE).set_value(code)
    return app.button(key="door_open").click().run()


def test_a_pasted_link_opens_and_its_secret_is_not_kept_beside_the_ticket(own: Shared) -> None:
    link = own.link()

    app = _try(f"  {ADDRESS}/open#{link.key.text} ")

    assert CREDITOR in words(app)
    assert link.key.text not in repr(app.session_state)


def test_the_code_is_asked_for_and_the_link_need_not_be_pasted_again(own: Shared) -> None:
    link = own.link(with_code=True)
    app = _try(f"{ADDRESS}/advisor#{link.key.text}")
    assert len(app.warning) == 1
    assert CREDITOR not in words(app)

    app.text_input(key=link_door.CODE).set_value(link.code)
    app.button(key="door_open").click().run()

    assert CREDITOR in words(app)


def test_a_link_from_the_address_is_held_until_its_code_is_right(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    link = own.link(with_code=True)
    monkeypatch.setattr(link_door, "_mount", lambda **_asked: SimpleNamespace(found={"link": link.key.text}))
    app = read("advisor")
    for code in ("2222-3333", link.code):
        app.text_input(key=link_door.CODE).set_value(code)
        app.button(key="door_open").click().run()

    assert CREDITOR in words(app)
    assert CREDITOR in words(app.run())


def test_unknown_withdrawn_and_cut_off_links_are_told_alike(own: Shared) -> None:
    gone = own.link()
    own.store.revoke(own.key, gone.id)
    wrong = ShareKey.fresh().text

    said = {
        _try(text).warning[0].value
        for text in (f"{ADDRESS}/open#{gone.key.text}", f"{ADDRESS}/open#{wrong}", wrong[:20], "", "#", ADDRESS)
    }

    assert len(said) == 1


def test_a_ticket_that_is_none_opens_nothing(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_door, "served", lambda: True)
    monkeypatch.setattr(link_door, "kept_text", lambda *_asked: "wbc1_forged")

    assert CREDITOR not in words(drawn(ROOM))
    assert own.store.shares(own.key) == []


@pytest.mark.parametrize("hardened", [True, False])
def test_a_ticket_that_opens_nothing_any_more_is_taken_out_of_the_browser(
    own: Shared, monkeypatch: pytest.MonkeyPatch, *, hardened: bool
) -> None:
    told: list[object] = []
    monkeypatch.setattr(link_door, "_mount", lambda *, data, **_rest: told.append(data))
    monkeypatch.setattr(link_door, "served", lambda: hardened)
    link = own.link()
    ticket = own.hand_over(link)
    app = drawn(ROOM, door_ticket=ticket.text)
    own.store.revoke(own.key, link.id)
    app.run()

    assert told[-1] == {"ticket": "", "forget": True, "served": hardened}
    assert link_door.TICKET not in app.session_state
    assert link_door.FORGET not in app.session_state


def test_looking_at_the_door_uses_nothing_up(own: Shared) -> None:
    own.link(max_opens=1)

    drawn(ROOM)

    assert own.store.shares(own.key)[0].opens == 0


@pytest.mark.parametrize(("address", "offered"), [("", 0), (ADDRESS, 1), ("ftp://no", 0)])
def test_the_start_page_leads_here_only_where_links_are_offered(
    address: str, offered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLIC_URL", address)

    app = opened("start", language="en")

    assert not app.exception
    labels = [link.proto.label for link in app.get("page_link")]
    assert labels.count("Open a workbook that somebody shared with you") == offered
