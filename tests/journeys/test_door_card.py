"""The card for somebody at the door: all of it on one phone screen, on one printed page, and as a picture to keep."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from accord.i18n import speaking
from accord.knowledge.cards import DOOR_CARD
from tests.journeys.conftest import HEIGHTS
from tests.journeys.reader import Reader, key_class
from web.helpcards import TONGUES, single_page

PHONE = 390
BOTTOM_OF_CARD = "document.querySelector('section').getBoundingClientRect().bottom"


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=list(TONGUES))
def test_the_plain_card_fits_one_phone_screen_and_one_printed_page(browser: Browser, tongue: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": HEIGHTS[PHONE]})
    with speaking(tongue):
        page.set_content(single_page(DOOR_CARD).decode())

    assert page.evaluate(BOTTOM_OF_CARD) <= HEIGHTS[PHONE]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert len(PdfReader(BytesIO(page.pdf(format="A4"))).pages) == 1
    page.close()


def test_the_start_page_gives_the_card_as_a_picture(reader: Reader) -> None:
    reader.open("")
    folded = reader.page.locator(key_class(f"picture_{DOOR_CARD}"))
    expect(folded.locator("img")).to_have_count(0)

    folded.get_by_text(reader.say("The card as a picture, to keep")).click()

    expect(folded.locator("img")).to_be_visible()
    assert folded.locator("img").evaluate("image => image.naturalWidth") >= 1000
