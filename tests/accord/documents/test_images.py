"""Papers as page images."""

from accord.documents import images
from accord.documents.blocks import Heading, PageBreak
from tests.accord.documents.papers import paper

PNG = b"\x89PNG\r\n\x1a\n"


def test_each_page_becomes_a_picture() -> None:
    pages = images.render(paper(Heading("甲"), PageBreak(), Heading("乙")), dots_per_inch=50)

    assert len(pages) == 2
    assert all(page.startswith(PNG) for page in pages)


def test_more_dots_make_a_larger_picture() -> None:
    small, large = (images.render(paper(Heading("甲")), dots_per_inch=dots)[0] for dots in (36, 144))

    ratio = int.from_bytes(large[16:20], "big") / int.from_bytes(small[16:20], "big")

    assert 3.9 < ratio < 4.1
