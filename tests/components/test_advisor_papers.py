"""The advisor's copy as one PDF: made on a tap, handed out by the one way, gone with the link."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.store import Change
from components import advisor_papers, link_door
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import words

ROOM = "advisor_view.room()"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        yield found


def test_the_pdf_is_made_on_a_tap_and_can_be_taken(own: Shared) -> None:
    own.hand_over(own.link())
    app = drawn(ROOM, advisor_part="papers")
    assert advisor_papers.MADE not in app.session_state

    app.button(key="advisor_pdf_make").click().run()

    assert app.session_state[advisor_papers.MADE].data.startswith(b"%PDF")
    assert [button.proto.label for button in app.get("download_button")] == ["下载 PDF"]


def test_what_the_owner_changes_asks_for_a_new_one(own: Shared) -> None:
    own.hand_over(own.link())
    app = drawn(ROOM, advisor_part="papers")
    app.button(key="advisor_pdf_make").click().run()
    text = own.store.open(own.key).sections["debts"]
    own.store.save(own.key, Change("debts", text.data.replace(b"79200", b"79300"), text.version))

    app.run()

    assert [button.key for button in app.button if button.key == "advisor_pdf_make"]
    assert not app.get("download_button")


def test_the_pdf_goes_with_the_link(own: Shared) -> None:
    link = own.link()
    own.hand_over(link)
    app = drawn(ROOM, advisor_part="papers")
    app.button(key="advisor_pdf_make").click().run()

    own.store.revoke(own.key, link.id)
    app.run()

    assert advisor_papers.MADE not in app.session_state
    assert "%PDF" not in repr(app.session_state)
    assert not words(app)
