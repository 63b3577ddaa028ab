"""The pages of one upload in one piece: what the child process hands back, and what is kept.

Layout: eight bytes of name, four of the header's length, a JSON header, then the JPEG pages one after another. Whoever
opens a sheaf trusts nothing in it: lengths, counts and sizes are checked before a picture is decoded.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from PIL import Image

from accord.evidence.codes import Code
from accord.evidence.limits import LARGEST_SHEAF, LONGEST_SIDE, MB, MOST_PAGES
from accord.evidence.reasons import EvidenceError
from accord.evidence.sniffing import PAGES_NAME

NAME: Final = PAGES_NAME
LONGEST_HEADER = 64 * 1024
LARGEST = LARGEST_SHEAF + MB
HINTS = frozenset({"small", "dark", "blurred", "sideways"})
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True)
class Page:
    """One page: a JPEG without metadata, at most 2,000 pixels long, and what its photo might be better at."""

    jpeg: bytes = field(repr=False)
    hints: tuple[str, ...] = ()


def pack(pages: Sequence[Page]) -> bytes:
    """Return pages in one piece."""
    about = [{"length": len(page.jpeg), "hints": list(page.hints)} for page in pages]
    header = json.dumps({"pages": about}).encode()
    return b"".join((NAME, _LENGTH.pack(len(header)), header, *(page.jpeg for page in pages)))


def unpack(data: bytes) -> tuple[Page, ...]:
    """Return the pages of a sheaf.

    Raises:
        EvidenceError: it is none, is cut off or too long, or holds anything but small JPEG pictures.
    """
    start = len(NAME) + _LENGTH.size
    if not data.startswith(NAME) or not start < len(data) <= LARGEST:
        raise EvidenceError(Code.DAMAGED)
    (length,) = _LENGTH.unpack_from(data, len(NAME))
    if length > LONGEST_HEADER:
        raise EvidenceError(Code.DAMAGED)
    about = _header(data[start : start + length])
    return tuple(_pages(data[start + length :], about))


def is_page(jpeg: bytes) -> bool:
    """Tell whether bytes are a JPEG of a kept page's size; only its head is read."""
    try:
        with Image.open(BytesIO(jpeg), formats=("JPEG",)) as picture:
            return max(picture.size) <= LONGEST_SIDE
    except (OSError, ValueError, SyntaxError):
        return False


def _header(raw: bytes) -> list[tuple[int, tuple[str, ...]]]:
    try:
        rows = json.loads(raw)["pages"]
        about = [(int(row["length"]), tuple(str(hint) for hint in row["hints"])) for row in rows]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EvidenceError(Code.DAMAGED) from error
    if not 1 <= len(about) <= MOST_PAGES or any(length <= 0 for length, _hints in about):
        raise EvidenceError(Code.DAMAGED)
    return about


def _pages(body: bytes, about: list[tuple[int, tuple[str, ...]]]) -> list[Page]:
    if sum(length for length, _hints in about) != len(body):
        raise EvidenceError(Code.DAMAGED)
    pages, at = [], 0
    for length, hints in about:
        pages.append(Page(body[at : at + length], tuple(hint for hint in hints if hint in HINTS)))
        at += length
    if not all(is_page(page.jpeg) for page in pages):
        raise EvidenceError(Code.DAMAGED)
    return pages
