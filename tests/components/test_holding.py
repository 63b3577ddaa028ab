"""What a session holds of a draft: a key taken up, trouble remembered, another tab's answers let in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import update

from accord.case import Case
from accord.case.workbook import write_workbook
from accord.store import Consent, Store, split
from accord.store.tables import sections
from components import holding, storeroom
from components.kept import Kept
from components.session import current_case, replace_case, set_answer
from tests.components.opened import example
from tests.components.stores import cut_off, opened_store


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    monkeypatch.setattr(st, "session_state", {})
    with opened_store(tmp_path) as found:
        monkeypatch.setattr(storeroom, "store", lambda: found)
        yield found


def kept_key(store: Store) -> str:
    return store.create(write_workbook(example()), Consent(given=True)).text


def test_a_key_opens_its_draft_and_early_answers_are_put_on_top(store: Store) -> None:
    replace_case(Case())
    set_answer("person.name", "王小明")

    holding.take_key(kept_key(store))

    assert current_case().person.name == "王小明"
    assert current_case().debts == example().debts


def test_a_draft_changed_from_outside_is_left_alone_and_nothing_is_kept_over_it(store: Store) -> None:
    key = kept_key(store)
    store.database.write(lambda connection: connection.execute(update(sections).values(ct=b"\x00" * 80)))

    holding.take_key(key)

    assert holding.kept() is None
    assert holding.state()["trouble"] == "damaged"


def test_a_store_that_cannot_be_reached_is_tried_again_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "REST", 0.0)
    key = kept_key(store)
    with cut_off():
        holding.take_key(key)
        assert holding.state()["trouble"] == "down"
    set_answer("person.name", "王小明")

    assert holding.to_store()

    assert current_case().debts == example().debts
    assert holding.state()["trouble"] == ""


def test_while_it_rests_the_store_is_not_asked(store: Store) -> None:
    holding.take_key(kept_key(store))
    with cut_off():
        set_answer("person.name", "王小明")
        holding.to_store()
    asked = holding.state()["rest_until"]

    assert not holding.to_store()
    assert holding.state()["rest_until"] == asked


def test_what_was_refused_stays_visible_when_another_tab_comes_in() -> None:
    replace_case(example())
    set_answer("debts.debt-1.principal", "viel")
    other = example()
    other.person.name = "王小明"

    assert holding.go_on_with(other)

    assert current_case().person.name == "王小明"
    assert st.session_state["raws"] == {"debts.debt-1.principal": "viel"}


def test_the_same_case_is_no_news() -> None:
    replace_case(example())

    assert not holding.go_on_with(example())


def test_a_copy_left_in_the_browser_is_brought_together_with_the_store(store: Store) -> None:
    holding.take_key(kept_key(store))
    copy = example()
    copy.person.name = "王小明"

    holding.bring_together(copy, split(write_workbook(example())))
    holding.to_store()

    found = holding.kept()
    assert isinstance(found, Kept)
    assert found.differences == []
    assert "王小明" in Kept(found.key).open(store).decode()


def test_a_copy_that_the_store_has_changes_nothing(store: Store) -> None:
    holding.take_key(kept_key(store))

    holding.bring_together(example(), {})

    found = holding.kept()
    assert found is not None
    assert found.settled
