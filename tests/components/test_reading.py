"""Which room a session is in, and that a shared case is read anew, masked, and never kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from accord.store import Change, Role, View
from components import link_door, reading
from components.session import answer, current_case, open_problems, replace_case, set_answer
from tests.components.advised import Shared, shared
from tests.components.opened import example

CASE = example()
CREDITOR = f"debts.{CASE.debts[0].id}.creditor"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    monkeypatch.setattr(st, "session_state", {reading.ROOM: True})
    monkeypatch.setattr(link_door, "served", lambda: True)
    with shared(tmp_path, monkeypatch) as found:
        yield found
    reading.end_run()


def test_the_address_settles_the_room_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", {"shared": "1"})
    reading.enter("start")
    assert reading.on()

    monkeypatch.setattr(st, "query_params", {})
    reading.enter("start")
    assert reading.on()


def test_who_comes_by_a_link_begins_in_the_shared_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", {})
    reading.enter("advisor")

    assert reading.on()


def test_an_owner_who_looks_at_that_page_stays_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", {})
    reading.enter("start")
    reading.enter("advisor")

    assert not reading.on()


def test_without_the_address_nobody_reads_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", {})
    reading.enter("start")

    assert not reading.on()
    assert not reading.closed("private.ceiling")


def test_the_case_is_the_shared_one_masked(own: Shared) -> None:
    own.hand_over(own.link())

    assert current_case().debts[0].creditor == CASE.debts[0].creditor
    assert current_case().person.name == f"{CASE.person.name[0]}＊＊"
    assert current_case().private.ceiling is None


def test_no_answer_is_taken_and_none_stays(own: Shared) -> None:
    own.hand_over(own.link())
    before = own.store.open(own.key).case()

    assert not set_answer(CREDITOR, "another bank")
    current_case().debts = []
    replace_case(example("zhou_min_mortgage"))

    assert answer(CREDITOR) == CASE.debts[0].creditor
    assert open_problems() == {}
    assert own.store.open(own.key).case() == before
    assert set(st.session_state) == {reading.ROOM}


def test_a_reader_chooses_which_debt_to_look_at_and_nothing_else(own: Shared) -> None:
    own.hand_over(own.link())

    assert set_answer("package.debt_id", "debt-9")
    assert not set_answer("package.language", "en")

    assert current_case().package.debt_id == "debt-9"
    assert current_case().package.language == CASE.package.language


def test_what_the_owner_changes_is_read_at_the_next_run(own: Shared) -> None:
    own.hand_over(own.link())
    reading.begin_run()
    first = current_case().debts[0].creditor
    text = own.store.open(own.key).sections["debts"]
    own.store.save(own.key, Change("debts", text.data.replace(first.encode(), "西山银行".encode()), text.version))

    assert current_case().debts[0].creditor == first
    reading.begin_run()
    assert current_case().debts[0].creditor == "西山银行"


def test_what_only_owners_do_is_not_done_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    act = reading.owners_only(done.append)
    monkeypatch.setattr(st, "session_state", {reading.ROOM: True})
    act("read")
    monkeypatch.setattr(st, "session_state", {reading.ROOM: False})
    act("own")

    assert done == ["own"]


def test_private_answers_are_closed_one_by_one(own: Shared) -> None:
    own.hand_over(own.link(view=View(private_fields=("private.ceiling",))))

    assert not reading.closed("private.ceiling")
    assert reading.closed("private.best_alternative")
    assert reading.closed("private.gates.debt-1.court_date")
    assert not reading.closed("person.name")
    assert set(current_case().private.gates) == {debt.id for debt in CASE.debts}


def test_a_link_that_is_withdrawn_leaves_an_empty_case(own: Shared) -> None:
    link = own.link()
    own.hand_over(link)
    assert current_case().debts
    own.store.revoke(own.key, link.id)

    assert current_case().debts == []
    assert reading.shared() is None
    assert reading.closed("private.ceiling")


def test_without_a_ticket_there_is_nothing_to_read(own: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_door, "kept_text", lambda *_asked: "")

    assert reading.begin_run() is None
    assert current_case().debts == []
    assert own.store.shares(own.key) == []


@pytest.mark.parametrize(("role", "may"), [(Role.COMMENT, True), (Role.LOOK, False)])
def test_the_role_says_who_may_comment(own: Shared, role: Role, may: bool) -> None:  # noqa: FBT001  a case of the table
    own.hand_over(own.link(role))
    found = reading.begin_run()

    assert isinstance(found, reading.Shared)
    assert found.may_comment is may
    assert found.version("debts") == 1
    assert found.version("nothing") == 0


def test_clearing_leaves_the_room_and_the_language_alone(own: Shared) -> None:
    own.hand_over(own.link())
    st.session_state.update({"language": "en", "advisor_words": "begun", reading.VIEW: {"package.debt_id": "debt-1"}})

    reading.clear()

    assert dict(st.session_state) == {reading.ROOM: True, "language": "en"}


def test_what_a_fragment_left_goes_at_the_next_look_and_not_in_a_run(own: Shared) -> None:
    own.hand_over(own.link())
    reading.begin_run()
    st.session_state.update({"shown:person.name": "somebody", "cache": {"creditor": "a bank"}, "toggle": True})
    reading.tidy()
    assert "cache" in st.session_state

    reading.end_run()
    st.session_state["shown:person.name"] = "somebody"
    reading.tidy()

    assert set(st.session_state) == {reading.ROOM, "toggle"}
