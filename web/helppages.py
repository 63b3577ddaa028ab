"""Write the emergency cards as files that need no server: `python -m web.helppages FOLDER`.

Makes `zh/` and `en/` with one page for everything, one page a card, and each card as a picture to keep on a phone.
The same texts make the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from accord.documents.blocks import Block, Bullets, Heading, Paragraph
from accord.i18n import _, speaking
from accord.knowledge.cards import Card, home_sentence, money_safety, three_sentences
from accord.knowledge.situations import any_card
from web.cardpictures import picture
from web.helpcards import CALL_TITLE, TONGUES, Addresses, names, single_page, whole_page

FILES = Addresses(files=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write all files and tell how many; the exit status is 0."""
    parser = argparse.ArgumentParser(prog="python -m web.helppages", description="Write the emergency cards as files.")
    parser.add_argument("folder", type=Path, help="where to write them")
    chosen = parser.parse_args(arguments)
    count = sum(1 for _path in export(chosen.folder))
    sys.stdout.write(f"{count} files in {chosen.folder}\n")
    return 0


def export(folder: Path) -> Iterator[Path]:
    """Write every page and picture below `folder`, both languages, and yield each file when it is there."""
    for short, tongue in TONGUES.items():
        below = folder / short
        below.mkdir(parents=True, exist_ok=True)
        with speaking(tongue):
            yield _written(below / "index.html", whole_page(FILES))
            for name in names():
                yield _written(below / f"{name}.html", single_page(name, FILES))
                yield _written(below / f"{name}.png", picture(card_blocks(name)))


def card_blocks(name: str) -> tuple[Block, ...]:
    """Return one card, or the call, as blocks of a paper in the language spoken now."""
    card = any_card(name)
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


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    sys.exit(main())
