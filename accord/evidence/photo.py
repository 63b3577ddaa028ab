"""What a photo of a paper might be better at. Hints only: a poor photo of the right paper is still a proof.

The figures were set on drawn specimen papers, sharp and blurred, bright and dark, upright and turned; see the tests.
"""

from __future__ import annotations

from PIL import Image, ImageFilter, ImageStat

SMALL = 900
"""Fewer pixels than this along the longer side, and small print cannot be read."""
DARK = 85.0
"""Of 255: the paper itself, the brighter part of a photo, is darker than this."""
SOFT_EDGE = 250.0
"""The sharpest part of a bright picture has weaker edges than this (variance of the Laplacian)."""
TURNED = 3.0
"""Lines of text run down the picture when columns differ this much more than rows."""
TEXT = 5.0
"""Less difference than this is no text at all."""
LOOKED_AT = 1000
TILES = 6
WHITE = 240.0
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


def hints(picture: Image.Image, original: tuple[int, int]) -> tuple[str, ...]:
    """Return what to say of a photo: `small`, `dark`, `blurred`, `sideways`.

    Args:
        picture: the photo, upright as its camera says.
        original: its size in pixels before it was made smaller.
    """
    grey = picture.convert("L")
    grey.thumbnail((LOOKED_AT, LOOKED_AT))
    found = {
        "small": max(original) < SMALL,
        "dark": brightness(grey) < DARK,
        "blurred": sharpness(grey) < SOFT_EDGE,
        "sideways": is_sideways(grey),
    }
    return tuple(name for name, true in found.items() if true)


def brightness(grey: Image.Image) -> float:
    """Return how bright the paper is: the level that nine tenths of the picture do not reach, 0 to 255."""
    counts = grey.histogram()
    left = sum(counts) // 10
    for level in range(255, -1, -1):
        left -= counts[level]
        if left < 0:
            return float(level)
    return 0.0


def sharpness(grey: Image.Image) -> float:
    """Return the strength of edges in the sharpest part of a grey picture, as if it were bright."""
    edges = grey.filter(_LAPLACIAN)
    # The frame of the filter's result is no edge of the paper, so one pixel all around is left out.
    inner = edges.crop((1, 1, max(2, edges.width - 1), max(2, edges.height - 1)))
    wide, high = max(1, inner.width // TILES), max(1, inner.height // TILES)
    corners = [(x, y) for x in range(0, inner.width - wide + 1, wide) for y in range(0, inner.height - high + 1, high)]
    boxes = ((x, y, x + wide, y + high) for x, y in corners)
    light = max(brightness(grey), 1.0) / WHITE
    return max(float(ImageStat.Stat(inner.crop(box)).var[0]) for box in boxes) / light**2


def is_sideways(grey: Image.Image) -> bool:
    """Tell whether lines of text seem to run from top to bottom. Upside down cannot be told from upright."""
    edges = grey.filter(ImageFilter.FIND_EDGES)
    inner = edges.crop((2, 2, max(3, edges.width - 2), max(3, edges.height - 2)))
    rows = _unevenness(inner.resize((1, inner.height), Image.Resampling.BOX))
    columns = _unevenness(inner.resize((inner.width, 1), Image.Resampling.BOX))
    return columns > TURNED * rows and columns > TEXT


def _unevenness(profile: Image.Image) -> float:
    """Return how much neighbouring lines of a one-pixel profile differ, on average, squared."""
    levels = list(profile.tobytes())
    steps = [later - earlier for earlier, later in zip(levels, levels[3:], strict=False)]
    return sum(step * step for step in steps) / max(1, len(steps))
