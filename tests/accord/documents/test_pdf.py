"""Papers as PDF: searchable, bookmarked, in a language, the same bytes each time."""

from dataclasses import replace

import pytest

from accord.documents import pdf
from accord.documents.blocks import (
    AskBox,
    Bullets,
    Column,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    Rule,
    Signature,
    Small,
    Table,
)
from accord.documents.sheet import BOTTOM, MARGIN, WIDTH, Area, Text
from tests.accord.documents.papers import bookmarks, paper, read, reader

ROWS = tuple((str(k), "1,305.00") for k in range(90))
LONG_TABLE = Table((Column("期"), Column("金额", align="right")), ROWS, ("合计", "1"))


def test_chinese_text_can_be_searched() -> None:
    data = pdf.render(paper(Heading("协商还款申请书", level=1), Paragraph("本人㛃𬱖䶮，陳國華。", indent=True)))

    assert "协商还款申请书" in read(data)
    assert "本人㛃𬱖䶮，陳國華。" in read(data)


def test_the_same_paper_gives_the_same_bytes() -> None:
    one = paper(Heading("甲"), LONG_TABLE, Small("小字"), Rule(), Signature(("签名",), closing="此致\n敬礼"))

    assert pdf.render(one) == pdf.render(one)


def test_language_title_and_bookmarks_are_set() -> None:
    data = pdf.render(paper(Heading("甲", level=1), Heading("乙"), PageBreak(), Heading("丙", level=1)))
    found = reader(data)

    assert str(found.root_object["/Lang"]) == "zh-CN"
    assert found.metadata is not None
    assert found.metadata.title == "试样"
    assert bookmarks(data) == ["甲", "乙", "丙"]


def test_an_english_paper_says_that_it_is_english() -> None:
    data = pdf.render(paper(Paragraph("A plan you can keep."), language="en", recipient="the bank"))

    assert str(reader(data).root_object["/Lang"]) == "en"
    assert "page1of1" in read(data)


def test_table_headers_repeat_and_pages_are_counted() -> None:
    data = pdf.render(paper(LONG_TABLE))
    pages = [page.extract_text() for page in reader(data).pages]

    assert len(pages) > 1
    assert all("金额" in page for page in pages)
    assert f"第1页，共{len(pages)}页" in pages[0]


def test_a_row_taller_than_a_page_goes_on_over_pages() -> None:
    pages = pdf.laid_out(paper(KeyValues((("说明", "很长的说明。" * 900),))))

    assert len(pages) > 2
    assert all(mark.y < BOTTOM + 1 for page in pages for mark in page[:-1] if isinstance(mark, Text))


def test_nothing_leaves_the_text_area() -> None:
    blocks = (
        Paragraph("字" * 400 + "a" * 300),
        Bullets(("一" * 90, "二"), numbered=True),
        AskBox("申请事项", (("每期还款额", "¥1,305.00" * 20),), "备注" * 60),
    )
    marks = [mark for page in pdf.laid_out(paper(*blocks)) for mark in page]
    areas = [mark for mark in marks if isinstance(mark, Area)]

    assert all(MARGIN - 0.1 <= mark.x <= MARGIN + WIDTH for mark in marks if isinstance(mark, Text))
    assert all(area.x + area.width <= MARGIN + WIDTH + 0.1 for area in areas)


def test_emoji_and_arabic_never_stop_a_paper() -> None:
    data = pdf.render(paper(Heading("😀 \u202eمرحبا"), Paragraph("\x00\u200b"), recipient="😀"))

    assert "□" in read(data)


def test_an_invented_case_says_so_on_each_page() -> None:
    data = pdf.render(replace(paper(Heading("甲"), PageBreak(), Heading("乙")), invented=True))

    assert read(data).count("示例：人物、银行和全部数字均为虚构") == 2


def test_an_empty_paper_has_one_page() -> None:
    assert pdf.page_count(paper()) == 1


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_every_page_says_which_it_is_of_how_many_even_for_a_long_bank_name(tongue: str) -> None:
    long = paper(LONG_TABLE, PageBreak(), Paragraph("a"), language=tongue, recipient="很长的银行名称" * 8)
    pages = ["".join(page.extract_text().split()) for page in reader(pdf.render(long)).pages]
    said = "第{n}页，共{m}页" if tongue == "zh_CN" else "page{n}of{m}"

    assert len(pages) == pdf.page_count(long) > 2
    assert all(said.format(n=number, m=len(pages)) in page for number, page in enumerate(pages, 1))
    assert all("2026-11-23" in page for page in pages)


def test_the_foot_never_leaves_the_page() -> None:
    marks = [page[-1] for page in pdf.laid_out(paper(Paragraph("a"), recipient="W" * 400))]

    assert all(isinstance(mark, Text) and mark.x >= MARGIN - 0.1 for mark in marks)


def test_what_was_typed_is_neither_markup_nor_a_command() -> None:
    typed = "<b>x</b> **y** [z](http://a.b) \\n (unclosed ) %PDF"
    data = pdf.render(paper(Heading(typed), Paragraph(typed)))

    assert "".join(typed.split()) in read(data)
    assert "/URI" not in data.decode("latin-1")
