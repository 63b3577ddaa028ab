"""What a file is, by its first bytes. Its name and the type a browser told are never asked."""

from __future__ import annotations

from enum import StrEnum

PAGES_NAME = b"WBPAGES1"
"""How kept pages begin, see `accord.evidence.sheaf`."""
_BEFORE_PDF = b"\xef\xbb\xbf\x00 \t\r\n"
"""Signs that some scanners put before a PDF."""
_HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


class Kind(StrEnum):
    """The kinds of files that are taken, one that is known but not taken, and our own kept pages."""

    PNG = "PNG"
    JPEG = "JPEG"
    WEBP = "WEBP"
    PDF = "PDF"
    HEIF = "HEIF"
    PAGES = "PAGES"


PICTURES = (Kind.PNG, Kind.JPEG, Kind.WEBP)


def kind_of(data: bytes) -> Kind | None:
    """Return what the bytes are; None for anything that is not known here."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if data.startswith(PAGES_NAME):
        return Kind.PAGES
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        return Kind.HEIF
    return Kind.PDF if data[:64].lstrip(_BEFORE_PDF).startswith(b"%PDF-") else None
