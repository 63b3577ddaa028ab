"""Covering is for good: no byte of the new picture knows what lay under the box."""

from io import BytesIO

from PIL import Image, ImageChops

from accord.evidence.covering import BANDS, INK, Box, covered, small, turned
from accord.evidence.sheaf import Page, is_page
from tests.accord.evidence.specimens import as_bytes, specimen

PAGE = Page(as_bytes(specimen(30)), ("sideways", "dark"))


def opened(jpeg: bytes) -> Image.Image:
    """Return a picture for looking at."""
    return Image.open(BytesIO(jpeg)).convert("RGB")


def test_two_papers_that_differ_under_the_box_alone_give_the_same_bytes() -> None:
    one, other = specimen(30), specimen(30)
    other.paste((200, 0, 0), (40, 800, 1300, 1180))
    box = Box(0, 38, 100, 62)

    assert covered(Page(lossless(one)), box).jpeg == covered(Page(lossless(other)), box).jpeg


def lossless(picture: Image.Image) -> bytes:
    """Return a JPEG whose blocks outside the box do not depend on those inside."""
    return as_bytes(picture, quality=95, subsampling=0)


def test_the_box_is_one_colour_and_the_rest_stays() -> None:
    after, before = opened(covered(PAGE, BANDS["middle"]).jpeg), opened(PAGE.jpeg)
    middle = after.crop((0, after.height // 2 - 100, after.width, after.height // 2 + 100))
    apart = ImageChops.difference(after.crop((0, 0, 1400, 700)), before.crop((0, 0, 1400, 700)))

    assert spread(ImageChops.difference(middle, Image.new("RGB", middle.size, INK))) < 12
    assert spread(apart) < 40


def spread(picture: Image.Image) -> int:
    """Return the brightest level of a picture."""
    return max(level for level, count in enumerate(picture.convert("L").histogram()) if count)


def test_a_turn_changes_the_sides_and_takes_the_hint_away() -> None:
    page = turned(PAGE)

    assert opened(page.jpeg).size == (1980, 1400)
    assert page.hints == ("dark",)


def test_a_box_is_given_in_hundredths_from_either_corner() -> None:
    assert Box(0, 0, 100, 100).pixels((50, 80)) == (0, 0, 49, 79)
    assert Box(60, 90, 20, 10).pixels((100, 100)) == (20, 10, 59, 89)


def test_a_small_picture_shows_where_the_box_would_be() -> None:
    plain, boxed = opened(small(PAGE, 300)), opened(small(PAGE, 300, BANDS["top"]))

    assert max(plain.size) == max(boxed.size) == 300
    assert sum(boxed.getpixel((100, 10))) < sum(plain.getpixel((100, 10)))  # type: ignore[arg-type]  # three levels
    assert is_page(small(PAGE, 300))
