"""The blocks a paper is made of. One list of blocks becomes PDF, plain text, e-mail and page images.

All text is plain: nothing a person typed is ever read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from accord.charts.records import OpenChart

Align = Literal["left", "right", "center"]
BLANK = "________"
"""A line to fill in by hand, where an answer is missing."""


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 is the paper's (or a part's) title, level 2 a section. Both become bookmarks."""

    text: str
    level: Literal[1, 2] = 2
    align: Align = "left"

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return (self.text,)


@dataclass(frozen=True)
class Paragraph:
    """Running text. `indent` sets the first line in by two characters, as Chinese letters do."""

    text: str
    bold: bool = False
    align: Align = "left"
    indent: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return (self.text,)


@dataclass(frozen=True)
class Bullets:
    """Short points, numbered where their order or count matters."""

    items: tuple[str, ...]
    numbered: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return self.items


@dataclass(frozen=True)
class Column:
    """One column of a table. `share` is its part of the width, against the other columns' shares."""

    title: str
    share: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class Table:
    """Rows under headers that repeat over pages; `total` is set in bold below them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return (*(column.title for column in self.columns), *(text for row in self.rows for text in row), *self.total)


@dataclass(frozen=True)
class KeyValues:
    """Names and what stands against them, one a line."""

    rows: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return tuple(text for row in self.rows for text in row)


@dataclass(frozen=True)
class AskBox:
    """The box "what I ask": amount, term, first date. Seen first on its page."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return (self.title, *(text for row in self.rows for text in row), self.note)


@dataclass(frozen=True)
class ChartBlock:
    """A chart with open values only; by its type it cannot hold a ceiling."""

    chart: OpenChart

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return (self.chart.title, self.chart.sentence)


@dataclass(frozen=True)
class Signature:
    """Lines to sign and date at the right, the closing words at the left; kept together."""

    lines: tuple[str, ...]
    closing: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return (self.closing, *self.lines)


@dataclass(frozen=True)
class Small:
    """A remark in small type."""

    text: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return (self.text,)


@dataclass(frozen=True)
class Picture:
    """A page of a proof, as JPEG, on a page of its own under its caption."""

    caption: str
    jpeg: bytes = field(repr=False)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return (self.caption,)


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return ()


@dataclass(frozen=True)
class Rule:
    """A hairline across the page."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the block, in reading order."""
        return ()


Words = Heading | Paragraph | Bullets | Table | KeyValues | AskBox | Signature | Small
Block = Words | ChartBlock | Picture | PageBreak | Rule


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A whole paper in one language.

    Args:
        title: for the file's metadata and the reader's window.
        language: `zh_CN` or `en`.
        on: the day it is dated; nothing else in it depends on a clock.
        recipient: who will read it, in words, for the footer.
        blocks: what it says, in order.
        version: the footer's first word, such as the workbook's version.
        rules: version of the rule pack that was used.
        invented: set for the example cases; each page says so.
        starts_at: number of its first page, where it is a part of a larger file.
        of: pages of the larger file; 0 where it stands alone.
    """

    title: str
    language: str
    on: date
    recipient: str
    blocks: tuple[Block, ...]
    version: str = ""
    rules: str = ""
    invented: bool = False
    keywords: tuple[str, ...] = ()
    starts_at: int = 1
    of: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the paper, in reading order."""
        return (self.title, *(text for block in self.blocks for text in block.texts), self.recipient)
