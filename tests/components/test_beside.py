"""Remarks stand beside what they are about, on the chapter's own page, for both sides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from accord.crypto import Ticket
from accord.store import Attempt, NewComment, NewSuggestion, Role
from accord.store.records import SEEN
from components import beside, link_door, reading
from tests.components.advised import Shared, links, read, shared
from tests.components.opened import example, opened, words

CASE = example()
ROW = f"debts.{CASE.debts[0].id}"
PRINCIPAL = f"{ROW}.principal"
PLACES = (PRINCIPAL, ROW, "debts", "chapter.materials", "incomes.income-99", "household.adults")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        yield found


@pytest.fixture
def advisor(own: Shared) -> Ticket:
    return own.hand_over(own.link())


def _say(own: Shared, advisor: Ticket, about: str, text: str = "Please look") -> NewComment:
    new = NewComment(about.partition(".")[0], text, about, "Zhang")
    own.store.comment(advisor, new)
    return new


@pytest.mark.parametrize("about", PLACES)
def test_the_owner_sees_a_remark_once_on_its_chapter_wherever_it_belongs(
    own: Shared, advisor: Ticket, about: str
) -> None:
    name = _say(own, advisor, about).id.hex()
    own.as_owner()

    app = opened("4_materials", example(), language="en")

    assert [button.key for button in app.button if button.key == f"remark_answer_{name}"]
    assert "1 remark on this chapter" in words(app)
    assert f"remark_answer_{name}" not in [button.key for button in opened("2_your_position", example()).button]


def test_what_was_seen_on_one_device_is_not_new_on_another(own: Shared, advisor: Ticket) -> None:
    remark = _say(own, advisor, PRINCIPAL)
    own.as_owner()
    assert any("1 条新意见" in label for label in links(opened("2_your_position", example())))

    opened("4_materials", example())

    assert not any("新意见" in label for label in links(opened("2_your_position", example())))
    marks = [row for row in own.store.comments(own.key) if row.mark == SEEN]
    assert [row.of for row in marks] == [(remark.id,)]


def test_a_card_with_a_remark_stands_open(own: Shared, advisor: Ticket) -> None:
    _say(own, advisor, PRINCIPAL)
    own.as_owner()

    app = opened("4_materials", example())

    assert [row.label for row in app.expander if row.proto.expanded]


def test_a_suggested_value_is_taken_beside_its_answer(own: Shared, advisor: Ticket) -> None:
    new = NewSuggestion("debts", PRINCIPAL, "85000", 1, name="Zhang")
    own.store.suggest(advisor, new)
    own.as_owner()
    app = opened("4_materials", example())

    app.button(key=f"take_{new.id.hex()}").click().run()

    assert app.text_input(key=f"answer:{PRINCIPAL}").value == "85,000"
    assert f"take_{new.id.hex()}" not in [button.key for button in app.button]


def test_nobody_without_a_link_has_boxes_for_remarks(own: Shared) -> None:
    own.as_owner()
    app = opened("4_materials", example())

    assert not [button for button in app.button if str(button.key).startswith("remark_")]


def test_a_reader_says_something_at_a_field_and_at_the_chapter(own: Shared, advisor: Ticket) -> None:
    assert own.store.comments(advisor) == []
    for about in (PRINCIPAL, "chapter.materials"):
        app = read("4_materials")
        app.button(key=f"remark_open_{about}").click().run()
        app.text_area(key="advisor_words").set_value(f"About {about}")
        app.text_input(key="advisor_name").set_value("张律师")
        app.button(key="advisor_send").click().run()
        assert len(app.success) == 1

    kept = own.store.comments(own.key)
    assert {(row.about, row.words, row.name) for row in kept} == {
        (PRINCIPAL, f"About {PRINCIPAL}", "张律师"),
        ("chapter.materials", "About chapter.materials", "张律师"),
    }


def test_the_form_goes_with_a_second_tap(own: Shared, advisor: Ticket) -> None:
    app = read("2_your_position")
    app.button(key="remark_open_position.cause").click().run()
    assert len(app.text_area(key="advisor_words").label) > 0

    app.button(key="remark_open_position.cause").click().run()

    assert "advisor_words" not in [box.key for box in app.text_area]
    assert own.store.comments(advisor) == []


def test_who_may_only_look_is_offered_no_remark(own: Shared) -> None:
    own.hand_over(own.link(Role.LOOK))
    app = read("4_materials")

    assert not [button for button in app.button if str(button.key).startswith("remark_")]


def test_the_reader_sees_the_owners_answer_beside_the_field(own: Shared, advisor: Ticket) -> None:
    remark = _say(own, advisor, PRINCIPAL)
    own.store.comment(own.key, NewComment("debts", "It is in the bill", PRINCIPAL, of=(remark.id,)))

    assert "It is in the bill" in words(read("4_materials", language="en"))


def test_another_visitors_remarks_stay_with_the_shared_workbook(own: Shared, advisor: Ticket) -> None:
    _say(own, advisor, PRINCIPAL, "MARKER")
    own.store.claim(own.link().key, Attempt())

    assert "MARKER" not in words(opened("4_materials", example()))


def test_a_fragment_drawn_by_itself_reads_for_itself(
    own: Shared, advisor: Ticket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "session_state", {reading.ROOM: True})
    monkeypatch.setattr(beside, "FRESH", 0.0)
    beside.begin("materials")
    beside.end("")
    assert not beside.talked_about(ROW)

    _say(own, advisor, PRINCIPAL)

    assert beside.talked_about(ROW)
    assert not beside.talked_about("incomes")
    beside.end("")


def test_where_nobody_says_anything_a_fragment_reads_nothing(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    own.hand_over(own.link(Role.LOOK))
    monkeypatch.setattr(st, "session_state", {reading.ROOM: True})
    beside.begin("materials")
    monkeypatch.setattr(own.store, "comments", lambda _key: pytest.fail("nothing is read"))

    assert not beside.talked_about(ROW)
