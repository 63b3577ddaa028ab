"""Tables on the sheet: own line breaking in each cell, hairlines, headers that repeat, rows that may cross pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.documents.blocks import Align, Column
from accord.documents.sheet import (
    CELL,
    CELL_SOFT,
    CELL_STRONG,
    HAIR,
    INK,
    MARGIN,
    SOFT,
    WIDTH,
    Colour,
    Sheet,
    Style,
)

PAD = 0.75
GUTTER = 3.5
KEEP_END = 64.0
"""Millimetres that the last two rows may take and still be kept on one page."""
FEWEST_LINES = 2
"""A row that crosses pages leaves at least this many lines behind."""


@dataclass(frozen=True)
class Place:
    """One column's place on the page, in millimetres."""

    x: float
    width: float
    align: Align


@dataclass(frozen=True)
class Grid:
    """The columns' places; draws rows of cells at the sheet's cursor."""

    places: tuple[Place, ...]

    @classmethod
    def of(cls, columns: Sequence[Column]) -> Grid:
        """Return the grid for `columns` over the page's width."""
        whole = sum(column.share for column in columns)
        places, x = [], MARGIN
        for column in columns:
            width = WIDTH * column.share / whole
            places.append(Place(x, width - GUTTER, column.align))
            x += width
        return cls(tuple(places))

    def broken(self, cells: Sequence[str], styles: Sequence[Style]) -> list[list[str]]:
        """Return each cell's lines."""
        return [style.lines(cell, place.width) for cell, style, place in zip(cells, styles, self.places, strict=True)]

    def draw(self, sheet: Sheet, cells: list[list[str]], styles: Sequence[Style]) -> None:
        """Draw one row of broken cells at the cursor and move below it."""
        top = sheet.y = sheet.y + PAD
        for lines, style, place in zip(cells, styles, self.places, strict=True):
            sheet.y = top
            for line in lines:
                sheet.line_of_text(_start(line, style, place), line, style)
                sheet.y += style.line
        sheet.y = top + height(cells, styles) - PAD


def height(cells: list[list[str]], styles: Sequence[Style]) -> float:
    """Return how tall a row is, padding included."""
    return max(len(lines) * style.line for lines, style in zip(cells, styles, strict=True)) + 2 * PAD


def draw_table(
    sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[str]], total: Sequence[str] = ()
) -> None:
    """Draw a table with headers and, below a stronger line, its total."""
    grid = Grid.of(columns)
    heads = [CELL_SOFT] * len(columns)
    titles = grid.broken([column.title for column in columns], heads)
    top = height(titles, heads)
    # Headers never stand alone at the foot of a page.
    sheet.need(top + 2 * (CELL.line + 2 * PAD))
    _head(sheet, grid, titles)
    for number, cells in enumerate(rows, 1):
        if number == len(rows) - (0 if total else 1):
            _keep_end(sheet, grid, [cells, total or rows[-1]], titles)
        _row(sheet, grid, cells, titles)
    if total:
        _total(sheet, grid, total, titles)
    sheet.y += PAD


def _keep_end(sheet: Sheet, grid: Grid, end: Sequence[Sequence[str]], titles: list[list[str]]) -> None:
    """Begin a page before the last two rows when they do not both fit: one row alone would be overlooked there."""
    styles = [CELL] * len(grid.places)
    tall = sum(height(grid.broken(cells, styles), styles) + PAD for cells in end)
    if sheet.left < tall <= KEEP_END:
        sheet.new_page()
        _head(sheet, grid, titles)


def draw_pairs(sheet: Sheet, rows: Sequence[tuple[str, str]], *, share: float = 0.3) -> None:
    """Draw names and what stands against them, without headers."""
    grid = Grid.of((Column("", share), Column("", 1 - share)))
    _line(sheet, HAIR)
    for cells in rows:
        _row(sheet, grid, cells, None)
    sheet.y += PAD


def _head(sheet: Sheet, grid: Grid, titles: list[list[str]]) -> None:
    heads = [CELL_SOFT] * len(grid.places)
    grid.draw(sheet, titles, heads)
    sheet.y += PAD
    _line(sheet, SOFT)


def _row(sheet: Sheet, grid: Grid, cells: Sequence[str], titles: list[list[str]] | None) -> None:
    """Draw one row, its tail on the next page when it does not fit; `titles` repeat there, None for pairs."""
    styles = [CELL] * len(cells) if titles is not None else [CELL_SOFT, CELL]
    # Own words may fill more than a page: the row is cut between lines, all its cells at once.
    rest = grid.broken(cells, styles)
    while any(rest):
        count = int((sheet.left - 2 * PAD) / CELL.line)
        longest = max(len(lines) for lines in rest)
        if count < min(longest, FEWEST_LINES):
            sheet.new_page()
            if titles is not None:
                _head(sheet, grid, titles)
            continue
        grid.draw(sheet, [lines[:count] for lines in rest], styles)
        sheet.y += PAD
        rest = [lines[count:] for lines in rest]
        _line(sheet, HAIR)


def _total(sheet: Sheet, grid: Grid, cells: Sequence[str], titles: list[list[str]]) -> None:
    styles = [CELL_STRONG] * len(cells)
    broken = grid.broken(cells, styles)
    # A sum that moves to the next page alone would be figures without names.
    if height(broken, styles) > sheet.left:
        sheet.new_page()
        _head(sheet, grid, titles)
    _line(sheet, INK)
    grid.draw(sheet, broken, styles)
    sheet.y += PAD
    _line(sheet, INK)


def _line(sheet: Sheet, colour: Colour) -> None:
    sheet.rule(colour=colour)


def _start(line: str, style: Style, place: Place) -> float:
    if place.align == "right":
        return place.x + place.width - style.measure(line)
    if place.align == "center":
        return place.x + (place.width - style.measure(line)) / 2
    return place.x
