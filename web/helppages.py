"""Write the emergency cards as files that need no server: `python -m web.helppages FOLDER`.

Makes `zh/` and `en/` with one page for everything, one page a card, and each card as a picture to keep on a phone.
The same texts make the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from accord.days import today
from accord.documents.card_pictures import card_picture
from accord.i18n import speaking
from web.helpcards import TONGUES, Addresses, names, single_page, whole_page

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
                yield _written(below / f"{name}.png", card_picture(name, today()))


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    sys.exit(main())
