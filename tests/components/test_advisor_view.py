"""The advisor's room: what the link allows, masked, and nothing at all once it is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.errors import AccordError
from accord.store import Change, Role, View
from components import link_door, reading, storeroom
from components.advisor_parts import PARTS, REMARKS
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import example, opened, words

ROOM = "advisor_view.room()"
CASE = example()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        yield found


def _at(part: str) -> AppTest:
    return drawn(ROOM, advisor_part=part)


def _everything() -> str:
    return "\n".join(words(_at(part)) for part in PARTS)


def test_without_a_link_there_is_only_the_door(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_door, "kept_text", lambda *_asked: "")
    app = drawn(ROOM)

    assert [box.key for box in app.text_input] == [link_door.PASTED, link_door.CODE]
    assert CASE.debts[0].creditor not in words(app)
    assert own.store.shares(own.key) == []


def test_the_triage_comes_first_and_says_what_is_closed(own: Shared) -> None:
    own.hand_over(own.link())
    app = drawn(ROOM)

    assert "要点（供顾问先看）" in words(app)
    assert CASE.debts[0].creditor in words(app)
    assert "写信前要弄清的问题" in app.info[0].value


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("part", [*PARTS, REMARKS])
def test_every_part_draws(own: Shared, part: str, language: str) -> None:
    own.hand_over(own.link(view=View(unmasked=True, private_fields=("private.gates", "private.ceiling"))))

    app = drawn(ROOM, language=language, advisor_part=part)

    assert app.session_state["advisor_part"] == part
    assert not app.exception
    assert not app.warning


def test_names_and_numbers_stand_nowhere_unless_they_were_opened(own: Shared) -> None:
    own.hand_over(own.link())
    shown = _everything()

    for secret in (CASE.person.name, CASE.person.phone, CASE.person.email):
        assert not secret or secret not in shown.replace("\\", "")


def test_the_private_part_stands_nowhere_unless_it_was_opened(own: Shared) -> None:
    ceiling = f"{CASE.private.ceiling:,.2f}"
    closed, opened_up = own.link(), own.link(view=View(private_fields=("private.ceiling",)))

    own.hand_over(closed)
    shown = _everything().replace("\\", "")
    assert not CASE.private.best_alternative or CASE.private.best_alternative not in shown
    assert "每月最多能还" not in shown
    own.hand_over(opened_up)
    shown = _everything().replace("\\", "")
    assert ceiling in shown
    assert not CASE.private.best_alternative or CASE.private.best_alternative not in shown


def test_a_link_that_may_only_look_offers_no_remark(own: Shared) -> None:
    own.hand_over(own.link(Role.LOOK))
    app = _at("answers")

    assert not app.button
    assert not app.text_area


def test_a_withdrawn_link_leaves_nothing_on_the_page_or_in_the_session(own: Shared) -> None:
    link = own.link()
    own.hand_over(link)
    app = _at("answers")
    app.text_area(key="advisor_words").set_value("看过了").run()

    own.store.revoke(own.key, link.id)
    app.run()

    assert CASE.debts[0].creditor not in words(app)
    assert len(app.warning) == 1
    assert "'advisor_" not in repr(app.session_state)
    assert CASE.debts[0].creditor not in repr(app.session_state)


def test_what_the_owner_changes_is_another_stamp(own: Shared) -> None:
    ticket = own.hand_over(own.link())
    before = reading.stamp(own.store, ticket)
    assert reading.stamp(own.store, ticket) == before

    text = own.store.open(own.key).sections["debts"]
    own.store.save(own.key, Change("debts", text.data + b" ", text.version))
    changed = reading.stamp(own.store, ticket)
    own.store.revoke(own.key, own.store.shares(own.key)[0].id)

    assert len({before, changed, reading.stamp(own.store, ticket)}) == 3
    assert isinstance(reading.opened(own.store, ticket), AccordError)


def test_the_readers_own_draft_is_left_alone(own: Shared) -> None:
    own.hand_over(own.link())
    mine = example("zhou_min_mortgage")
    app = opened("advisor", mine)

    assert app.session_state["case"].person.name == mine.person.name
    assert CASE.debts[0].creditor in words(app)
    assert mine.debts[0].creditor not in words(app)


def test_without_a_store_it_says_so(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    own.hand_over(own.link())
    monkeypatch.setattr(storeroom, "store", lambda: None)

    app = drawn(ROOM)

    assert len(app.warning) == 1
    assert words(app) == ""
