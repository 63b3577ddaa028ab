"""Write the emergency cards as files that need no server: `python -m web.helppages FOLDER`.

Makes `zh/` and `en/` with one page for everything, one page a card, and each card as a PNG picture to keep on a
phone. The same input makes the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from accord.days import today
from accord.documents import images
from accord.documents.blocks import Block, Bullets, Heading, Paper, Paragraph
from accord.i18n import N_, _, language, speaking
from accord.knowledge.cards import Card, home_sentence, money_safety, three_sentences
from accord.knowledge.situations import any_card
from web.helpcards import CALL_TITLE, TONGUES, Addresses, names, single_page, whole_page

FILES = Addresses(files=True)
FOR = N_("everyone at home")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write all files and tell how many; the exit status is 0."""
    parser = argparse.ArgumentParser(prog="python -m web.helppages", description="Write the emergency cards as files.")
    parser.add_argument("folder", type=Path, help="where to write them")
    parser.add_argument("--today", type=date.fromisoformat, help="the day that stands on the pictures, as 2026-11-23")
    chosen = parser.parse_args(arguments)
    count = sum(1 for _path in export(chosen.folder, chosen.today or today()))
    sys.stdout.write(f"{count} files in {chosen.folder}\n")
    return 0


def export(folder: Path, on: date) -> Iterator[Path]:
    """Write every page and picture below `folder`, both languages, and yield each file when it is there."""
    for short, tongue in TONGUES.items():
        below = folder / short
        below.mkdir(parents=True, exist_ok=True)
        with speaking(tongue):
            yield _written(below / "index.html", whole_page(FILES))
            for name in names():
                yield _written(below / f"{name}.html", single_page(name, FILES))
                yield from _pictures(below, name, on)


def card_paper(name: str, on: date) -> Paper:
    """Return one card, or the call, as a paper in the language spoken now."""
    card = any_card(name)
    title = card.title if card else _(CALL_TITLE)
    blocks = _card_blocks(card) if card else _call_blocks()
    shown = tuple(block for block in blocks if any(block.texts))
    return Paper(title=title, language=language(), on=on, recipient=_(FOR), blocks=(Heading(title, 1), *shown))


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


def _pictures(below: Path, name: str, on: date) -> Iterator[Path]:
    pages = images.render(card_paper(name, on))
    for number, picture in enumerate(pages, 1):
        end = f"-{number}" if len(pages) > 1 else ""
        yield _written(below / f"{name}{end}.png", picture)


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    sys.exit(main())
