"""The sheet: pages with a cursor."""

import pytest

from accord.documents.sheet import BODY, BOTTOM, MARGIN, Line, Sheet, Style, Text


def test_a_new_sheet_is_one_empty_page() -> None:
    sheet = Sheet()

    assert sheet.at_top
    assert sheet.left == pytest.approx(BOTTOM - MARGIN)


def test_a_page_begins_only_when_the_height_does_not_fit() -> None:
    sheet = Sheet()
    sheet.rule()
    sheet.y = BOTTOM - 10

    sheet.need(9)
    assert len(sheet.pages) == 1
    sheet.need(11)
    assert (len(sheet.pages), sheet.y) == (2, MARGIN)


def test_what_is_taller_than_a_page_does_not_leave_an_empty_one() -> None:
    sheet = Sheet()

    sheet.need(1000)
    sheet.new_page()

    assert sheet.pages == [[]]


def test_no_space_is_left_at_the_top_of_a_page() -> None:
    sheet = Sheet()

    sheet.skip(5)
    assert sheet.at_top


def test_a_line_of_text_stands_on_its_baseline() -> None:
    sheet = Sheet()
    sheet.line_of_text(MARGIN, "还款", BODY)
    sheet.line_of_text(MARGIN, "", BODY)
    marks = sheet.pages[0]

    assert len(marks) == 1
    assert isinstance(marks[0], Text)
    assert MARGIN < marks[0].y < MARGIN + BODY.line


def test_a_rule_crosses_the_text_width() -> None:
    sheet = Sheet()
    sheet.rule()
    mark = sheet.pages[0][0]

    assert isinstance(mark, Line)
    assert mark.points[1][0] - mark.points[0][0] == pytest.approx(166)


def test_a_style_measures_in_millimetres() -> None:
    style = Style(size=72 / 25.4 * 10, leading=72 / 25.4 * 15)

    assert style.em == pytest.approx(10)
    assert style.line == pytest.approx(15)
    assert style.measure("还款") == pytest.approx(20)
