"""Pages in one piece: what was packed comes back, anything else is refused."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from accord.evidence.reasons import EvidenceError
from accord.evidence.sheaf import NAME, Page, is_page, pack, unpack
from tests.accord.evidence.specimens import as_bytes, specimen

JPEG = as_bytes(Image.new("RGB", (40, 60), "white"))
PACKED = pack((Page(JPEG, ("dark",)), Page(JPEG)))


def test_pages_come_back_with_their_hints() -> None:
    assert unpack(PACKED) == (Page(JPEG, ("dark",)), Page(JPEG))


def test_hints_that_are_none_of_ours_are_left_out() -> None:
    assert unpack(pack((Page(JPEG, ("<b>", "small")),)))[0].hints == ("small",)


@given(st.integers(0, len(PACKED) - 1))
@settings(max_examples=100)
def test_a_cut_sheaf_is_refused(end: int) -> None:
    with pytest.raises(EvidenceError):
        unpack(PACKED[:end])


@given(st.binary(max_size=300))
@settings(max_examples=100)
def test_noise_is_refused(noise: bytes) -> None:
    for data in (noise, NAME + noise, NAME + b"\0\0\0\2" + noise):
        with pytest.raises(EvidenceError):
            unpack(data)


def test_other_pictures_and_large_ones_are_no_pages() -> None:
    assert not is_page(as_bytes(specimen(3), "PNG"))
    assert not is_page(as_bytes(Image.new("L", (2001, 10))))
    with pytest.raises(EvidenceError):
        unpack(pack((Page(as_bytes(specimen(3), "PNG")),)))


def test_a_page_does_not_print_what_it_shows() -> None:
    assert "jpeg" not in repr(Page(JPEG))
    assert Image.open(BytesIO(JPEG)).size == (40, 60)
