"""Papers as plain text, to copy into a message or an e-mail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from accord.documents.blocks import AskBox, Block, Bullets, ChartBlock, KeyValues, Paper, Signature, Table
from accord.documents.faces import plain
from accord.i18n import _, speaking

BETWEEN_CELLS = "  |  "


def render(paper: Paper) -> str:
    """Return the paper as plain text, hidden characters stripped."""
    with speaking(paper.language):
        parts = [said(block) for block in paper.blocks]
        if paper.invented:
            parts.insert(0, _("Example: the person, the bank and all figures are invented"))
    return plain("\n\n".join(part for part in parts if part)).strip() + "\n"


@singledispatch
def said(block: Block) -> str:
    """Return one block as text; blocks without a way of their own say their texts line by line."""
    return "\n".join(block.texts)


@said.register
def _bullets(block: Bullets) -> str:
    return "\n".join(
        f"{number}. {item}" if block.numbered else f"· {item}" for number, item in enumerate(block.items, 1)
    )


@said.register
def _table(block: Table) -> str:
    rows = [tuple(column.title for column in block.columns), *block.rows, *([block.total] if block.total else [])]
    return "\n".join(BETWEEN_CELLS.join(cells) for cells in rows)


@said.register
def _signature(block: Signature) -> str:
    return "\n".join(text for text in block.texts if text)


@said.register
def _key_values(block: KeyValues) -> str:
    return _pairs(block.rows)


@said.register
def _ask_box(block: AskBox) -> str:
    return "\n".join(part for part in (block.title, _pairs(block.rows), block.note) if part)


@said.register
def _chart(block: ChartBlock) -> str:
    return block.chart.sentence


def _pairs(rows: Sequence[tuple[str, str]]) -> str:
    return "\n".join(_("{name}: {value}").format(name=name, value=value) for name, value in rows)
