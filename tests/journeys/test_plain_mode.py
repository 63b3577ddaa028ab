"""The plain way, as Community Cloud runs it: says once that it may forget, hands out files, loses no text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from accord.case.workbook import read_workbook
from tests.journeys.conftest import begin_reading
from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.server import Served

NAME, CAUSE = "王小明", "公司七月关门"


@pytest.fixture
def writer(browser: Browser, plain_host: Served) -> Iterator[Reader]:
    """Give a person on a phone who has written something."""
    found = begin_reading(browser, plain_host, width=390, locale="zh-CN")
    found.open("short_way")
    found.type("person.name", NAME)
    yield found
    found.context.close()


def test_it_says_once_that_it_may_forget_gives_the_file_and_a_refresh_loses_nothing(
    writer: Reader, tmp_path: Path
) -> None:
    expect(writer.widget("plain_host")).to_be_visible()

    saved = writer.download("plain_file", tmp_path)
    writer.tap("plain_host_read_yes")

    assert read_workbook(saved.read_bytes()).person.name == NAME
    assert saved.suffix == ".json"
    expect(writer.widget("plain_host")).to_have_count(0)

    box = writer.widget("answer:position.cause_words").locator("input").first
    box.click()
    box.press_sequentially(CAUSE)

    writer.page.reload()
    writer.settle()

    writer.shows("position.cause_words", CAUSE)
    writer.shows("person.name", NAME)


def test_alike_files_of_two_people_have_two_addresses(browser: Browser, plain_host: Served, writer: Reader) -> None:
    other = begin_reading(browser, plain_host, width=390, locale="zh-CN")
    other.open("short_way")
    other.type("person.name", NAME)

    addresses = [_address(reader) for reader in (writer, other)]

    assert addresses[0] != addresses[1]
    other.context.close()


def _address(reader: Reader) -> str:
    with reader.page.expect_download(timeout=PATIENCE) as told:
        reader.widget("plain_file").locator("a, button").first.click()
    return str(told.value.url)
