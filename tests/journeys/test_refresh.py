"""Typed text outlives leaving: in each chapter, left and not left yet, at once, by reload, closed tab and back.

The draft is kept, under the hardened server. Every character is counted; none may be missing.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import torture
from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.server import Served
from tests.journeys.writing import CHAPTERS, Count, at, box, kept_sample, there

DRAWN_ANEW = """(node, text) =>
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(node, text)"""
"""As a new server draws a field: nobody typed it."""
KEPT_WITHIN = 2.0
"""Seconds after which the keeper has sent what is typed and not left, on a machine that is busy with other tests."""


@pytest.fixture(scope="module")
def owner(browser: Browser, served: Served) -> Iterator[Reader]:
    """Give a person whose draft, a filled one, is kept."""
    found = kept_sample(browser, served)
    yield found
    found.context.close()


def _reload(reader: Reader) -> None:
    reader.page.reload()


def _close(reader: Reader) -> None:
    old: Page = reader.page
    reader.page = reader.context.new_page()
    old.close(run_before_unload=True)


def _back(reader: Reader) -> None:
    reader.page.go_back()


def _crash(reader: Reader) -> None:
    """Let the tab die; it can send nothing any more, so what was typed has had the keeper's moment before."""
    time.sleep(KEPT_WITHIN)
    browser = reader.context.browser
    assert browser
    with reader.page.expect_event("crash"):
        running = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
        for process in running:
            if process["type"] == "renderer":
                os.kill(int(process["id"]), signal.SIGKILL)
    reader.page.close()
    reader.page = reader.context.new_page()


WAYS: dict[str, Callable[[Reader], None]] = {"reload": _reload, "close": _close, "back": _back, "crash": _crash}


EVERY = tuple(product(CHAPTERS, WAYS))
IN_TURN = tuple(zip(CHAPTERS, ("close", "back", "crash"), strict=False))
"""The short form: every chapter is refreshed, and each other way is tried once."""
TRIED = EVERY if torture.EVERY_WAY else (*((chapter, "reload") for chapter in CHAPTERS), *IN_TURN)


@torture.PATIENT
@pytest.mark.parametrize(("chapter", "way"), TRIED)
def test_not_a_character_is_lost(
    chapter: str, way: str, owner: Reader, record_property: Callable[[str, object], None]
) -> None:
    count = Count()
    at(owner, chapter)
    for number in range(torture.LEAVINGS):
        said = (f"甲{number}{way}已离开", f"乙{number}{way}未离开")
        texts = dict(zip(CHAPTERS[chapter], said, strict=True))
        for name, text in texts.items():
            box(owner, name).fill("")
            box(owner, name).press_sequentially(text)

        WAYS[way](owner)

        at(owner, chapter)
        for name, text in texts.items():
            count.add(text, there(box(owner, name), text))
    record_property(torture.TRIED, count.texts)
    record_property(torture.COUNTED, f"F13 {{'characters typed': {count.typed}, 'lost': {count.lost}}}")
    assert count.instead == []


def _type_a_name(owner: Reader, text: str) -> tuple[Locator, str]:
    """Type a name where one stands; return the field, not left yet, and what stood there."""
    at(owner, "short_way")
    name = box(owner, "person-name")
    before = name.input_value()
    name.fill("")
    name.press_sequentially(text)
    return name, before


def _draw_anew(name: Locator, text: str) -> None:
    name.evaluate(DRAWN_ANEW, text)
    assert name.input_value() == text


def test_who_goes_on_while_a_field_is_drawn_anew_goes_on_in_their_own_text(owner: Reader) -> None:
    name, before = _type_a_name(owner, "欧阳王老明")
    _draw_anew(name, before)

    name.press_sequentially("先生")

    expect(name).to_have_value("欧阳王老明先生")
    at(owner, "short_way")
    expect(box(owner, "person-name")).to_have_value("欧阳王老明先生")


def test_what_is_drawn_late_does_not_stand_in_place_of_what_was_heard_since(owner: Reader) -> None:
    name, before = _type_a_name(owner, "欧阳赵小兰")
    name.blur()
    _draw_anew(name, before)

    expect(name).to_have_value("欧阳赵小兰", timeout=PATIENCE)
    name.press("Control+End")
    name.press_sequentially("女士")

    at(owner, "short_way")
    expect(box(owner, "person-name")).to_have_value("欧阳赵小兰女士")
