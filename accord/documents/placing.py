"""Each block's way onto the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from io import BytesIO
from itertools import zip_longest

from PIL import Image

from accord.documents.blocks import (
    Align,
    AskBox,
    Block,
    Bullets,
    ChartBlock,
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
from accord.documents.drawing import chart_height, draw_chart
from accord.documents.grid import draw_pairs, draw_table
from accord.documents.sheet import (
    BODY,
    CELL,
    MARGIN,
    PANEL,
    SECTION,
    SMALL,
    STRONG,
    TEAL,
    TITLE,
    WIDTH,
    Area,
    Bookmark,
    Line,
    Photo,
    Sheet,
    Style,
)

GAP = 1.5
BOX_PAD = 4.0
BOX_LABEL = 40.0
BOX_VALUE = Style(size=12.0, leading=18.0, bold=True)
BOX_NAME = Style(size=10.5, leading=18.0)
BOX_EDGE = 0.5
MARKER = 6.0
KEEP_WITH_HEADING = 18.0
KEEP_WITH_SIGNATURE = 90.0
"""Millimetres that a signature and what stands before it may take and still be kept on one page."""
SIGN_WIDTH = 80.0
SIGN_STYLE = Style(leading=20.0)
PIXEL = 25.4 / 72
"""Millimetres of a pixel at its largest: a small screenshot is not blown up into blocks."""


def flow(blocks: Sequence[Block], sheet: Sheet) -> None:
    """Put blocks one after another; a signature takes the two before it along, so that no page begins with its end."""
    for block, following, after in zip_longest(blocks, blocks[1:], blocks[2:]):
        if isinstance(after, Signature):
            _keep_together(sheet, block, following, after)
        elif isinstance(following, Signature):
            _keep_together(sheet, block, following)
        place(block, sheet)


def _keep_together(sheet: Sheet, *blocks: Block) -> None:
    """Begin a page when the blocks do not fit on this one any more; tall ones may be parted."""
    trial = Sheet()
    for block in blocks:
        place(block, trial)
    tall = trial.y - MARGIN
    if len(trial.pages) == 1 and tall <= KEEP_WITH_SIGNATURE:
        sheet.need(tall)


@singledispatch
def place(block: Block, sheet: Sheet) -> None:
    """Put one block at the sheet's cursor; begin new pages as needed."""
    raise NotImplementedError(type(block))


@place.register
def _heading(block: Heading, sheet: Sheet) -> None:
    style = TITLE if block.level == 1 else SECTION
    lines = style.lines(block.text, WIDTH)
    sheet.skip(style.line / 4)
    sheet.need(len(lines) * style.line + KEEP_WITH_HEADING)
    sheet.put(Bookmark(block.text, block.level - 1, sheet.y))
    for line in lines:
        sheet.line_of_text(_start(line, style, block.align), line, style)
        sheet.y += style.line
    sheet.y += GAP if block.level == 1 else GAP / 2


@place.register
def _paragraph(block: Paragraph, sheet: Sheet) -> None:
    style = STRONG if block.bold else BODY
    indent = 2 * style.em if block.indent else 0.0
    _lines(sheet, block.text, style, align=block.align, indent=indent)
    sheet.skip(GAP)


def _lines(sheet: Sheet, text: str, style: Style, *, align: Align = "left", indent: float = 0.0) -> None:
    """Set running text; its first two lines stay together."""
    for paragraph in text.split("\n"):
        lines = style.lines(paragraph, WIDTH, indent=indent)
        # No single line at the foot of a page.
        sheet.need(min(2, len(lines)) * style.line)
        for number, line in enumerate(lines):
            sheet.need(style.line)
            shift = indent if number == 0 else 0.0
            sheet.line_of_text(_start(line, style, align) + shift, line, style)
            sheet.y += style.line


@place.register
def _small(block: Small, sheet: Sheet) -> None:
    _lines(sheet, block.text, SMALL)
    sheet.skip(GAP)


@place.register
def _table(block: Table, sheet: Sheet) -> None:
    draw_table(sheet, block.columns, block.rows, block.total)
    sheet.skip(GAP)


@place.register
def _pairs(block: KeyValues, sheet: Sheet) -> None:
    draw_pairs(sheet, block.rows)
    sheet.skip(GAP)


