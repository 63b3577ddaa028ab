"""From the start page into the example, through every chapter, to a PDF in the hand."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from accord.case.samples import sample
from accord.chapters import CHAPTERS
from tests.journeys.papers import pages_of, words_of
from tests.journeys.reader import LANGUAGE_OF, Reader

EXAMPLE = "lin_jing_card"
LONGEST_PACKAGE = 6


def _open_example(reader: Reader) -> None:
    reader.open("")
    reader.unfold("See an example (complete, clearly invented)")
    reader.tap(f"example_{EXAMPLE}")


def test_the_example_fills_every_chapter_and_becomes_a_package_for_the_bank(reader: Reader, tmp_path: Path) -> None:
    person = sample(EXAMPLE, LANGUAGE_OF[reader.locale]).person
    _open_example(reader)

    reader.open("understand_the_bank")
    for chapter in CHAPTERS[1:]:
        reader.tap("next_chapter")
        expect(reader.page.get_by_role("heading", level=1)).to_contain_text(reader.say(chapter.promise))
        expect(reader.widget("close_example")).to_be_visible()

    reader.open("package")
    reader.tap("package_build")
    paper = reader.download("package_pdf", tmp_path)

    assert "".join(person.name.split()) in words_of(paper)
    assert pages_of(paper) <= LONGEST_PACKAGE


def test_closing_the_example_brings_ones_own_draft_back(reader: Reader) -> None:
    reader.open("short_way")
    reader.type("person.name", "王小明")
    _open_example(reader)

    reader.tap("close_example")

    reader.open("short_way")
    reader.shows("person.name", "王小明")
