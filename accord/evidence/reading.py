"""Files read into plain pages. This runs in the child process alone: here foreign bytes meet decoders."""

from __future__ import annotations

import warnings
from io import BytesIO

import pypdfium2
from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin
from pypdfium2 import raw

from accord.evidence.codes import Code
from accord.evidence.limits import LARGEST_SHEAF, LONGEST_SIDE, MOST_PAGES, MOST_PIXELS
from accord.evidence.photo import LOOKED_AT, hints, is_sideways
from accord.evidence.reasons import EvidenceError
from accord.evidence.sheaf import Page, unpack
from accord.evidence.sniffing import PICTURES, Kind, kind_of

DECODERS = (PngImagePlugin, JpegImagePlugin, WebPImagePlugin)
"""Loaded before the process is shut in; Pillow's other decoders stay out."""
QUALITIES = (82, 70, 58, 45)
LARGEST_PAGE = 700 * 1024
FINE_PAGES = 12
COARSE_SIDE = 1600
"""Of a page in a long PDF: enough to read, and forty of them are drawn in time."""
MOST_SCALE = 3.0
"""Pixels for a point of a PDF: 216 dots an inch, more than a scan of a paper has."""
SMALLEST_SIDE = 8
HALF = 0.5
_SUBSAMPLING = "4:2:0"
"""As Pillow saves by itself, and so as kept pages have it."""


def read(data: bytes) -> tuple[Page, ...]:
    """Return the pages of a picture, a PDF, or a file of ours, as JPEG without anything carried beside the picture.

    Raises:
        EvidenceError: the file is of another kind, too large to draw, locked or damaged.
    """
    kind = kind_of(data)
    if kind in PICTURES:
        return (_picture(data),)
    if kind is Kind.PDF:
        return _document(data)
    if kind is Kind.PAGES:
        return _again(data)
    raise EvidenceError(Code.HEIF if kind is Kind.HEIF else Code.KIND)


def _picture(data: bytes) -> Page:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(data), formats=PICTURES) as opened:
            return _upright(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise EvidenceError(Code.PIXELS) from error
    except (OSError, ValueError, SyntaxError, TypeError, IndexError, KeyError, EOFError) as error:
        raise EvidenceError(Code.DAMAGED) from error


def _upright(opened: Image.Image) -> Page:
    size = opened.size
    if size[0] * size[1] > MOST_PIXELS:
        raise EvidenceError(Code.PIXELS)
    if min(size) < SMALLEST_SIDE:
        raise EvidenceError(Code.DAMAGED)
    if isinstance(opened, JpegImagePlugin.JpegImageFile):
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # decodes at half the size or less where that is enough
    turned = ImageOps.exif_transpose(opened)
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=3.0)
    page = _bare(turned)
    return Page(_jpeg(page, LARGEST_PAGE), hints(page, size))


def _bare(picture: Image.Image) -> Image.Image:
    """Return the pixels alone on white: no position, camera, thumbnail, comment or colour profile."""
    whole = picture.convert("RGBA") if "A" in picture.getbands() or "transparency" in picture.info else picture
    page = Image.new("RGB", picture.size, "white")
    page.paste(whole.convert("RGB"), mask=whole.getchannel("A") if whole.mode == "RGBA" else None)
    return page


def _jpeg(page: Image.Image, most: int) -> bytes:
    """Return a page of at most about `most` bytes: first of lower quality, then smaller."""
    for quality in QUALITIES:
        target = BytesIO()
        page.save(target, "JPEG", quality=quality)
        if target.tell() <= most:
            return target.getvalue()
    width, height = (max(SMALLEST_SIDE, int(side * HALF)) for side in page.size)
    return target.getvalue() if max(page.size) < LONGEST_SIDE * HALF else _jpeg(page.resize((width, height)), most)


def _again(data: bytes) -> tuple[Page, ...]:
    """Draw kept pages anew: a workbook file may come from anybody, so what lies in it is no page of ours yet."""
    pages = tuple(Page(_redrawn(page.jpeg), page.hints) for page in unpack(data))
    if sum(len(page.jpeg) for page in pages) > LARGEST_SHEAF:
        raise EvidenceError(Code.SIZE)
    return pages


def _redrawn(jpeg: bytes) -> bytes:
    """Return the same pixels as a bare JPEG, as fine as it was: saved and opened every day, it loses nothing to see."""
    target = BytesIO()
    try:
        with JpegImagePlugin.JpegImageFile(BytesIO(jpeg)) as opened:
            page = _bare(opened)
            page.save(target, "JPEG", qtables=opened.quantization, subsampling=_SUBSAMPLING)
    except (OSError, ValueError, SyntaxError, TypeError, IndexError, KeyError, EOFError) as error:
        raise EvidenceError(Code.DAMAGED) from error
    return target.getvalue() if target.tell() <= LARGEST_PAGE else _jpeg(page, LARGEST_PAGE)


def _document(data: bytes) -> tuple[Page, ...]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise EvidenceError(Code.LOCKED if error.err_code == raw.FPDF_ERR_PASSWORD else Code.DAMAGED) from error
    count = len(document)
    if not 1 <= count <= MOST_PAGES:
        raise EvidenceError(Code.PAGES if count else Code.DAMAGED)
    side = LONGEST_SIDE if count <= FINE_PAGES else COARSE_SIDE
    try:
        return tuple(_drawn(document[number], side, LARGEST_SHEAF // count) for number in range(count))
    except pypdfium2.PdfiumError as error:
        raise EvidenceError(Code.DAMAGED) from error


def _drawn(page: pypdfium2.PdfPage, side: int, most: int) -> Page:
    """Draw one page: what can be seen stays, what could run, open or fetch something does not."""
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        raise EvidenceError(Code.DAMAGED)
    scale = min(side / max(width, height), MOST_SCALE)
    if min(width, height) * scale < 1:
        raise EvidenceError(Code.DAMAGED)
    picture = page.render(scale=scale).to_pil()
    page.close()
    picture.thumbnail((side, side))
    bare = _bare(picture)
    grey = bare.convert("L")
    grey.thumbnail((LOOKED_AT, LOOKED_AT))
    return Page(_jpeg(bare, min(most, LARGEST_PAGE)), ("sideways",) if is_sideways(grey) else ())
