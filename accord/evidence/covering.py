"""Numbers covered for good, pages turned, small pictures for the screen. Works on our own JPEG pages alone."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from accord.evidence.sheaf import Page

INK = (32, 38, 44)
EDGE = (224, 96, 32)
QUALITY = 85
WHOLE = 100


@dataclass(frozen=True)
class Box:
    """A rectangle in hundredths of the picture, from its upper left corner."""

    left: int = 0
    top: int = 0
    right: int = WHOLE
    bottom: int = WHOLE

    def pixels(self, size: tuple[int, int]) -> tuple[int, int, int, int]:
        """Return the rectangle in pixels of a picture of this size, both corners inclusive."""
        width, height = size
        left, right = sorted((self.left, self.right))
        top, bottom = sorted((self.top, self.bottom))
        return (
            left * width // WHOLE,
            top * height // WHOLE,
            min(width, -(-right * width // WHOLE)) - 1,
            min(height, -(-bottom * height // WHOLE)) - 1,
        )


BANDS: dict[str, Box] = {
    "top": Box(0, 0, WHOLE, 20),
    "middle": Box(0, 40, WHOLE, 60),
    "bottom": Box(0, 80, WHOLE, WHOLE),
}
"""Places to begin from: most numbers on a card or a paper stand in one of them."""


def covered(page: Page, box: Box) -> Page:
    """Return the page with a rectangle filled; what lay under it is in no byte of the result."""
    picture = _opened(page)
    ImageDraw.Draw(picture).rectangle(box.pixels(picture.size), fill=INK)
    return Page(_saved(picture, QUALITY), page.hints)


def turned(page: Page) -> Page:
    """Return the page turned by a quarter to the right."""
    hints = tuple(hint for hint in page.hints if hint != "sideways")
    return Page(_saved(_opened(page).transpose(Image.Transpose.ROTATE_270), QUALITY), hints)


def small(page: Page, side: int, box: Box | None = None) -> bytes:
    """Return a small JPEG of the page, at most `side` pixels long; a rectangle is shown filled, half seen through."""
    picture = _opened(page)
    picture.thumbnail((side, side))
    if box:
        veil = Image.new("RGB", picture.size, INK)
        mask = Image.new("L", picture.size, 0)
        ImageDraw.Draw(mask).rectangle(box.pixels(picture.size), fill=215)
        picture.paste(veil, mask=mask)
        # A dark box is not seen on a dark photo; its edge is.
        ImageDraw.Draw(picture).rectangle(box.pixels(picture.size), outline=EDGE, width=3)
    return _saved(picture, 75)


def _opened(page: Page) -> Image.Image:
    with Image.open(BytesIO(page.jpeg), formats=("JPEG",)) as picture:
        return picture.convert("RGB")


def _saved(picture: Image.Image, quality: int) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", quality=quality)
    return target.getvalue()
