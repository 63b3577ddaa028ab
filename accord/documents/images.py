"""Papers as page images, for places where a PDF cannot be opened or sent."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

from accord.documents import pdf
from accord.documents.blocks import Paper

DOTS_PER_INCH = 144
POINTS_PER_INCH = 72


def render(paper: Paper, *, dots_per_inch: int = DOTS_PER_INCH) -> tuple[bytes, ...]:
    """Return each page of the paper as PNG."""
    return of_pdf(pdf.render(paper), dots_per_inch=dots_per_inch)


def of_pdf(data: bytes, *, dots_per_inch: int = DOTS_PER_INCH) -> tuple[bytes, ...]:
    """Return each page of a PDF as PNG."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_png(page, dots_per_inch / POINTS_PER_INCH) for page in document)
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage, scale: float) -> bytes:
    target = BytesIO()
    page.render(scale=scale).to_pil().save(target, format="PNG", optimize=False)
    page.close()
    return target.getvalue()
