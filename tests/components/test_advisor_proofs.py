"""Proofs are named and drawn only where the owner opened them, and one paper at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, EvidenceFile
from accord.evidence.examining import examine
from accord.evidence.sheaf import pack
from accord.store import NewFile
from components import link_door
from components.pictures import KIND
from tests.accord.evidence.specimens import as_bytes, specimen
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import example

ROOM = "advisor_view.room()"
SHEAF = pack(examine(as_bytes(specimen(24))))
FILE = NewFile(SHEAF, KIND)


def _case() -> Case:
    case = example()
    case.evidence[1].files = [EvidenceFile(id=FILE.id.hex(), pages=1, size=len(SHEAF))]
    return case


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch, _case()) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        found.store.attach(found.key, FILE)
        yield found


def _money(*, looked_at: bool = False) -> AppTest:
    app = drawn(ROOM, advisor_part="money")
    if looked_at:
        app.session_state[f"advisor_proof_{_case().evidence[1].id}"] = True
        app.run()
    return app


def _named(app: AppTest) -> bool:
    return _case().evidence[1].title in [box.label for box in app.expander]


def test_proofs_are_named_only_where_the_link_shows_them(own: Shared) -> None:
    own.hand_over(own.link())
    assert not _named(_money())

    own.hand_over(own.link(evidence=True))

    app = _money()
    assert not app.exception
    assert _named(app)
    assert not app.get("image")


def test_the_pages_of_the_paper_looked_at_are_drawn_and_stay_in_no_session(own: Shared) -> None:
    own.hand_over(own.link(evidence=True))
    app = _money(looked_at=True)

    pictures = app.get("image")
    assert len(pictures) == 1
    assert "data:image/jpeg;base64," in str(pictures[0].proto)
    assert "data:image" not in repr(app.session_state)


def test_a_damaged_picture_is_told_and_the_rest_stands(own: Shared) -> None:
    own.store.detach(own.key, FILE.id)
    own.store.attach(own.key, NewFile(SHEAF[:40], KIND, id=FILE.id))
    own.hand_over(own.link(evidence=True))

    app = _money(looked_at=True)

    assert not app.exception
    assert not app.get("image")
    assert any("图片" in element.value for element in app.markdown)


def test_a_withdrawn_paper_is_named_no_more(own: Shared) -> None:
    own.store.detach(own.key, FILE.id)
    own.hand_over(own.link(evidence=True))

    assert not _named(_money())