@place.register
def _page_break(_block: PageBreak, sheet: Sheet) -> None:
    sheet.new_page()


@place.register
def _picture(block: Picture, sheet: Sheet) -> None:
    """A picture takes the rest of its own page; it is never made larger than it was photographed."""
    sheet.new_page()
    _lines(sheet, block.caption, SMALL)
    sheet.y += GAP
    with Image.open(BytesIO(block.jpeg), formats=("JPEG",)) as opened:
        wide, high = opened.size
    scale = min(WIDTH / wide, sheet.left / high, PIXEL)
    width, height = wide * scale, high * scale
    sheet.put(Photo(MARGIN + (WIDTH - width) / 2, sheet.y, width, height, block.jpeg))
    sheet.y += height


@place.register
def _rule(_block: Rule, sheet: Sheet) -> None:
    sheet.skip(GAP)
    sheet.rule()
    sheet.skip(GAP)


@place.register
def _bullets(block: Bullets, sheet: Sheet) -> None:
    for number, item in enumerate(block.items, 1):
        lines = BODY.lines(item, WIDTH - MARKER)
        sheet.need(min(2, len(lines)) * BODY.line)
        sheet.line_of_text(MARGIN, f"{number}." if block.numbered else "·", BODY)
        for line in lines:
            sheet.need(BODY.line)
            sheet.line_of_text(MARGIN + MARKER, line, BODY)
            sheet.y += BODY.line
    sheet.skip(GAP)


@place.register
def _ask_box(block: AskBox, sheet: Sheet) -> None:
    inner = WIDTH - 2 * BOX_PAD
    rows = [(name, BOX_VALUE.lines(value, inner - BOX_LABEL)) for name, value in block.rows]
    note = CELL.lines(block.note, inner) if block.note else []
    tall = SECTION.line + sum(len(lines) for _, lines in rows) * BOX_VALUE.line + len(note) * CELL.line + 2 * BOX_PAD
    sheet.need(tall)
    top = sheet.y
    sheet.put(Area(MARGIN, top, WIDTH, tall, PANEL))
    sheet.put(Line(((MARGIN, top), (MARGIN, top + tall)), 2 * BOX_EDGE, TEAL))
    sheet.y += BOX_PAD
    sheet.line_of_text(MARGIN + BOX_PAD, block.title, SECTION)
    sheet.y += SECTION.line
    for name, lines in rows:
        sheet.line_of_text(MARGIN + BOX_PAD, name, BOX_NAME)
        for line in lines:
            sheet.line_of_text(MARGIN + BOX_PAD + BOX_LABEL, line, BOX_VALUE)
            sheet.y += BOX_VALUE.line
    for line in note:
        sheet.line_of_text(MARGIN + BOX_PAD, line, CELL)
        sheet.y += CELL.line
    sheet.y = top + tall + GAP


@place.register
def _chart(block: ChartBlock, sheet: Sheet) -> None:
    sheet.need(chart_height(block.chart) + SMALL.line * 2 + STRONG.line)
    _lines(sheet, block.chart.title, STRONG)
    draw_chart(sheet, block.chart)
    _lines(sheet, block.chart.sentence, SMALL)
    sheet.skip(GAP)


@place.register
def _signature(block: Signature, sheet: Sheet) -> None:
    closing = BODY.lines(block.closing, WIDTH - SIGN_WIDTH) if block.closing else []
    tall = max(len(block.lines), len(closing)) * SIGN_STYLE.line
    sheet.skip(GAP)
    sheet.need(tall)
    top = sheet.y
    for x, lines in ((MARGIN, closing), (MARGIN + WIDTH - SIGN_WIDTH, block.lines)):
        sheet.y = top
        for line in lines:
            sheet.line_of_text(x, SIGN_STYLE.lines(line, SIGN_WIDTH)[0], SIGN_STYLE)
            sheet.y += SIGN_STYLE.line
    sheet.y = top + tall + GAP


def _start(line: str, style: Style, align: Align) -> float:
    if align == "right":
        return MARGIN + WIDTH - style.measure(line)
    if align == "center":
        return MARGIN + (WIDTH - style.measure(line)) / 2
    return MARGIN
