"""The draft before and after the person agreed: in the tab, then in the store with the key in the browser."""

import math
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from accord import serving
from accord.case import Case
from accord.case.samples import sample
from accord.case.workbook import read_workbook
from accord.crypto import OwnerKey
from accord.store import UnknownDraftError
from components import drawer, holding, keeping, reading, storeroom
from tests.components.browsers import Browser, agree, own_browser
from tests.components.opened import example, words
from tests.components.stores import cut_off


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Browser]:
    yield own_browser(monkeypatch, tmp_path)
    storeroom.close()


def kept_name(browser: Browser) -> str:
    """Return the name in the kept draft, as the browser's key opens it."""
    store = storeroom.store()
    assert store is not None
    return read_workbook(store.open(OwnerKey.parse(browser.key)).case()).person.name


def rename(app: AppTest, name: str) -> AppTest:
    return app.text_input(key="answer:person.name").set_value(name).run()


def test_nothing_reaches_the_store_before_the_person_agrees(browser: Browser, tmp_path: Path) -> None:
    rename(browser.open(), "王小明")

    assert drawer.unpack(browser.own["body"]).person.name == "王小明"
    assert not (tmp_path / "workbook.db").exists()
    assert browser.key == ""


def test_with_leave_the_draft_moves_into_the_store_and_leaves_the_drawer(browser: Browser) -> None:
    app = agree(browser.open(case=example()))

    assert kept_name(browser) == example().person.name
    assert browser.own == {}
    assert "已保存" in words(app)


def test_each_change_is_saved(browser: Browser) -> None:
    app = agree(browser.open(case=example()))

    rename(app, "王小明")

    assert kept_name(browser) == "王小明"
    assert browser.own == {}


def test_a_new_session_adopts_the_draft_by_the_browsers_key(browser: Browser) -> None:
    agree(browser.open(case=example()))

    again = browser.open()

    assert again.session_state["case"].person.name == example().person.name
    assert again.session_state["case"].debts == example().debts


