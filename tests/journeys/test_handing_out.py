"""Under the hardened server a file goes once, to the browser it was made for, and again whenever it is asked for."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.journeys.conftest import begin_reading
from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.server import Served

NAME = "王小明"


def _owner(browser: Browser, served: Served) -> Reader:
    found = begin_reading(browser, served, width=390, locale="zh-CN")
    found.open("short_way")
    found.type("person.name", NAME)
    found.open("summary")
    return found


def _address(reader: Reader) -> str:
    link = reader.widget("save_file").locator("a")
    expect(link).to_have_attribute("href", re.compile(r"^/api/dl/.+"), timeout=PATIENCE)
    return f"{reader.served.address}{link.get_attribute('href')}"


def test_the_same_file_can_be_taken_again_and_again(browser: Browser, served: Served, tmp_path: Path) -> None:
    owner = _owner(browser, served)

    files = [owner.download("save_file", tmp_path).read_bytes() for _time in range(3)]

    assert NAME.encode() in files[0]
    assert files[0] == files[1] == files[2]
    owner.context.close()


def test_nobody_else_gets_it_and_after_erasing_nobody_at_all(browser: Browser, served: Served) -> None:
    owner, other = _owner(browser, served), _owner(browser, served)
    address = _address(owner)

    assert NAME not in other.context.request.get(address).text()

    owner.tap("erase_ask")
    owner.tap("erase_yes")
    assert NAME not in owner.context.request.get(address).text()
    for person in (owner, other):
        person.context.close()
