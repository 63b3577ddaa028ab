"""Papers as plain text."""

from dataclasses import replace

from accord.documents import text
from accord.documents.blocks import AskBox, Bullets, Column, Heading, KeyValues, PageBreak, Paragraph, Signature, Table
from tests.accord.documents.papers import paper


def test_blocks_follow_each_other_with_an_empty_line() -> None:
    said = text.render(paper(Heading("甲"), PageBreak(), Paragraph("乙")))

    assert said == "甲\n\n乙\n"


def test_points_are_numbered_where_order_counts() -> None:
    said = text.render(paper(Bullets(("甲", "乙"), numbered=True), Bullets(("丙",))))

    assert said == "1. 甲\n2. 乙\n\n· 丙\n"


def test_names_and_values_use_the_colon_of_the_language() -> None:
    rows = KeyValues((("a", "b"),))

    assert text.render(paper(rows)) == "a：b\n"
    assert text.render(paper(rows, language="en")) == "a: b\n"


def test_tables_keep_their_headers_and_total() -> None:
    said = text.render(paper(Table((Column("期"), Column("金额")), (("1", "2.00"),), ("合计", "2.00"))))

    assert said == "期  |  金额\n1  |  2.00\n合计  |  2.00\n"


def test_box_and_signature_are_whole() -> None:
    said = text.render(paper(AskBox("申请事项", (("期数", "60期"),), "备注"), Signature(("签名",), closing="此致")))

    assert said == "申请事项\n期数：60期\n备注\n\n此致\n签名\n"


def test_hidden_characters_are_stripped_and_markup_stays_as_typed() -> None:
    said = text.render(paper(Paragraph("<b>**林\u202e静**</b>")))

    assert said == "<b>**林静**</b>\n"


def test_an_invented_case_says_so_first() -> None:
    said = text.render(replace(paper(Paragraph("甲")), invented=True))

    assert said.startswith("示例：")
