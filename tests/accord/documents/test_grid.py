"""Tables on the sheet."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.documents.blocks import Column
from accord.documents.grid import GUTTER, Grid, draw_pairs, draw_table
from accord.documents.sheet import BOTTOM, MARGIN, WIDTH, Line, Sheet, Text

COLUMNS = (Column("期"), Column("金额（元）", 2, "right"), Column("备注", 1, "center"))


def texts(sheet: Sheet, page: int = 0) -> list[Text]:
    """Return the texts of a page."""
    return [mark for mark in sheet.pages[page] if isinstance(mark, Text)]


def test_shares_divide_the_width() -> None:
    places = Grid.of(COLUMNS).places

    assert places[1].width + GUTTER == pytest.approx(WIDTH / 2)
    assert places[-1].x + places[-1].width + GUTTER == pytest.approx(MARGIN + WIDTH)


def test_amounts_end_at_the_same_edge() -> None:
    sheet = Sheet()
    draw_table(sheet, COLUMNS, [("1", "5.00", ""), ("2", "1,305.00", "")])
    short, long = (mark for mark in texts(sheet) if mark.text.endswith("00"))

    assert short.x > long.x


def test_the_total_is_bold_between_stronger_lines() -> None:
    sheet = Sheet()
    draw_table(sheet, COLUMNS, [("1", "5.00", "")], ("合计", "5.00", ""))

    assert [mark.text for mark in texts(sheet) if mark.bold] == ["合计", "5.00"]
    assert isinstance(sheet.pages[0][-1], Line)


def test_headers_repeat_on_each_page() -> None:
    sheet = Sheet()
    draw_table(sheet, COLUMNS, [(str(k), "1.00", "") for k in range(100)])

    assert len(sheet.pages) > 2
    assert all(texts(sheet, page)[0].text == "期" for page in range(len(sheet.pages)))


def test_headers_never_stand_alone_at_the_foot() -> None:
    sheet = Sheet()
    sheet.rule()
    sheet.y = BOTTOM - 12
    draw_table(sheet, COLUMNS, [("1", "1.00", "")])

    assert texts(sheet) == []
    assert len(sheet.pages) == 2


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="还款困难。说明 a1", max_size=600), min_size=1, max_size=4), st.floats(0, 250))
def test_no_word_is_lost_and_none_falls_off_the_page(values: list[str], start: float) -> None:
    sheet = Sheet()
    sheet.y = MARGIN + start
    draw_pairs(sheet, [("名", value) for value in values])
    marks = [mark for page in sheet.pages for mark in page if isinstance(mark, Text)]

    assert all(mark.y <= BOTTOM + 1 for mark in marks)
    drawn = "".join(mark.text for mark in marks if mark.text != "名").replace(" ", "")
    assert drawn == "".join(values).replace(" ", "")


def test_a_sum_on_a_new_page_stands_under_the_headers() -> None:
    for count in range(30, 42):
        sheet = Sheet()
        draw_table(sheet, COLUMNS, [(str(k), "1.00", "") for k in range(count)], ("合计", "1.00", ""))
        last = [mark.text for mark in texts(sheet, -1)]

        assert last[0] == "期"
        assert last[-2:] == ["合计", "1.00"]


def test_a_row_that_crosses_pages_keeps_its_cells_side_by_side() -> None:
    sheet = Sheet()
    sheet.rule()
    sheet.y = BOTTOM - 30
    draw_table(sheet, COLUMNS, [("短", "长" * 400, "")])
    first, second = (
        [mark for mark in texts(sheet, page) if mark.text not in {"期", "金额（元）", "备注"}] for page in (0, 1)
    )

    assert first[0].text == "短"
    assert first[0].y == first[1].y
    assert len(first) > 2
    assert sum(mark.text.count("长") for mark in (*first, *second)) == 400


def test_a_title_longer_than_its_column_is_broken_and_not_cut() -> None:
    sheet = Sheet()
    draw_table(sheet, (Column("of it interest and fees", 1, "right"), Column("a", 9)), [("1.00", "b")])
    words = [mark.text for mark in texts(sheet) if mark.text not in {"a", "b", "1.00"}]

    assert len(words) > 1
    assert " ".join(words) == "of it interest and fees"


@pytest.mark.parametrize("total", [(), ("合计", "1", "")])
def test_no_page_begins_with_the_last_row_of_a_table_alone(total: tuple[str, ...]) -> None:
    for count in range(30, 60):
        sheet = Sheet()
        draw_table(sheet, COLUMNS, [(f"第{number}", "1", "") for number in range(count)], total)
        rows = [mark.text for mark in texts(sheet, -1) if mark.text.startswith(("第", "合计"))]
        assert len(rows) >= 2