def test_under_serve_the_cookie_opens_the_draft_without_a_round_trip(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree(browser.open(case=example()))
    monkeypatch.setattr(serving, "_ways", ["serve"])
    monkeypatch.setattr(keeping, "kept_text", lambda _cookies, _name: browser.key)
    monkeypatch.setattr(drawer, "ask", lambda *_slot, **_data: None)

    assert browser.open().session_state["case"].person.name == example().person.name


def test_an_unknown_key_is_said_calmly_and_the_tab_goes_on(browser: Browser) -> None:
    browser.key = OwnerKey.fresh().text

    app = browser.open()

    assert app.warning
    rename(app, "王小明")
    assert drawer.unpack(browser.own["body"]).person.name == "王小明"
    app.button(key="trouble_read").click().run()
    assert not app.warning


def test_a_key_that_is_none_is_passed_over(browser: Browser) -> None:
    browser.key = "wbo1_cut"

    assert not browser.open().warning


def test_while_the_store_is_cut_off_the_tab_holds_a_copy_and_it_goes_in_later(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "REST", 0.0)
    app = agree(browser.open(case=example()))
    with cut_off():
        rename(app, "王小明")
        assert "没有保存" in words(app) or "还没有保存" in words(app)
        assert any(button.key == "trouble_again" for button in app.button)
        assert drawer.unpack(browser.own["body"]).person.name == "王小明"

    app.run()

    assert kept_name(browser) == "王小明"
    assert not app.warning
    assert browser.own == {}


def test_a_refresh_while_the_store_is_cut_off_loses_nothing(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "REST", 0.0)
    app = agree(browser.open(case=example()))
    with cut_off():
        rename(app, "王小明")
        again = browser.open()
        assert again.session_state["case"].person.name == "王小明"

    again.run()

    assert kept_name(browser) == "王小明"
    assert again.session_state["case"].debts == example().debts
    assert again.session_state["kept"].differences == []


def test_two_sessions_that_change_the_same_answer_let_the_person_choose(browser: Browser) -> None:
    here = agree(browser.open(case=example()))
    there = browser.open()
    rename(there, "那边")

    rename(here, "这边")

    assert here.session_state["case"].person.name == "那边"
    assert "这边" in words(here)
    here.button(key="clash_mine_0").click().run()
    assert kept_name(browser) == "这边"
    assert not any(button.key == "clash_mine_0" for button in here.button)


def test_an_example_is_never_kept_in_the_store(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    app.session_state["case"] = sample("zhou_min_mortgage", "zh_CN")
    app.run()
    rename(app, "某人")
    assert kept_name(browser) == example().person.name

    app.button(key="close_example").click().run()

    assert app.session_state["case"].person.name == example().person.name


def test_erasing_leaves_nothing_anywhere_and_gives_a_receipt(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    key = OwnerKey.parse(browser.key)
    app.switch_page("pages/8_summary.py").run()

    app.button(key="erase_ask").click().run()
    app.button(key="erase_yes").click().run()

    assert app.session_state["case"] == Case()
    assert (browser.key, browser.own) == ("", {})
    assert any("回执编号" in element.value for element in app.success)
    store = storeroom.store()
    assert store is not None
    with pytest.raises(UnknownDraftError):
        store.open(key)


def test_nothing_is_erased_anywhere_while_the_store_is_cut_off(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    app.switch_page("pages/8_summary.py").run()
    app.button(key="erase_ask").click().run()
    with cut_off():
        app.button(key="erase_yes").click().run()

    assert app.warning
    assert browser.key != ""
    assert app.session_state["case"] == example()


def test_another_sessions_erasure_is_not_undone_by_a_tab_left_open(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    store = storeroom.store()
    assert store is not None
    store.erase(OwnerKey.parse(browser.key))

    rename(app, "王小明")

    assert app.warning
    assert "kept" not in app.session_state
    with pytest.raises(UnknownDraftError):
        store.open(OwnerKey.parse(browser.key))


def test_a_browser_that_does_not_take_the_key_is_said_and_the_tab_keeps_a_copy(browser: Browser) -> None:
    app = browser.open(case=example())
    browser.refuses = "blocked"

    agree(app)

    assert app.warning
    assert any(button.key == "trouble_key" for button in app.button)


def test_forgetting_this_device_takes_the_key_and_leaves_the_store(browser: Browser) -> None:
    app = agree(browser.open(case=example()), remember=True)
    key = OwnerKey.parse(browser.key)
    app.switch_page("pages/8_summary.py").run()

    app.button(key="forget_ask").click().run()
    app.button(key="forget_yes").click().run()

    assert browser.key == ""
    assert app.session_state["case"] == Case()
    store = storeroom.store()
    assert store is not None
    assert store.open(key).case()


def test_what_a_run_without_an_end_drew_is_seeded_anew(browser: Browser) -> None:
    app = browser.open(case=example())
    state = app.session_state["keeping"]

    state.update(ended=0.0)
    calm = app.run().text_input(key="answer:person.name").proto.set_value
    state.update(ended=math.inf, drawn=set())
    cut_short = app.run().text_input(key="answer:person.name").proto.set_value

    assert (calm, cut_short) == (False, True)


def test_while_somebody_reads_another_workbook_nothing_of_theirs_is_touched(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    name, asked, key = kept_name(browser), len(browser.asked), browser.key
    app.session_state[reading.ROOM] = True
    app.session_state["language"] = "zh_CN"
    for act in ("adopt_draft", "keep", "forget_device", "erase_everything", "keep_mine", "load_other", "look_again"):
        with patch.object(st, "session_state", app.session_state):
            getattr(keeping, act)()

    assert (kept_name(browser), len(browser.asked), browser.key) == (name, asked, key)
    with patch.object(st, "session_state", app.session_state):
        assert keeping.owner_key() is None
        assert not keeping.agreed()


def test_what_is_read_cannot_become_a_draft_of_the_readers_own(
    monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    monkeypatch.setattr(st, "session_state", {reading.ROOM: True})

    keeping.agree(remember=True)
    keeping.go_on_under(OwnerKey.fresh())
    keeping.show_example(example())
    keeping.keep()

    assert st.session_state == {reading.ROOM: True}
    assert browser.asked == []
