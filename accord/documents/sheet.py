"""The sheet: A4 pages with a cursor, on which blocks put text, lines and areas. Nothing here knows a file format.

Coordinates are millimetres from the top left; sizes are points; colours are red, green, blue from 0 to 255.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from accord.documents import faces
from accord.documents.wrapping import wrap

Colour = tuple[int, int, int]
Pattern = Literal["solid", "rising", "falling", "crossed", "dotted", "open"]

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
MARGIN = 22.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
BOTTOM = PAGE_HEIGHT - MARGIN
POINT = 25.4 / 72
INK: Colour = (30, 42, 50)
SOFT: Colour = (95, 107, 118)
HAIR: Colour = (190, 186, 176)
PANEL: Colour = (246, 244, 239)
TEAL: Colour = (11, 110, 105)
HAIRLINE = 0.18
BASELINE = 0.88
"""The baseline's place in a line box of the font size, from its top: ascent of the family, 0.88 of the size."""


class Text(NamedTuple):
    """A piece of one line. `y` is the baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    colour: Colour


class Line(NamedTuple):
    """A polyline; `dash` is (on, off) in millimetres, or () for a solid one."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: Colour
    dash: tuple[float, ...] = ()


class Area(NamedTuple):
    """A rectangle, filled with a colour or a pattern that survives black-and-white print, with a hairline around."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour
    pattern: Pattern = "solid"
    edge: Colour | None = None


class Bookmark(NamedTuple):
    """A place in the outline; level 0 is the highest."""

    title: str
    level: int
    y: float


class Photo(NamedTuple):
    """A JPEG in a rectangle; its pixels are put into a file as they are."""

    x: float
    y: float
    width: float
    height: float
    jpeg: bytes


Mark = Text | Line | Area | Bookmark | Photo


@dataclass(frozen=True)
class Style:
    """How a text is set: size and leading in points."""

    size: float = 10.5
    leading: float = 17.0
    bold: bool = False
    colour: Colour = INK

    @property
    def line(self) -> float:
        """Height of one line in millimetres."""
        return self.leading * POINT

    @property
    def em(self) -> float:
        """Width of one Chinese character in millimetres."""
        return self.size * POINT

    def measure(self, text: str) -> float:
        """Return the width of drawable `text` in millimetres."""
        return faces.width(text, self.size * POINT, bold=self.bold)

    def lines(self, text: str, width: float, *, indent: float = 0.0) -> list[str]:
        """Return `text`, made drawable and broken into lines of `width` millimetres."""
        return wrap(faces.drawable(text), width, self.measure, indent=indent)


BODY = Style()
STRONG = Style(bold=True)
SMALL = Style(size=8.5, leading=13.0, colour=SOFT)
CELL = Style(size=9.5, leading=13.5)
CELL_STRONG = Style(size=9.5, leading=13.5, bold=True)
CELL_SOFT = Style(size=9.5, leading=13.5, colour=SOFT)
FOOT = Style(size=8.0, leading=10.0, colour=SOFT)
TITLE = Style(size=18.0, leading=26.0, bold=True)
SECTION = Style(size=13.0, leading=20.0, bold=True)


@dataclass
class Sheet:
    """Pages being filled from top to bottom; `y` is where the next block begins."""

    pages: list[list[Mark]] = field(default_factory=lambda: [[]])
    y: float = MARGIN

    @property
    def at_top(self) -> bool:
        """Tell whether the page is still empty."""
        return self.y <= MARGIN

    @property
    def left(self) -> float:
        """Height left on the page, in millimetres."""
        return BOTTOM - self.y

    def put(self, mark: Mark) -> None:
        """Add a mark to the current page."""
        self.pages[-1].append(mark)

    def new_page(self) -> None:
        """Begin a page, unless the current one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
        self.y = MARGIN

    def need(self, height: float) -> None:
        """Begin a page when `height` millimetres do not fit any more."""
        if height > self.left and not self.at_top:
            self.new_page()

    def skip(self, height: float) -> None:
        """Leave `height` millimetres free, but nothing at the top of a page."""
        if not self.at_top:
            self.y += height

    def line_of_text(self, x: float, text: str, style: Style) -> None:
        """Put one line at `x`, its box beginning at the cursor; the cursor stays."""
        baseline = self.y + (style.line - style.em) / 2 + style.em * BASELINE
        if text:
            self.put(Text(x, baseline, text, style.size, style.bold, style.colour))

    def rule(self, *, x: float = MARGIN, width: float = WIDTH, colour: Colour = HAIR) -> None:
        """Draw a hairline at the cursor."""
        self.put(Line(((x, self.y), (x + width, self.y)), HAIRLINE, colour))
