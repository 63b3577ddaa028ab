"""A picture of a card fills a phone's width and can be read without zooming."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from accord.documents.blocks import Block, Bullets, Heading, Paragraph
from accord.documents.card_pictures import MARGIN, PAPER, TEXT, WIDTH, card_blocks, card_picture, picture
from accord.documents.faces import missing
from accord.i18n import speaking
from accord.knowledge.cards import DOOR_CARD, cards
from accord.knowledge.situations import any_card, situations

LARGEST = 400 * 1024
CALL = "call"
NAMES = [CALL, *(card.id for card in (*cards("zh_CN"), *situations()))]


def _image(*blocks: Block) -> Image.Image:
    return Image.open(BytesIO(picture(blocks))).convert("RGB")


def test_a_picture_is_as_wide_as_a_phone_and_its_text_large() -> None:
    assert _image(Heading("现在有人在门口", 1)).width == WIDTH
    assert TEXT / WIDTH * 390 >= 16


def test_more_words_make_a_longer_picture_never_a_wider_one() -> None:
    short, long = _image(Paragraph("短")), _image(Paragraph("很长的一句话，" * 40))

    assert long.height > short.height
    assert long.width == short.width


def test_nothing_is_written_into_the_margin() -> None:
    image = _image(Bullets(("不争吵、不推搡；对方留下的纸可以收着，但不签字。" * 3, "second " * 30), numbered=True))
    rim = image.crop((WIDTH - MARGIN + 12, 0, WIDTH, image.height))

    assert {colour for _count, colour in rim.getcolors() or []} == {image.getpixel((0, 0))}
    assert image.getpixel((0, 0)) == tuple(bytes.fromhex(PAPER[1:]))


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_card_can_be_drawn_whole_and_sent_easily(name: str, tongue: str) -> None:
    with speaking(tongue):
        blocks = card_blocks(name)

    assert missing([text for block in blocks for text in block.texts]) == ()
    assert len(picture(blocks)) <= LARGEST


def test_the_same_card_makes_the_same_bytes() -> None:
    with speaking("zh_CN"):
        assert card_picture(DOOR_CARD) == card_picture(DOOR_CARD)


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("name", NAMES[1:])
def test_the_picture_of_a_card_says_all_the_card_says(tongue: str, name: str) -> None:
    with speaking(tongue):
        said = [text for block in card_blocks(name) for text in block.texts]
        found = any_card(name)

    assert found is not None
    assert [line for line in (found.title, *found.lines) if line not in said] == []


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_the_card_for_the_door_can_be_read_when_the_whole_of_it_fills_a_phone(tongue: str) -> None:
    with speaking(tongue):
        image = Image.open(BytesIO(card_picture(DOOR_CARD)))

    shown = min(390 / image.width, 844 / image.height)
    assert TEXT * shown >= 14
