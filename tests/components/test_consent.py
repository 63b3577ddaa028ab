"""The question whether to keep the draft: after the first answer, never before, and never twice in the way."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case
from accord.case.samples import sample
from accord.days import now
from components import storeroom
from tests.components.browsers import Browser, agree, own_browser
from tests.components.opened import example, words


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Browser]:
    yield own_browser(monkeypatch, tmp_path)
    storeroom.close()


def asks(app: AppTest) -> bool:
    return any(button.key == "consent_yes" for button in app.button)


@pytest.mark.parametrize(
    ("case", "asked"), [(Case(), False), (example(), True), (sample("lin_jing_card", "en"), False)]
)
def test_the_question_comes_after_the_first_answer_and_not_for_an_example(
    browser: Browser, case: Case, *, asked: bool
) -> None:
    assert asks(browser.open(case=case)) is asked


def test_without_the_tick_the_button_does_nothing(browser: Browser) -> None:
    app = browser.open(case=example())

    assert app.button(key="consent_yes").disabled


def test_not_now_puts_it_away_and_chapter_eight_still_has_it(browser: Browser) -> None:
    app = browser.open(case=example())

    app.button(key="consent_later").click().run()
    assert not asks(app)

    app.switch_page("pages/8_summary.py").run()
    assert any(button.key == "consent8_yes" for button in app.button)


def test_once_agreed_it_is_not_asked_again_and_the_device_is_a_choice(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    assert not asks(app)
    assert not browser.remembered

    app.switch_page("pages/8_summary.py").run()
    app.checkbox(key="remember_device").check().run()

    assert browser.remembered


def test_a_second_thought_about_forgetting_keeps_the_key(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    app.switch_page("pages/8_summary.py").run()

    app.button(key="forget_ask").click().run()
    app.button(key="forget_no").click().run()

    assert browser.key
    assert app.session_state["case"] == example()


def test_the_end_of_a_kept_draft_is_told(browser: Browser) -> None:
    app = agree(browser.open(case=example()))

    app.switch_page("pages/8_summary.py").run()

    until: datetime = app.session_state["kept"].until
    assert f"{until:%Y-%m-%d}" in words(app)
    assert timedelta(days=89) < until - now() <= timedelta(days=91)


def test_the_words_promise_what_holds(browser: Browser) -> None:
    shown = words(browser.open(case=example()))

    assert "90 天" in shown
    assert "密钥" in shown
    assert "端到端" not in shown
