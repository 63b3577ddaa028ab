"""The reasons by their codes: all that comes out of the child process beside pages."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

REFUSED: Final = b"REFUSED "
"""How an answer begins that holds a reason in place of pages."""


class Code(StrEnum):
    """Why a file was not taken; the sentences stand in `accord.evidence.reasons`."""

    EMPTY = "empty"
    SIZE = "size"
    KIND = "kind"
    HEIF = "heif"
    PIXELS = "pixels"
    PAGES = "pages"
    LOCKED = "locked"
    DAMAGED = "damaged"
    HEAVY = "heavy"
    BUSY = "busy"
    MANY = "many"
    FULL = "full"
