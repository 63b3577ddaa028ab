"""Typed and never saved text is put in once its field is drawn; never over something newer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st

from accord import serving
from accord.crypto import OwnerKey
from accord.store import Store, Typed
from components import drawer, keeping, storeroom, typed
from components.kept import Kept
from tests.components.browsers import Browser, agree, own_browser
from tests.components.opened import example
from tests.components.stores import cut_off

CAUSE, NAME, PRINCIPAL = "answer-position-cause_words", "answer-person-name", "answer-debts-debt-1-principal"


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Browser]:
    yield own_browser(monkeypatch, tmp_path)
    storeroom.close()


@pytest.fixture
def cookie(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Return a browser whose key is a cookie, with a kept draft."""
    agree(browser.open(case=example()))
    monkeypatch.setattr(serving, "_ways", ["serve"])
    monkeypatch.setattr(keeping, "kept_text", lambda _cookies, _name: browser.key)
    return browser


def _store() -> Store:
    found = storeroom.store()
    assert found is not None
    return found


def _put_by(browser: Browser, field: str, text: str, was: str) -> None:
    _store().leave(OwnerKey.parse(browser.key), Typed("page-00000001", field, text, was))


def _waiting(browser: Browser) -> int:
    return len(_store().pending(OwnerKey.parse(browser.key)))


def test_what_the_tabs_drawer_held_is_put_in(browser: Browser) -> None:
    browser.typed = {NAME: ["王小明", ""]}

    assert browser.open().session_state["case"].person.name == "王小明"


def test_a_row_that_came_with_the_draft_takes_its_text_too(browser: Browser) -> None:
    agree(browser.open(case=example()))
    browser.typed = {PRINCIPAL: ["1.2万", "79,200"]}

    assert browser.open().session_state["case"].debts[0].principal == 12_000


def test_what_a_page_put_by_is_put_in_saved_and_forgotten(cookie: Browser) -> None:
    _put_by(cookie, CAUSE, "公司七月关门", example().position.cause_words)

    app = cookie.open()

    assert app.session_state["case"].position.cause_words == "公司七月关门"
    assert _waiting(cookie) == 0
    assert cookie.open().session_state["case"].position.cause_words == "公司七月关门"


def test_a_text_waits_until_its_field_is_drawn(cookie: Browser) -> None:
    _put_by(cookie, "answer-private-best_alternative", "向家里借", example().private.best_alternative)

    app = cookie.open("7_emergencies")
    assert _waiting(cookie) == 1
    app.switch_page("pages/2_your_position.py").run()

    assert app.session_state["case"].private.best_alternative == "向家里借"
    assert _waiting(cookie) == 0


def test_something_newer_is_not_overwritten_and_both_can_be_had(cookie: Browser) -> None:
    _put_by(cookie, NAME, "王小明", "以前的名字")

    app = cookie.open()
    assert app.session_state["case"].person.name == example().person.name
    app.button(key="clash_mine_0").click().run()

    assert app.session_state["case"].person.name == "王小明"


def test_what_stands_there_already_is_only_forgotten(cookie: Browser) -> None:
    _put_by(cookie, NAME, example().person.name, "以前的名字")

    app = cookie.open()

    assert not any(button.key == "clash_mine_0" for button in app.button)
    assert _waiting(cookie) == 0


def test_what_stands_in_a_field_that_a_new_server_never_drew_is_answered_too(cookie: Browser) -> None:
    app = cookie.open()
    app.session_state[typed.LEFT] = [typed.Left(NAME, "王小明", example().person.name)]
    app.session_state["answer:person.name"] = "王小明"

    app.run()

    assert app.session_state["case"].person.name == "王小明"


def test_a_store_that_is_away_leaves_the_page_as_it_is(cookie: Browser) -> None:
    app = cookie.open()

    with cut_off():
        app.switch_page("pages/3_channel.py").run()

    assert not app.exception


def test_a_field_that_left_the_page_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: dict[str, Callable[[], None]] = {}
    monkeypatch.setattr(drawer, "_mount", lambda **named: heard.update(left=named["on_left_change"]))
    monkeypatch.setattr(st, "session_state", {"keeper_page": {"left": {NAME: ["abc", ""]}}})
    drawer.ask("page", "save")

    heard["left"]()

    assert [left.text for left in st.session_state[typed.LEFT]] == ["abc"]


def test_a_slow_browser_that_sends_what_stood_before_does_not_take_the_text_back(cookie: Browser) -> None:
    _put_by(cookie, CAUSE, "公司七月关门", example().position.cause_words)
    app = cookie.open()

    app.text_input(key="answer:position.cause_words").set_value(example().position.cause_words).run()
    assert app.session_state["case"].position.cause_words == "公司七月关门"
    app.text_input(key="answer:position.cause_words").set_value("另有原因").run()

    assert app.session_state["case"].position.cause_words == "另有原因"


def test_words_still_on_their_way_are_looked_for_a_few_times(cookie: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie.open()
    monkeypatch.setattr(st, "session_state", {"kept": Kept(OwnerKey.parse(cookie.key))})
    typed.expect(["page-00000001"])

    tries = [_looked() for _time in range(typed.TRIES)]

    assert tries == [*reversed(range(typed.TRIES))]


def test_looking_once_more_gives_up_none_that_is_still_missing(
    cookie: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie.open()
    monkeypatch.setattr(st, "session_state", {"kept": Kept(OwnerKey.parse(cookie.key))})
    typed.expect(["page-00000001"])
    before = _looked()

    typed.expect([])

    assert _looked() == before - 1 > 0


def test_words_that_came_are_looked_for_no_more(cookie: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie.open()
    _put_by(cookie, NAME, "王小明", "")
    monkeypatch.setattr(st, "session_state", {"kept": Kept(OwnerKey.parse(cookie.key))})

    typed.expect(["page-00000001"])

    assert _looked() == 0
    typed.expect(["page-00000001"])
    assert typed.still_missing() == 0


def _looked() -> int:
    typed.from_store()
    return typed.still_missing()


def test_what_the_same_hands_saved_in_between_is_nobody_elses(browser: Browser) -> None:
    agree(browser.open(case=example()))
    shown = "79,200"
    browser.typed = {PRINCIPAL: ["94000", "86,400", "80000", shown.replace(",", "")]}

    assert browser.open().session_state["case"].debts[0].principal == 94_000


@pytest.mark.parametrize("before", ["79200", "7.92万", "７９２００", "79,200.00"])
def test_an_amount_drawn_anew_in_another_writing_is_nothing_newer(before: str, browser: Browser) -> None:
    agree(browser.open(case=example()))
    browser.typed = {PRINCIPAL: ["94000", before]}

    app = browser.open()

    assert app.session_state["case"].debts[0].principal == 94_000
    assert not any(button.key == "clash_mine_0" for button in app.button)
