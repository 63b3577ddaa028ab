"""Each block's way onto the sheet."""

import pytest
from PIL import Image

from accord.case.samples import sample
from accord.charts import money_flow
from accord.documents import pdf
from accord.documents.blocks import (
    AskBox,
    Block,
    Bullets,
    ChartBlock,
    Column,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Signature,
    Small,
    Table,
)
from accord.documents.placing import flow, place
from accord.documents.sheet import (
    BODY,
    BOTTOM,
    MARGIN,
    SECTION,
    SMALL,
    TITLE,
    WIDTH,
    Area,
    Bookmark,
    Photo,
    Sheet,
    Text,
)
from tests.accord.documents.papers import paper
from tests.accord.evidence.specimens import as_bytes


def placed(*blocks: Block, at: float = MARGIN) -> Sheet:
    """Return a sheet with these blocks, begun at a height."""
    sheet = Sheet()
    if at > MARGIN:
        sheet.rule()
    sheet.y = at
    for block in blocks:
        place(block, sheet)
    return sheet


def texts(sheet: Sheet) -> list[Text]:
    """Return all texts of a sheet."""
    return [mark for page in sheet.pages for mark in page if isinstance(mark, Text)]


def test_headings_have_two_sizes_and_a_bookmark_each() -> None:
    sheet = placed(Heading("甲", level=1), Heading("乙"))
    marks = [(mark.title, mark.level) for mark in sheet.pages[0] if isinstance(mark, Bookmark)]

    assert marks == [("甲", 0), ("乙", 1)]
    assert [mark.size for mark in texts(sheet)] == [TITLE.size, SECTION.size]


def test_a_heading_goes_with_what_follows() -> None:
    sheet = placed(Heading("甲"), Paragraph("乙"), at=BOTTOM - 12)

    assert len(sheet.pages) == 2
    assert [mark.text for mark in texts(sheet)] == ["甲", "乙"]


def test_an_indent_is_two_characters() -> None:
    first, second = texts(placed(Paragraph("字" * 60, indent=True)))

    assert first.x - second.x == pytest.approx(BODY.em * 2)


def test_titles_can_stand_in_the_middle_or_at_the_right() -> None:
    middle, right = texts(placed(Paragraph("甲", align="center"), Paragraph("甲", align="right")))

    assert MARGIN < middle.x < right.x
    assert right.x + BODY.em <= MARGIN + WIDTH + 0.01


def test_no_single_line_is_left_at_the_foot() -> None:
    sheet = placed(Paragraph("字" * 80), at=BOTTOM - BODY.line - 1)

    assert len(sheet.pages) == 2
    assert texts(sheet)[0].y < MARGIN + BODY.line


def test_points_hang_from_their_number() -> None:
    marks = texts(placed(Bullets(("字" * 60, "乙"), numbered=True)))

    assert [mark.text for mark in marks if mark.x == MARGIN] == ["1.", "2."]
    assert len({mark.x for mark in marks}) == 2


def test_the_ask_box_holds_its_words() -> None:
    sheet = placed(AskBox("申请事项", (("每期还款额", "¥1,305.00"), ("期数", "长" * 70)), "备注"))
    box = next(mark for mark in sheet.pages[0] if isinstance(mark, Area))

    assert all(box.y < mark.y < box.y + box.height for mark in texts(sheet))


def test_the_signature_stays_together_and_the_closing_beside_it() -> None:
    sheet = placed(Signature(("签名", "日期"), closing="此致\n敬礼"), at=BOTTOM - 10)
    marks = texts(sheet)

    assert sheet.pages[0][1:] == []
    assert [mark.text for mark in marks] == ["此致", "敬礼", "签名", "日期"]
    assert marks[0].y == marks[2].y


def test_small_type_is_small_and_a_rule_is_a_line() -> None:
    sheet = placed(Small("小字"), Rule(), PageBreak(), Paragraph("下一页"))

    assert texts(sheet)[0].size == SMALL.size
    assert len(sheet.pages) == 2


def test_tables_pairs_and_charts_move_the_cursor_on() -> None:
    chart = ChartBlock(money_flow(sample("lin_jing_card", "zh_CN")))
    blocks = (Table((Column("a"),), (("b",),)), KeyValues((("a", "b"),)), chart)

    assert all(placed(block).y > MARGIN + 5 for block in blocks)


def test_bullets_that_cross_pages_go_on_at_the_same_edge() -> None:
    sheet = placed(Bullets(("字" * 300,)), at=BOTTOM - 3 * BODY.line)
    marks = [mark for mark in texts(sheet) if mark.text != "·"]

    assert len(sheet.pages) == 2
    assert len({mark.x for mark in marks}) == 1
    assert sum(len(mark.text) for mark in marks) == 300


def test_a_box_that_does_not_fit_goes_whole_to_the_next_page() -> None:
    sheet = placed(AskBox("申请事项", (("每期还款额", "¥1,305.00"),) * 5, "备注"), at=BOTTOM - 40)

    assert [len([mark for mark in page if isinstance(mark, Text)]) for page in sheet.pages] == [0, 12]


def test_an_empty_bullet_list_or_table_of_pairs_draws_no_words() -> None:
    assert texts(placed(Bullets(()), KeyValues(()))) == []


def test_a_picture_has_a_page_of_its_own_and_keeps_its_shape() -> None:
    wide = as_bytes(Image.new("RGB", (1600, 800), "white"))
    pages = pdf.laid_out(paper(Heading("甲"), Picture("证据一", wide), Paragraph("后")))
    (photo,) = (mark for mark in pages[1] if isinstance(mark, Photo))

    assert abs(photo.width / photo.height - 2) < 0.01
    assert photo.width <= WIDTH


def test_a_small_picture_is_not_blown_up() -> None:
    pages = pdf.laid_out(paper(Picture("证据一", as_bytes(Image.new("RGB", (72, 72), "white")))))
    (photo,) = (mark for mark in pages[0] if isinstance(mark, Photo))

    assert abs(photo.width - 25.4) < 0.01


@pytest.mark.parametrize("before", [Paragraph("附件：无"), Bullets(("一", "二")), Paragraph("很长的一段。" * 40)])
def test_a_signature_never_stands_alone_on_a_page(before: Block) -> None:
    for top in range(150, int(BOTTOM)):
        sheet = Sheet()
        sheet.rule()
        sheet.y = float(top)
        flow((before, Signature(("签名：____", "日期"), "此致")), sheet)

        last = [mark.text for mark in sheet.pages[-1] if isinstance(mark, Text)]
        assert len(last) > 3


def test_what_is_too_tall_to_keep_with_its_signature_is_parted_as_before() -> None:
    tall = Paragraph("很长的一段。" * 300)
    sheet = Sheet()
    sheet.rule()
    sheet.y = 150.0
    flow((tall, Signature(("签名：____",))), sheet)

    assert len(sheet.pages) == 2
    assert texts(sheet)[0].y < BOTTOM


def test_a_signature_takes_the_two_blocks_before_it_to_the_next_page() -> None:
    end = (Paragraph("本人保证以上所述真实。"), Paragraph("附件：暂无。"), Signature(("申请人（签名）：____",)))
    for lines in range(30, 50):
        sheet = Sheet()
        flow((*(Paragraph("行") for _ in range(lines)), *end), sheet)
        last = [item.text for item in sheet.pages[-1] if isinstance(item, Text)]
        assert "本人保证以上所述真实。" in last
