"""Papers as page images, for places where a PDF cannot be opened or sent."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdfium2

from accord.documents import pdf
from accord.documents.blocks import Paper

DOTS_PER_INCH = 144
POINTS_PER_INCH = 72


def _nothing() -> None:
    """Do nothing between two pages."""


def render(paper: Paper, *, dots_per_inch: int = DOTS_PER_INCH) -> tuple[bytes, ...]:
    """Return each page of the paper as PNG."""
    return of_pdf(pdf.render(paper), dots_per_inch=dots_per_inch)


def of_pdf(
    data: bytes, *, dots_per_inch: int = DOTS_PER_INCH, each: Callable[[], None] = _nothing
) -> tuple[bytes, ...]:
    """Return each page of a PDF as PNG.

    Args:
        data: a PDF of our own.
        dots_per_inch: how fine.
        each: called before each page; what it raises ends the work.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        found = []
        for page in document:
            each()
            found.append(_png(page, dots_per_inch / POINTS_PER_INCH))
        return tuple(found)
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage, scale: float) -> bytes:
    target = BytesIO()
    page.render(scale=scale).to_pil().save(target, format="PNG", optimize=False)
    page.close()
    return target.getvalue()
