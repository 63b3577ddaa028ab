"""The blocks a paper is made of."""

from dataclasses import FrozenInstanceError

import pytest

from accord.case.samples import sample
from accord.charts import money_flow
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
    Rule,
    Signature,
    Small,
    Table,
)
from tests.accord.documents.papers import paper


@pytest.mark.parametrize(
    ("block", "texts"),
    [
        (Heading("a"), ("a",)),
        (Paragraph("a"), ("a",)),
        (Small("a"), ("a",)),
        (Bullets(("a", "b")), ("a", "b")),
        (Table((Column("h"),), (("a",), ("b",)), ("t",)), ("h", "a", "b", "t")),
        (KeyValues((("a", "b"),)), ("a", "b")),
        (AskBox("t", (("a", "b"),), "n"), ("t", "a", "b", "n")),
        (Signature(("a",), closing="c"), ("c", "a")),
        (PageBreak(), ()),
        (Rule(), ()),
    ],
)
def test_every_block_tells_its_texts_in_reading_order(block: Block, texts: tuple[str, ...]) -> None:
    assert block.texts == texts


def test_a_chart_tells_its_title_and_sentence() -> None:
    chart = money_flow(sample("lin_jing_card", "zh_CN"))

    assert ChartBlock(chart).texts == (chart.title, chart.sentence)


def test_a_paper_tells_title_blocks_and_reader() -> None:
    assert paper(Heading("甲"), Paragraph("乙"), recipient="丙").texts == ("试样", "甲", "乙", "丙")


def test_blocks_cannot_be_changed_afterwards() -> None:
    block = Paragraph("a")

    with pytest.raises(FrozenInstanceError):
        block.text = "b"  # type: ignore[misc]  # that is the point
