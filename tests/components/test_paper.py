"""Papers on the screen: every kind of block, and nothing a person typed is read as markup."""

import pytest

from accord.documents.blocks import (
    AskBox,
    Block,
    Bullets,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Signature,
    Small,
    Table,
)
from components.paper import _words

HOSTILE = "**x** [a](http://b) <i>"
BLOCKS: tuple[Block, ...] = (
    Heading(HOSTILE),
    Paragraph(HOSTILE),
    Paragraph(HOSTILE, bold=True),
    Bullets((HOSTILE,)),
    Bullets((HOSTILE,), numbered=True),
    KeyValues(((HOSTILE, HOSTILE),)),
    AskBox(HOSTILE, ((HOSTILE, HOSTILE),), HOSTILE),
    Table((Column("a"), Column("b", align="right")), ((HOSTILE, "1"),), (HOSTILE, "2")),
    Signature((HOSTILE,)),
    Small(HOSTILE),
)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_block_has_its_words_and_stays_plain(block: Block) -> None:
    shown = _words(block)

    assert "\\*\\*x\\*\\* \\[a\\]" in shown
    assert "<i>" not in shown.replace("\\<", "")
