"""Earlier versions of a kept draft can be looked at and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.case.workbook import write_workbook
from accord.store import split
from components import storeroom
from components.earlier import with_section
from tests.components.browsers import Browser, agree, own_browser
from tests.components.opened import example, words


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Browser]:
    yield own_browser(monkeypatch, tmp_path)
    storeroom.close()


def test_one_part_comes_from_the_earlier_version_and_the_rest_stays() -> None:
    earlier = example()
    earlier.person.name = "以前"
    now = example()
    now.position.cause_words = "现在"

    case = with_section(now, "person", split(write_workbook(earlier))["person"])

    assert (case.person.name, case.position.cause_words) == ("以前", "现在")


def test_before_the_draft_is_kept_there_is_nothing_to_look_back_at(browser: Browser) -> None:
    app = browser.open("8_summary", example())

    assert not any(toggle.key == "earlier_shown" for toggle in app.toggle)


def test_an_earlier_version_is_shown_and_brought_back(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    app.text_input(key="answer:person.name").set_value("王小明").run()
    app.switch_page("pages/8_summary.py").run()

    app.toggle(key="earlier_shown").set_value(True).run()
    box = app.selectbox(key="earlier_chosen")
    box.select_index(0).run()
    assert "王小明" in words(app)
    app.button(key="earlier_back").click().run()

    assert app.session_state["case"] == example()


def test_without_changes_it_says_so(browser: Browser) -> None:
    app = agree(browser.open(case=example()))
    app.switch_page("pages/8_summary.py").run()

    app.toggle(key="earlier_shown").set_value(True).run()

    assert "还没有以前的版本" in words(app)
