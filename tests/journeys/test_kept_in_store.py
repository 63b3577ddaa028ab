"""With the person's leave the draft lies encrypted in the store, and the browser holds the key alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.journeys.conftest import HEIGHTS, begin_reading
from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.server import Served

NAME = "王小明"
CLOCK = re.compile(r"^\d\d:\d\d:\d\d 已保存$")
STORED = "() => JSON.stringify([{...sessionStorage}, {...localStorage}])"


@pytest.fixture(params=["served", "plain_host"])
def writer(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Reader]:
    """Give a person in front of the workbook, once by each way in."""
    host: Served = request.getfixturevalue(request.param)
    found = begin_reading(browser, host, width=1280, locale="zh-CN")
    yield found
    found.context.close()


def agree(reader: Reader, *, remember: bool = False) -> None:
    reader.open("short_way")
    reader.type("person.name", NAME)
    reader.widget("consent_tick").locator("label").first.click()
    reader.settle()
    if remember:
        reader.widget("consent_remember").locator("label").first.click()
        reader.settle()
    reader.tap("consent_yes")
    _wait_saved(reader)


def _wait_saved(reader: Reader) -> None:
    expect(reader.page.get_by_test_id("stSidebar").get_by_text(CLOCK).first).to_be_visible(timeout=PATIENCE)
    reader.settle()


def _restarted(browser: Browser, old: BrowserContext, host: Served) -> Reader:
    """Close the browser and open it again: what had no date is gone."""
    kept = old.storage_state()
    kept["cookies"] = [cookie for cookie in kept["cookies"] if cookie.get("expires", -1) != -1]
    context = browser.new_context(storage_state=kept, locale="zh-CN", viewport={"width": 1280, "height": HEIGHTS[1280]})
    reader = Reader(context, context.new_page(), host, "zh-CN")
    reader.watch()
    return reader


def test_the_browser_holds_the_key_alone_and_a_refresh_brings_everything_back(writer: Reader) -> None:
    agree(writer)

    stored = "".join(str(entry) for drawer in json.loads(writer.page.evaluate(STORED)) for entry in drawer.values())
    assert writer.kept() in ([], ["bank-negotiation-workbook-key"])
    assert "body" not in stored
    assert NAME not in stored
    folder = writer.served.log.parent
    kept = b"".join(path.read_bytes() for path in folder.rglob("workbook.db*"))
    assert kept
    assert NAME.encode() not in kept
    assert NAME not in writer.served.said()

    box = writer.widget("answer:position.cause_words").locator("input, textarea").first
    box.click()
    box.press_sequentially("公司七月关门")  # typed and not left yet
    writer.page.reload()
    writer.settle()

    writer.shows("person.name", NAME)
    writer.shows("position.cause_words", "公司七月关门")


def test_a_closed_browser_forgets_unless_asked_to_remember(writer: Reader, browser: Browser) -> None:
    agree(writer)

    again = _restarted(browser, writer.context, writer.served)
    again.open("short_way")

    again.shows("person.name", "")
    again.context.close()


def test_what_is_remembered_is_there_after_a_restart_until_it_is_erased(writer: Reader, browser: Browser) -> None:
    agree(writer, remember=True)

    again = _restarted(browser, writer.context, writer.served)
    again.open("short_way")
    again.shows("person.name", NAME)
    again.context.close()

    writer.open("summary")
    writer.tap("erase_ask")
    writer.tap("erase_yes")
    expect(writer.page.get_by_text("回执编号")).to_be_visible(timeout=PATIENCE)
    assert writer.kept() == []
    writer.open("short_way")
    writer.shows("person.name", "")
