"""What an advisor says goes beside the case, and only where the link allows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.case.places import About
from accord.case.review import chapter_answers
from accord.store import Role
from components import link_door
from components.remarks import CHECKED, SUGGEST, about_answers, about_papers
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import example, words

ROOM = "advisor_view.room()"
CASE = example()
PRINCIPAL = f"debts.{CASE.debts[0].id}.principal"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        found.hand_over(found.link(Role.COMMENT))
        yield found


def _about(path: str, kind: str = "remark") -> AppTest:
    app = drawn(ROOM, advisor_part="answers")
    app.selectbox(key="advisor_chapter").set_value("materials").run()
    app.selectbox(key="advisor_about").set_value(path).run()
    app.button_group(key="advisor_kind").set_value(kind).run()
    return app


def test_every_answer_and_every_group_is_a_place_with_words() -> None:
    places = about_answers(CASE, chapter_answers(CASE, "materials"))

    assert {"debts", PRINCIPAL} <= {place.path for place in places}
    assert all(place.words for place in places)
    assert SUGGEST in {place.path: place.kinds for place in places}[PRINCIPAL]
    assert about_papers(CASE)[0].words


def test_a_remark_is_kept_with_its_place_and_name(own: Shared) -> None:
    app = _about(PRINCIPAL)
    app.text_area(key="advisor_words").set_value("Is the fee in this?")
    app.text_input(key="advisor_name").set_value("Lawyer Zhang")
    app.button(key="advisor_send").click().run()

    kept = own.store.comments(own.key)
    assert [(row.section, row.about, row.words, row.name) for row in kept] == [
        ("debts", PRINCIPAL, "Is the fee in this?", "Lawyer Zhang")
    ]
    assert len(app.success) == 1
    assert app.text_area(key="advisor_words").value == ""


def test_a_suggested_value_remembers_the_version_it_is_about(own: Shared) -> None:
    app = _about(PRINCIPAL, SUGGEST)
    app.text_input(key="advisor_value").set_value("85,000")
    app.text_input(key="advisor_reason").set_value("The October bill says so.")
    app.button(key="advisor_send").click().run()

    (kept,) = own.store.suggestions(own.key)
    assert (kept.about, kept.value, kept.reason) == (PRINCIPAL, "85,000", "The October bill says so.")
    assert kept.base == own.store.open(own.key).sections["debts"].version


def test_a_value_that_cannot_be_read_is_refused_at_once(own: Shared) -> None:
    app = _about(PRINCIPAL, SUGGEST)
    app.text_input(key="advisor_value").set_value("quite a lot")
    app.button(key="advisor_send").click().run()

    assert len(app.error) == 1
    assert own.store.suggestions(own.key) == []


def test_nothing_written_is_nothing_sent(own: Shared) -> None:
    app = _about(PRINCIPAL)
    app.button(key="advisor_send").click().run()

    assert len(app.error) == 1
    assert own.store.comments(own.key) == []


def test_a_mark_says_which_version_was_checked(own: Shared) -> None:
    app = _about("debts", CHECKED)
    app.button(key="advisor_send").click().run()

    (kept,) = own.store.comments(own.key)
    assert About.read(kept.about) == About("debts", own.store.open(own.key).sections["debts"].version)


def test_what_was_said_can_be_read_and_taken_back(own: Shared) -> None:
    app = _about(PRINCIPAL)
    app.text_area(key="advisor_words").set_value("Is the fee in this?")
    app.button(key="advisor_send").click().run()
    app = drawn(ROOM, advisor_part="remarks")
    assert "Is the fee in this?" in words(app).replace("\\", "")

    app.button(key=f"advisor_back_{own.store.comments(own.key)[0].id.hex()}").click().run()

    assert own.store.comments(own.key) == []


def test_a_remark_written_while_the_link_is_withdrawn_is_refused(own: Shared) -> None:
    app = _about(PRINCIPAL)
    app.text_area(key="advisor_words").set_value("Too late")
    own.store.revoke(own.key, own.store.shares(own.key)[0].id)
    app.button(key="advisor_send").click().run()

    assert own.store.comments(own.key) == []
    assert not app.text_area
