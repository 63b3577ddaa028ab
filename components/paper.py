"""A paper on the screen: the same blocks as in the PDF, as text that a screen reader reads and a hand can copy."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from accord.documents.blocks import (
    AskBox,
    Block,
    Bullets,
    ChartBlock,
    Heading,
    KeyValues,
    PageBreak,
    Paper,
    Paragraph,
    Rule,
    Signature,
    Small,
    Table,
)
from accord.documents.text import render, said
from accord.i18n import _
from components.charts import chart
from components.markup import plain
from components.tables import markdown_table


def paper(shown: Paper, key: str, *, top: int = 3) -> None:
    """Draw a paper's blocks in order; `top` is the level of its first headings: one below what stands above it."""
    with st.container(border=True):
        for place, block in enumerate(shown.blocks):
            _block(block, f"{key}_{place}", top)


def copyable(shown: Paper) -> None:
    """Draw a paper as plain text with a copy button."""
    _copy_box(render(shown))


def copyable_blocks(blocks: Sequence[Block]) -> None:
    """Draw blocks as plain text with a copy button."""
    _copy_box("\n\n".join(said(block) for block in blocks))


def _copy_box(text: str) -> None:
    st.markdown(f":small[{_('Tap the icon at the upper right to copy, or press long to select.')}]")
    st.code(text, language=None, wrap_lines=True)


def _block(block: Block, key: str, top: int) -> None:
    if isinstance(block, ChartBlock):
        chart(block.chart, key=key)
    elif isinstance(block, PageBreak | Rule):
        st.divider()
    elif isinstance(block, AskBox):
        with st.container(border=True):
            st.markdown(_words(block))
    else:
        st.markdown(_words(block, top))


def _words(block: Block, top: int = 3) -> str:
    match block:
        case Heading():
            return f"{'#' * (top + block.level - 1)} {plain(block.text)}"
        case Paragraph():
            return f"**{plain(block.text)}**" if block.bold and block.text else plain(block.text)
        case Bullets():
            return "\n".join(
                f"{f'{k}.' if block.numbered else '-'} {plain(item)}" for k, item in enumerate(block.items, 1)
            )
        case KeyValues():
            return "  \n".join(f"**{plain(name)}** {plain(value)}" for name, value in block.rows)
        case _:
            return _more_words(block)


def _more_words(block: Block) -> str:
    match block:
        case AskBox():
            rows = [f"**{plain(name)}** {plain(value)}" for name, value in block.rows]
            note = [f":small[{plain(block.note)}]"] if block.note else []
            return "  \n".join([f"**{plain(block.title)}**", *rows, *note])
        case Table():
            rows_shown = [*block.rows, *([block.total] if block.total else [])]
            amounts = any(column.align == "right" for column in block.columns)
            return markdown_table([column.title for column in block.columns], rows_shown, amounts=amounts)
        case Signature():
            return "  \n".join(plain(line) for line in block.lines)
        case Small():
            return f":small[{plain(block.text)}]"
        case _:
            return ""
