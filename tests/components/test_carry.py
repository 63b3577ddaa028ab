"""A one-time code brings a draft into another browser: by its key when it is kept, else by its answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, EvidenceFile
from accord.crypto.derive import plain_code
from components import carry, closed_browser, storeroom
from tests.components.browsers import Browser, agree, own_browser
from tests.components.opened import example, words
from tests.components.stores import cut_off


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Browser]:
    monkeypatch.setattr("accord.crypto.handover.stretch_code", _quickly)
    yield own_browser(monkeypatch, tmp_path)
    storeroom.close()


def _quickly(code: str, salt: bytes) -> bytes:
    return hashlib.sha256(plain_code(code).encode() + salt).digest()


def _other(monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Return another browser with empty drawers, before the same store."""
    found = Browser()
    monkeypatch.setattr("components.drawer.ask", found.ask)
    return found


def _code(app: AppTest, *, kept: bool) -> str:
    app.switch_page("pages/8_summary.py").run()
    if not kept:
        app.checkbox(key="carry_tick").check().run()
    app.button(key="carry_make").click().run()
    return str(app.session_state[carry.MADE].code)


def _fetched(browser: Browser, code: str, case: Case | None = None) -> AppTest:
    app = browser.open(case=case)
    app.switch_page("app.py").run()
    app.text_input(key=carry.TYPED).set_value(code).run()
    return app.button(key="carry_fetch").click().run()


def test_a_kept_draft_goes_on_in_the_other_browser_under_the_same_key(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = _code(agree(browser.open(case=example())), kept=True)

    other = _other(monkeypatch)
    app = _fetched(other, code.lower().replace("-", " "))

    assert app.session_state["case"].debts == example().debts
    assert other.key == browser.key
    assert any("接着做" in element.value for element in app.success)


def test_answers_that_are_not_kept_come_along_and_stay_unkept(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = _code(browser.open(case=example()), kept=False)

    other = _other(monkeypatch)
    app = _fetched(other, code)

    assert app.session_state["case"].debts == example().debts
    assert other.key == ""
    assert "kept" not in app.session_state


def test_a_code_works_once(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    code = _code(browser.open(case=example()), kept=False)
    _fetched(_other(monkeypatch), code)

    app = _fetched(_other(monkeypatch), code)

    assert app.error
    assert app.session_state["case"].person.name == ""


def test_what_is_here_already_is_not_replaced_unseen(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    code = _code(browser.open(case=example()), kept=False)
    mine = Case()
    mine.person.name = "王小明"

    app = _fetched(_other(monkeypatch), code, mine)
    assert app.session_state["case"].person.name == "王小明"
    assert example().person.name in words(app)
    app.button(key="carry_take").click().run()

    assert app.session_state["case"].person.name == example().person.name
    assert app.session_state["before_file"].person.name == "王小明"


def test_leaving_it_changes_nothing(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    code = _code(browser.open(case=example()), kept=False)
    mine = Case()
    mine.person.name = "王小明"

    app = _fetched(_other(monkeypatch), code, mine)
    app.button(key="carry_leave").click().run()

    assert app.session_state["case"].person.name == "王小明"


def test_a_browser_that_keeps_a_draft_of_its_own_keeps_its_key(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = _code(agree(browser.open(case=example())), kept=True)
    other = _other(monkeypatch)
    mine = Case()
    mine.person.name = "王小明"
    agree(other.open(case=mine))
    own = other.key

    app = _fetched(other, code)
    app.button(key="carry_take").click().run()

    assert other.key == own
    assert app.session_state["case"].debts == example().debts


def test_a_code_put_away_opens_nothing(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    app = browser.open(case=example())
    code = _code(app, kept=False)

    app.button(key="carry_away").click().run()

    assert _fetched(_other(monkeypatch), code).error


def test_without_the_store_the_reason_is_said(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    app.switch_page("pages/8_summary.py").run()

    with cut_off():
        app.button(key="carry_make").click().run()

    assert carry.MADE not in app.session_state
    assert app.error


def test_inside_an_app_the_steps_name_its_menu(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closed_browser, "app_in", lambda _agent: "WeChat")
    app = browser.open(case=example())

    _code(app, kept=False)

    assert "在浏览器打开" in words(app)


def test_photographs_that_a_code_would_leave_behind_are_named(browser: Browser) -> None:
    case = example()
    case.evidence[0].files = [EvidenceFile(id="ab" * 16)]
    app = browser.open("8_summary", case)
    assert "不会随这个码带过去" not in words(app)
    app.session_state["pictures"] = {"ab" * 16: b"pages"}

    assert "不会随这个码带过去" in words(app.run())
