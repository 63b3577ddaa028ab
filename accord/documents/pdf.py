"""Papers as PDF: A4, embedded Chinese faces, searchable text, bookmarks, language. Same paper, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from fpdf import FPDF
from fpdf.enums import PageMode
from fpdf.fonts import TTFFont
from fpdf.output import OutputProducer, PDFCatalog

from accord.days import SHANGHAI
from accord.documents import faces
from accord.documents.blocks import Paper
from accord.documents.edition import EDITION
from accord.documents.placing import flow
from accord.documents.sheet import (
    FOOT,
    HAIRLINE,
    MARGIN,
    PAGE_HEIGHT,
    POINT,
    WIDTH,
    Area,
    Bookmark,
    Colour,
    Line,
    Mark,
    Photo,
    Sheet,
    Text,
)
from accord.i18n import CHINESE, _, speaking

FAMILY: dict[faces.Face, tuple[str, str]] = {"regular": ("cjk", ""), "bold": ("cjk", "B"), "more": ("more", "")}
FOOT_Y = PAGE_HEIGHT - 12.0
HEAD_Y = 12.0
HATCH = 1.6
DOT = 0.5


class Producer(OutputProducer):
    """Writes the file without a word on what to do when it is opened: readers open a paper at its first page anyway."""

    def _finalize_catalog(self, catalog_obj: PDFCatalog, *rest: Any, **named: Any) -> None:  # noqa: ANN401  fpdf2's own
        super()._finalize_catalog(catalog_obj, *rest, **named)
        catalog_obj.open_action = None


def _nothing() -> None:
    """Do nothing between two pages."""


def render(paper: Paper) -> bytes:
    """Return the paper as PDF."""
    return drawn(paper, laid_out(paper))


def drawn(paper: Paper, pages: Sequence[Sequence[Mark]], each: Callable[[], None] = _nothing) -> bytes:
    """Return pages that were laid out as PDF.

    Args:
        paper: the paper they are of, for title, language and date.
        pages: all of its pages or some, in order.
        each: called before each page; what it raises ends the work.
    """
    pdf = _document(paper)
    # A face costs a tenth of a second to open, so only those that are needed.
    for face in sorted({run.face for page in pages for run in _runs(page)}):
        family, style = FAMILY[face]
        pdf.add_font(family, style, str(faces.FILES[face]))
    for font in pdf.fonts.values():
        if isinstance(font, TTFFont):
            # The shapes stay as they are, so their bounds do: counting them anew took a third of all the time.
            font.ttfont.recalcBBoxes = False
    for marks in pages:
        each()
        pdf.add_page()
        for mark in marks:
            _draw(pdf, mark)
    return bytes(pdf.output(output_producer_class=Producer))


def laid_out(paper: Paper) -> list[list[Mark]]:
    """Return the marks of each page, footers included."""
    sheet = Sheet()
    with speaking(paper.language):
        flow(paper.blocks, sheet)
        pages = [page for page in sheet.pages if page] or [[]]
        for number, page in enumerate(pages, paper.starts_at):
            page.extend(_margins(paper, number, paper.of or len(pages)))
    return pages


def page_count(paper: Paper) -> int:
    """Return how many pages the paper fills."""
    return len(laid_out(paper))


def _document(paper: Paper) -> FPDF:
    pdf = FPDF(unit="mm", format="A4")
    # Pages are laid out before; fpdf2 must not break them again.
    pdf.set_auto_page_break(auto=False)
    pdf.set_margin(0)
    pdf.set_lang("zh-CN" if paper.language == CHINESE else "en")
    pdf.set_title(faces.plain(paper.title))
    pdf.set_subject(faces.plain(paper.recipient))
    pdf.set_keywords(", ".join(paper.keywords))
    pdf.set_creator("Bank Negotiation Workbook")
    pdf.set_producer("fpdf2")
    pdf.set_creation_date(datetime.combine(paper.on, time(12), SHANGHAI))
    pdf.page_mode = PageMode.USE_NONE
    pdf.set_display_mode("real", "continuous")
    pdf.viewer_preferences = None
    return pdf


def _margins(paper: Paper, number: int, count: int) -> list[Mark]:
    foot = _("Edition {edition} · {day} · rules {rules} · page {number} of {count} · for: {recipient}").format(
        edition=paper.version or EDITION,
        day=paper.on.isoformat(),
        rules=paper.rules,
        number=number,
        count=count,
        recipient=paper.recipient,
    )
    marks = [_centred(foot, FOOT_Y)]
    if paper.invented:
        marks.append(_centred(_("Example: the person, the bank and all figures are invented"), HEAD_Y))
    return marks


def _centred(text: str, y: float) -> Mark:
    line = FOOT.lines(text, WIDTH)[0]
    return Text(MARGIN + (WIDTH - FOOT.measure(line)) / 2, y, line, FOOT.size, bold=False, colour=FOOT.colour)


def _runs(marks: Sequence[Mark]) -> list[faces.Run]:
    texts = [mark for mark in marks if isinstance(mark, Text)]
    return [run for mark in texts for run in faces.runs(mark.text, bold=mark.bold)]


def _draw(pdf: FPDF, mark: Mark) -> None:
    match mark:
        case Text():
            _text(pdf, mark)
        case Line():
            _line(pdf, mark)
        case Area():
            _area(pdf, mark)
        case Photo():
            pdf.image(BytesIO(mark.jpeg), mark.x, mark.y, mark.width, mark.height)
        case Bookmark():
            pdf.set_y(mark.y)
            pdf.start_section(faces.plain(mark.title), mark.level, strict=False)


def _text(pdf: FPDF, mark: Text) -> None:
    # text() is twice as fast as cell(), and the line is already broken and measured.
    x = mark.x
    pdf.set_text_color(*mark.colour)
    for face, text in faces.runs(mark.text, bold=mark.bold):
        family, style = FAMILY[face]
        pdf.set_font(family, style, mark.size)
        pdf.text(x, mark.y, text)
        x += faces.width(text, mark.size * POINT, bold=mark.bold)


def _line(pdf: FPDF, mark: Line) -> None:
    pdf.set_draw_color(*mark.colour)
    pdf.set_line_width(mark.width)
    if mark.dash:
        pdf.set_dash_pattern(*mark.dash)
    pdf.polyline(list(mark.points))
    if mark.dash:
        pdf.set_dash_pattern()


def _area(pdf: FPDF, mark: Area) -> None:
    pdf.set_line_width(HAIRLINE)
    pdf.set_fill_color(*mark.colour)
    pdf.set_draw_color(*(mark.edge or mark.colour))
    if mark.pattern == "solid":
        pdf.rect(mark.x, mark.y, mark.width, mark.height, style="F" if mark.edge is None else "DF")
        return
    # Clipped hatching instead of a PDF pattern: every viewer and printer draws plain lines alike.
    with pdf.rect_clip(mark.x, mark.y, mark.width, mark.height):
        _hatch(pdf, mark)
    pdf.rect(mark.x, mark.y, mark.width, mark.height, style="D")


def _hatch(pdf: FPDF, mark: Area) -> None:
    colour: Colour = mark.colour
    pdf.set_draw_color(*colour)
    reach = mark.width + mark.height
    right, bottom = mark.x + mark.width, mark.y + mark.height
    for step in range(1, int(reach / HATCH) + 1):
        shift = step * HATCH
        if mark.pattern in ("rising", "crossed"):
            pdf.line(mark.x, mark.y + shift, mark.x + shift, mark.y)
        if mark.pattern in ("falling", "crossed"):
            pdf.line(right, mark.y + shift, right - shift, mark.y)
    if mark.pattern == "dotted":
        _dots(pdf, mark, (right, bottom))


def _dots(pdf: FPDF, mark: Area, corner: tuple[float, float]) -> None:
    for column in range(int((corner[0] - mark.x) / HATCH) + 1):
        for row in range(int((corner[1] - mark.y) / HATCH) + 1):
            pdf.rect(mark.x + column * HATCH, mark.y + row * HATCH, DOT, DOT, style="F")
