"""The page of chapter 8 reads like its chapter."""

from accord.chapters import chapter
from accord.i18n import _, speaking
from accord.knowledge.article import section
from tests.components.opened import example, opened, words

PAGE = "8_summary"
SECTIONS = ("8",)


def test_the_title_says_what_the_person_gets() -> None:
    with speaking("zh_CN"):
        assert opened(PAGE).title[0].value == _(chapter("summary").promise)


def test_the_sections_stand_in_their_order() -> None:
    shown = words(opened(PAGE, example()))

    places = [shown.index(section(number, "zh_CN").body.split("\n")[0]) for number in SECTIONS]
    assert places == sorted(places)


def test_the_work_of_the_chapter_has_its_heading() -> None:
    assert "您填写的内容" in [element.value for element in opened(PAGE, example()).header]
