"""The frame: help first, the chapter's promise, what is missing, what comes next."""

import pytest
from streamlit.testing.v1 import AppTest

from accord.chapters import CHAPTERS
from tests.components.opened import example, opened, words

STEMS = [chapter.page.removeprefix("pages/").removesuffix(".py") for chapter in CHAPTERS]


@pytest.mark.parametrize("stem", STEMS)
def test_every_chapter_leads_to_the_next(stem: str) -> None:
    app = opened(stem, language="en")

    has_next = [button for button in app.button if button.key == "next_chapter"]
    assert bool(has_next) == (stem != STEMS[-1])
    assert any("/ 8" in element.value for element in app.markdown)


def test_what_is_missing_stands_as_text() -> None:
    assert "这一章还缺的内容" in words(opened("2_your_position"))


def test_a_complete_chapter_lacks_nothing() -> None:
    assert "这一章还缺的内容" not in words(opened("4_materials", example()))


def test_an_example_says_that_it_is_one_and_can_be_closed() -> None:
    case = example()
    case.sample = True
    app = opened("4_materials", case)

    app.button(key="close_example").click().run()

    assert app.session_state["keeping"]["pending"] == "close_example"


def _buttons(app: AppTest) -> list[str]:
    """Return the page's buttons; the note on the host has one of its own, and gives way to trouble."""
    return [str(button.key) for button in app.button if not str(button.key).startswith("plain_host")]


@pytest.mark.parametrize(("trouble", "buttons"), [("conflict", 2), ("damaged", 1), ("full", 0)])
def test_trouble_with_keeping_is_said_with_what_can_be_done(trouble: str, buttons: int) -> None:
    app = opened("4_materials", example())
    before = len(_buttons(app))
    app.session_state["keeping"]["loaded"] = False
    app.session_state["keeping"]["trouble"] = trouble
    app.run()

    assert len(app.warning) >= 1
    assert len(_buttons(app)) == before + buttons


def test_the_page_itself_says_where_the_answers_are_kept_once_there_are_some() -> None:
    assert "保存在这个标签页" in words(opened("4_materials", example())).partition("第 4 章")[0]
    assert "还没有保存" not in "".join(element.value for element in opened("4_materials").main.markdown)
