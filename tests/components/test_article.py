"""The article's words on the page."""

import pytest

from accord.knowledge.article import CHAPTERS
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
