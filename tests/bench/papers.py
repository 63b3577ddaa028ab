"""Ten pages of a Chinese package: ours against fpdf2's own `multi_cell` and `table` on the same text and faces."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fpdf import FPDF

from accord.case.samples import sample
from accord.documents import faces, pdf
from accord.documents.blocks import AskBox, Block, ChartBlock, Heading, KeyValues, PageBreak, Paper, Paragraph, Table
from accord.documents.package import Order, bound
from accord.documents.sheet import MARGIN
from accord.documents.text import said
from accord.i18n import speaking
from tests.bench.timing import Line, best

PAGES = 10
ON = date(2026, 11, 23)
LINE = 6.0
ROW = 5.0


def papers() -> Iterator[Line]:
    """Measure a paper of ten pages without charts: the line breaker, the tables and the writing of the file."""
    logging.getLogger("fpdf").setLevel(logging.ERROR)
    paper = ten_pages()
    ours, theirs = best(lambda: pdf.render(paper), runs=5), best(lambda: plain_fpdf2(paper), runs=5)
    pages = pdf.page_count(paper)
    yield Line("P1", f"a Chinese paper of {pages} pages, against multi_cell and table", theirs / ours, 2.0)
    yield Line("P1", "the same, in milliseconds", ours * 1000, unit=" ms")


def ten_pages() -> Paper:
    """Return the words of a person's full set, cut at ten pages."""
    paper = bound(sample("lin_jing_card", "zh_CN"), Order("me", "zh_CN", ON)).paper
    words = tuple(block for block in paper.blocks if not isinstance(block, ChartBlock | PageBreak))
    # The set is shorter or longer as the papers change; the measured thing stays the same.
    words = words * (1 + PAGES // pdf.page_count(replace(paper, blocks=words)))
    cuts = (replace(paper, blocks=words[:count]) for count in range(len(words), 0, -1))
    return next(cut for cut in cuts if pdf.page_count(cut) <= PAGES)


def plain_fpdf2(paper: Paper) -> bytes:
    """Return the same words set by fpdf2's own means."""
    document = FPDF(unit="mm", format="A4")
    document.set_margin(MARGIN)
    document.set_auto_page_break(auto=True, margin=MARGIN)
    document.add_font("cjk", "", str(faces.FILES["regular"]))
    document.add_font("cjk", "B", str(faces.FILES["bold"]))
    document.add_page()
    with speaking(paper.language):
        for block in paper.blocks:
            _set(document, block)
    return bytes(document.output())


def _set(document: FPDF, block: Block) -> None:
    strong = isinstance(block, Heading | AskBox) or (isinstance(block, Paragraph) and block.bold)
    document.set_font("cjk", "B" if strong else "", 10.5)
    match block:
        case Table():
            _table(document, [tuple(column.title for column in block.columns), *block.rows], headings=True)
        case KeyValues():
            _table(document, list(block.rows), headings=False)
        case _:
            document.multi_cell(0, LINE, said(block), new_x="LMARGIN", new_y="NEXT")


def _table(document: FPDF, rows: list[tuple[str, ...]], *, headings: bool) -> None:
    if not rows:
        return
    with document.table(rows, line_height=ROW, first_row_as_headings=headings):
        pass
