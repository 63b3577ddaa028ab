"""Pictures and PDFs become bare pages of a bounded size."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from accord.evidence.codes import Code
from accord.evidence.limits import LONGEST_SIDE
from accord.evidence.reading import LARGEST_PAGE, read
from accord.evidence.reasons import EvidenceError
from accord.evidence.sheaf import Page, pack
from tests.accord.evidence.specimens import as_bytes, as_pdf, specimen


def picture_of(data: bytes) -> Image.Image:
    """Return the first page of a file as a picture."""
    return Image.open(BytesIO(read(data)[0].jpeg))


def test_a_large_photo_is_made_smaller_and_loses_what_it_carried() -> None:
    exif = Image.Exif()
    exif[0x0110], exif[0x8825] = "Phone of Lin Jing", {1: "N"}
    picture = picture_of(as_bytes(specimen(30).resize((2800, 3960)), exif=exif, comment=b"mine", dpi=(300, 300)))

    assert max(picture.size) == LONGEST_SIDE
    assert not {"exif", "comment", "icc_profile"} & set(picture.info)


def test_a_photo_is_turned_upright_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    assert picture_of(as_bytes(specimen(3, size=(800, 600)), exif=exif)).size == (600, 800)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "I;16", "CMYK"])
def test_every_kind_of_colour_becomes_plain_colour(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = picture_of(as_bytes(Image.new(mode, (900, 1200)), kind))

    assert (picture.mode, picture.format, picture.size) == ("RGB", "JPEG", (900, 1200))


def test_what_is_seen_through_becomes_white() -> None:
    assert picture_of(as_bytes(Image.new("RGBA", (90, 90), (0, 0, 0, 0)), "PNG")).getpixel((40, 40)) == (255, 255, 255)


def test_noise_that_packs_badly_still_becomes_a_page_of_bounded_size() -> None:
    noise = Image.effect_noise((2000, 2000), 120)

    assert len(read(as_bytes(noise, quality=95))[0].jpeg) <= LARGEST_PAGE


def test_a_pdf_keeps_its_pages_in_order_and_shape() -> None:
    pages = read(as_pdf(specimen(3), specimen(3, size=(1980, 1400))))
    sizes = [Image.open(BytesIO(page.jpeg)).size for page in pages]

    assert [width > height for width, height in sizes] == [False, True]
    assert max(max(size) for size in sizes) <= LONGEST_SIDE


def test_what_is_no_picture_is_refused_by_its_code() -> None:
    with pytest.raises(EvidenceError) as refused:
        read(b"hello")

    assert refused.value.code is Code.KIND


def test_kept_pages_are_drawn_anew_with_their_hints_and_lose_nothing_to_see() -> None:
    first = read(as_pdf(specimen(20, size=(700, 990)).rotate(90, expand=True), specimen(9, size=(700, 990))))
    pages = first
    for _time in range(6):
        pages = read(pack(pages))
    before, after = (Image.open(BytesIO(found[0].jpeg)).convert("RGB") for found in (first, pages))

    assert [page.hints for page in pages] == [page.hints for page in first] == [("sideways",), ()]
    assert max(ImageStat.Stat(ImageChops.difference(before, after)).mean) < 0.5
    assert len(pages[0].jpeg) < 1.02 * len(first[0].jpeg)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_pages_somebody_else_packed_become_plain_colour_of_a_bounded_size(mode: str) -> None:
    noise = Image.effect_noise((2000, 2000), 90).convert(mode)
    (page,) = read(pack([Page(as_bytes(noise, quality=100, comment=b"mine"))]))

    assert len(page.jpeg) <= LARGEST_PAGE
    assert Image.open(BytesIO(page.jpeg)).mode == "RGB"
    assert b"mine" not in page.jpeg


def test_kept_pages_that_are_none_are_refused() -> None:
    for jpeg in (b"MZ a program", as_bytes(specimen(2), "PNG"), as_bytes(Image.new("L", (LONGEST_SIDE + 1, 9)))):
        with pytest.raises(EvidenceError) as refused:
            read(pack([Page(jpeg)]))
        assert refused.value.code is Code.DAMAGED
