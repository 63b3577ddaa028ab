"""Small tables as Markdown: read by screen readers, printed, and never wider than a phone."""

from __future__ import annotations

from collections.abc import Sequence

from accord.charts.records import Table
from components.markup import plain


def markdown_table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, amounts: bool = True) -> str:
    """Return a Markdown table. All cells are plain text; columns after the first are right-aligned if `amounts`."""
    marks = [":---", *(["---:" if amounts else ":---"] * (len(headers) - 1))]
    lines = [headers, marks, *rows]
    shown = [[cell if k == 1 else _cell(cell) for cell in line] for k, line in enumerate(lines)]
    return "\n".join("| " + " | ".join(line) + " |" for line in shown)


def unbroken(text: str) -> str:
    """Return a short text that no narrow column breaks: word joiners between its signs."""
    return "\u2060".join(text)


def _cell(text: str) -> str:
    return plain(text).replace("  \n", " ") or " "


def chart_table(table: Table) -> str:
    """Return a chart's figures as a Markdown table."""
    return markdown_table(table.headers, table.rows, amounts=table.amounts)
