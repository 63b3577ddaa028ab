"""What a file is stands in its first bytes."""

import pytest

from accord.evidence.sniffing import Kind, kind_of
from tests.accord.evidence.specimens import as_bytes, as_pdf, specimen


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_pictures_are_known_by_their_first_bytes(kind: str) -> None:
    assert kind_of(as_bytes(specimen(2), kind)) is Kind(kind)


def test_a_pdf_is_known_with_and_without_a_mark_before_it() -> None:
    data = as_pdf(specimen(2))

    assert kind_of(data) is kind_of(b"\xef\xbb\xbf\r\n" + data) is Kind.PDF


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"PK\x03\x04", b"<svg/>", b"RIFF0000WAVE", b"MZ%PDF-1.7"])
def test_everything_else_is_unknown(data: bytes) -> None:
    assert kind_of(data) is None


def test_the_iphones_format_is_known_by_name() -> None:
    assert kind_of(b"\0\0\0\x18ftypheic") is Kind.HEIF
