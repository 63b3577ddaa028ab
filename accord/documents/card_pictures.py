"""Cards as pictures made for a phone: as wide as a phone shows at once, as long as they need.

Drawn with the fonts of the papers, without a browser: the same card makes the same bytes everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from accord.documents import faces
from accord.documents.blocks import Block, Bullets, Heading, Paragraph
from accord.documents.wrapping import wrap
from accord.i18n import _
from accord.knowledge.cards import CALL_TITLE, Card, home_sentence, money_safety, three_sentences
from accord.knowledge.situations import any_card

WIDTH: Final = 1080
MARGIN: Final = 72
INDENT: Final = 64
LEADING: Final = 1.5
TITLE, HEADING, TEXT = 64, 48, 46
GAP: Final = 30
INK, MARK, PAPER = "#1E2A32", "#0B6E69", "#FCFBF8"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the picture; lengths in pixels. `sign` stands before the first line of a point."""

    text: str
    size: int = TEXT
    bold: bool = False
    left: int = 0
    above: int = 0
    sign: str = ""


def card_picture(name: str, on: date | None = None) -> bytes:
    """Return one card as it is read on a day, or the call for any other name, as a PNG in the language spoken now."""
    return picture(card_blocks(name, on))


def card_blocks(name: str, on: date | None = None) -> tuple[Block, ...]:
    """Return one card as it is read on a day, or the call, as blocks of a paper in the language spoken now."""
    card = any_card(name, on)
    title = card.title if card else _(CALL_TITLE)
    blocks = _card_blocks(card) if card else _call_blocks()
    return (Heading(title, 1), *(block for block in blocks if any(block.texts)))


def _call_blocks() -> tuple[Block, ...]:
    return (
        Paragraph(_("Call the number on your card and say:")),
        Bullets(three_sentences(), numbered=True),
        Paragraph(_("Write down the work order number (工单号), the time and the name of the person who answers.")),
        *_titled(_("Everyone at home"), (home_sentence(),)),
        *_titled(_("Money safety"), money_safety()),
    )


def _card_blocks(card: Card) -> tuple[Block, ...]:
    return (
        *_titled(_("Say this"), card.say),
        *_titled(_("The call, in three sentences"), card.script, numbered=True),
        *_titled(_("Do this now"), card.do_now, numbered=True),
        *_titled(_("Everyone at home"), (card.home,) if card.home else ()),
        *_titled(_("Do not"), card.do_not),
        *_titled(_("Money safety"), card.safety),
        *_titled(_("Who to call"), card.call),
        Paragraph(card.note),
    )


def _titled(title: str, lines: tuple[str, ...], *, numbered: bool = False) -> tuple[Block, ...]:
    return (Heading(title), Bullets(lines, numbered=numbered)) if lines else ()


def picture(blocks: Iterable[Block]) -> bytes:
    """Return blocks as one PNG. The same blocks make the same bytes."""
    lines = [line for block in blocks for line in _lines(block)]
    height = 2 * MARGIN + sum(line.above + round(line.size * LEADING) for line in lines)
    image = Image.new("RGB", (WIDTH, height), PAPER)
    pen, top = ImageDraw.Draw(image), MARGIN
    for line in lines:
        top += line.above
        _draw(pen, line, top)
        top += round(line.size * LEADING)
    target = BytesIO()
    image.quantize(32).save(target, format="PNG")
    return target.getvalue()


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Heading):
        first = block.level == 1
        yield from _wrapped(block.text, Line("", TITLE if first else HEADING, bold=True, above=0 if first else GAP))
    elif isinstance(block, Bullets):
        for number, item in enumerate(block.items, 1):
            sign = f"{number}." if block.numbered else "·"
            yield from _wrapped(item, Line("", left=INDENT, above=GAP // 4, sign=sign))
    else:
        for text in block.texts:
            yield from _wrapped(text, Line("", above=GAP))


def _wrapped(text: str, like: Line) -> Iterator[Line]:
    room = WIDTH - 2 * MARGIN - like.left
    parts = wrap(faces.drawable(text), room, lambda part: faces.width(part, like.size, bold=like.bold))
    for place, part in enumerate(parts):
        begins = place == 0
        above, sign = (like.above, like.sign) if begins else (0, "")
        yield Line(part, like.size, bold=like.bold, left=like.left, above=above, sign=sign)


def _draw(pen: ImageDraw.ImageDraw, line: Line, top: int) -> None:
    colour = MARK if line.bold and line.size == HEADING else INK
    if line.sign:
        pen.text((MARGIN, top), line.sign, fill=MARK, font=_font("regular", line.size))
    left = float(MARGIN + line.left)
    for run in faces.runs(line.text, bold=line.bold):
        pen.text((left, top), run.text, fill=colour, font=_font(run.face, line.size))
        left += faces.width(run.text, line.size, bold=line.bold)


@cache
def _font(face: faces.Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(faces.FILES[face]), size, layout_engine=ImageFont.Layout.BASIC)
