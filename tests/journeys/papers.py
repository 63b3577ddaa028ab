"""What stands in a PDF that was downloaded."""

from __future__ import annotations

import re
from pathlib import Path

from pypdf import PdfReader


def words_of(pdf: Path) -> str:
    """Return the text of all pages, without any blanks: line ends fall where they like."""
    return re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(pdf).pages))


def pages_of(pdf: Path) -> int:
    """Return the number of pages."""
    return len(PdfReader(pdf).pages)
