"""The faces of the papers: which characters they have, how wide each is, and what to draw when none has it.

Two everyday faces (Regular, Bold) hold the 8,105 standard characters; a third one with the family's other
characters is opened only when a text needs it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

from accord.i18n import in_chinese

Face = Literal["regular", "bold", "more"]
FOLDER = Path(__file__).parent / "fonts"
FILES: dict[Face, Path] = {
    "regular": FOLDER / "NotoCJKsc-Regular-8105.ttf",
    "bold": FOLDER / "NotoCJKsc-Bold-8105.ttf",
    "more": FOLDER / "NotoCJKsc-More.ttf",
}
MISSING = "□"
"""Drawn in place of a character that no face has."""

# Zero-width characters, bidirectional controls, variation selectors, soft hyphen, controls.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_LIKENESS = str.maketrans({"☐": "□", "☑": "■", "☒": "■", "✗": "×", "✘": "×", "✔": "✓", "\t": " ", "\u2028": "\n"})

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Run(NamedTuple):
    """A stretch of text that one face can draw."""

    face: Face
    text: str


def plain(text: str) -> str:
    """Return `text` without hidden characters, in composed form, with common signs set by their likeness."""
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text)).translate(_LIKENESS)


@cache
def widths(face: Face) -> dict[int, int]:
    """Return the advance of each character a face has, in thousandths of the size."""
    with TTFont(FILES[face], lazy=True) as font:
        advances = font["hmtx"].metrics
        scale = 1000 / font["head"].unitsPerEm
        return {code: round(advances[name][0] * scale) for code, name in font.getBestCmap().items()}


def face_of(sign: str, *, bold: bool) -> Face | None:
    """Return the face that draws one character, or None when no face has it."""
    code = ord(sign)
    if code in widths("regular"):
        return "bold" if bold else "regular"
    return "more" if code in widths("more") else None


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of `texts` that no face has, each once, in order of first use."""
    signs = dict.fromkeys(sign for text in texts for sign in plain(text) if sign != "\n")
    return tuple(sign for sign in signs if face_of(sign, bold=False) is None)


def drawable(text: str) -> str:
    """Return `text` with every character that no face has replaced by a box.

    In English, curly quotes become straight ones: the faces have them as wide as a Chinese character.
    """
    words = plain(text)
    if not in_chinese():
        words = words.translate(_STRAIGHT)
    return "".join(sign if sign == "\n" or face_of(sign, bold=False) else MISSING for sign in words)


def runs(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Return drawable `text` in stretches of one face each."""
    everyday: Face = "bold" if bold else "regular"
    return tuple(
        Run(face, "".join(signs)) for face, signs in groupby(text, lambda sign: face_of(sign, bold=bold) or everyday)
    )


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide drawable `text` is at `size`, in the unit of `size`."""
    # The third face is opened only when a character needs it: reading it costs more than a whole letter.
    everyday, more = widths("bold" if bold else "regular"), None
    total = 0
    for sign in text:
        code = ord(sign)
        advance = everyday.get(code)
        if advance is None:
            more = more or widths("more")
            advance = more.get(code, 1000)
        total += advance
    return total * size / 1000
