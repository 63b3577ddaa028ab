"""Hints on photos: given where they help, not given for a good photo."""

import pytest
from PIL import Image, ImageFilter

from accord.evidence.photo import brightness, hints, is_sideways, sharpness
from tests.accord.evidence.specimens import specimen

GOOD = [specimen(30), specimen(6), specimen(36).rotate(2, fillcolor=(90, 80, 70)), specimen(20).rotate(180)]


@pytest.mark.parametrize("picture", GOOD)
def test_a_good_photo_gets_no_hint(picture: Image.Image) -> None:
    assert hints(picture, picture.size) == ()


def test_a_dark_photo_is_called_dark_and_not_blurred() -> None:
    picture = specimen(30).point(lambda level: level * 0.25)

    assert hints(picture, picture.size) == ("dark",)


@pytest.mark.parametrize("radius", [4, 8])
def test_a_blurred_photo_is_called_blurred(radius: int) -> None:
    picture = specimen(30).filter(ImageFilter.GaussianBlur(radius))

    assert "blurred" in hints(picture, picture.size)


def test_a_photo_on_its_side_is_called_so() -> None:
    picture = specimen(30).rotate(90, expand=True)

    assert hints(picture, picture.size) == ("sideways",)
    assert not is_sideways(specimen(30).convert("L"))


def test_a_small_picture_is_called_small_by_its_first_size() -> None:
    assert "small" in hints(specimen(30), (400, 560))


def test_a_plain_surface_has_no_edges_and_its_own_brightness() -> None:
    grey = Image.new("L", (300, 300), 200)

    assert sharpness(grey) == 0
    assert brightness(grey) == 200
    assert not is_sideways(grey)
