"""In WeChat's browser on a phone: told calmly what works, and carried into the phone's own browser by a code."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.journeys.conftest import begin_reading
from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.server import Served

WECHAT = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Mobile/15E148 MicroMessenger/8.0.50(0x1800322b) NetType/WIFI Language/zh_CN"
)
NAME, CAUSE = "王小明", "公司七月关门"
CODE = re.compile(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}")


def _written(reader: Reader, *, kept: bool) -> None:
    reader.open("short_way")
    reader.type("person.name", NAME)
    if kept:
        reader.widget("consent_tick").locator("label").first.click()
        reader.settle()
        reader.tap("consent_yes")


def _code(reader: Reader, *, kept: bool) -> str:
    reader.open("")
    expect(reader.page.get_by_text("您正在微信里打开")).to_be_visible()
    reader.unfold("Continue in another browser or on another device")
    if not kept:
        reader.widget("start_carry_tick").locator("label").first.click()
        reader.settle()
    reader.tap("start_carry_make")
    expect(reader.page.get_by_text("在浏览器打开")).to_be_visible(timeout=PATIENCE)
    found = CODE.search(reader.page.get_by_test_id("stMain").inner_text())
    assert found
    return found[0]


def _fetch(reader: Reader, code: str) -> None:
    reader.open("")
    reader.unfold("I have a code")
    box = reader.widget("carry_code").locator("input")
    box.fill(code.lower().replace("-", " "))
    box.blur()
    reader.settle()
    reader.tap("carry_fetch")


def test_a_code_brings_the_same_draft_into_the_phones_own_browser(browser: Browser, served: Served) -> None:
    inside = begin_reading(browser, served, width=390, locale="zh-CN", agent=WECHAT)
    outside = begin_reading(browser, served, width=390, locale="zh-CN")
    _written(inside, kept=True)

    _fetch(outside, _code(inside, kept=True))

    expect(outside.widget("door_continue")).to_be_visible(timeout=PATIENCE)
    outside.open("short_way")
    outside.shows("person.name", NAME)
    outside.type("position.cause_words", CAUSE)
    inside.open("short_way")
    inside.shows("position.cause_words", CAUSE)
    inside.context.close()
    outside.context.close()


def test_answers_nobody_keeps_come_along_once_and_no_second_time(browser: Browser, served: Served) -> None:
    inside = begin_reading(browser, served, width=390, locale="zh-CN", agent=WECHAT)
    outside = begin_reading(browser, served, width=390, locale="zh-CN")
    other = begin_reading(browser, served, width=390, locale="zh-CN")
    _written(inside, kept=False)
    code = _code(inside, kept=False)

    _fetch(outside, code)
    _fetch(other, code)

    expect(other.page.get_by_role("alert").first).to_be_visible(timeout=PATIENCE)
    other.open("short_way")
    other.shows("person.name", "")
    outside.open("short_way")
    outside.shows("person.name", NAME)
    for person in (inside, outside, other):
        person.context.close()
