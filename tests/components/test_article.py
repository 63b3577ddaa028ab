"""The article's words on the page."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from accord.i18n import CHINESE, ask_reader
from accord.knowledge.article import CHAPTERS, section
from accord.knowledge.rules import rule
from components.markup import plain
from tests.components.opened import opened

STEMS = {"understand": "1_understand_the_bank", "position": "2_your_position", "materials": "4_materials"}


@pytest.mark.parametrize("chapter", STEMS)
def test_why_example_and_mistakes_stand_beside_the_sections(chapter: str) -> None:
    app = opened(STEMS[chapter])

    icons = [element.icon for element in app.expander]
    for icon in (":material/lightbulb:", ":material/person:", ":material/rule:"):
        assert icon in icons


def test_every_chapter_has_its_text() -> None:
    assert set(STEMS) <= set(CHAPTERS)


def _one_section() -> None:
    from components import article as drawn  # noqa: PLC0415  AppTest runs this function as a script of its own

    drawn.section("1.3")


def _beside() -> None:
    from components import article as drawn  # noqa: PLC0415  the same

    drawn.aside("understand")


def test_the_first_paragraph_stands_open_and_the_rest_is_one_tap_away() -> None:
    ask_reader(lambda: CHINESE)
    found = section("1.3", CHINESE)
    at = AppTest.from_function(_one_section).run()

    (fold,) = at.expander
    assert fold.label == f"接着读：{found.title}"
    assert at.markdown[0].value == found.lead
    assert fold.markdown[0].value == found.rest
    assert plain(rule("court.officers").citation(CHINESE)) in fold.markdown[1].value


@pytest.mark.parametrize(("day", "ended"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_a_rule_that_has_ended_is_called_so_under_the_text_that_quotes_it(day: date, *, ended: bool) -> None:
    ask_reader(lambda: CHINESE)
    at = AppTest.from_function(_beside)
    at.session_state["today"] = day
    at.run()

    said = "\n".join(part.value for fold in at.expander for part in fold.markdown)
    assert ("已失效" in said) is ended


def test_what_the_rules_say_stands_last_and_names_its_sources() -> None:
    ask_reader(lambda: CHINESE)
    at = AppTest.from_function(_beside).run()

    fold = at.expander[-1]
    assert fold.icon == ":material/gavel:"
    assert "以上规定的出处" in "\n".join(part.value for part in fold.markdown)
