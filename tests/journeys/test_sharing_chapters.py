"""Whoever has a link reads every chapter and changes none, and finds the own draft again afterwards."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.reader import PATIENCE
from tests.journeys.server import Served
from tests.journeys.sharing import (
    CREDITOR,
    NAME,
    READING,
    field,
    kept_draft,
    link_of,
    open_link,
    person,
    read_chapters,
)

CLOSED = "对方未开放"
DRAWERS = """() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]
  .filter((name) => name.includes("typed"))"""
OUT_OF_SIGHT = """() => [...document.querySelectorAll('[data-testid="stMain"] [data-testid="stButtonGroup"] [role]')]
  .filter((line) => line.scrollWidth > line.clientWidth + 1 && getComputedStyle(line).overflowX !== "visible")
  .map((line) => line.innerText)"""
"""Choices that lie beyond the edge of their line."""
CHAPTERS = (
    *("understand_the_bank", "your_position", "channel", "materials"),
    *("negotiate", "follow_up", "emergencies"),
)


@pytest.fixture(scope="module")
def link(browser: Browser, public: Served) -> str:
    """Give a link to a draft that is kept; its owner has gone."""
    owner = person(browser, public)
    kept_draft(owner)
    found, _code = link_of(owner)
    owner.context.close()
    return found


def test_every_chapter_is_read_and_none_written(browser: Browser, public: Served, link: str) -> None:
    advisor = person(browser, public, 390)
    open_link(advisor, link)
    read_chapters(advisor)

    for chapter in CHAPTERS:
        advisor.open(f"{chapter}{READING}")
        main = advisor.page.get_by_test_id("stMain")
        expect(main.get_by_text("只能看").first).to_be_visible(timeout=PATIENCE)
        shown = main.locator('[class*="st-key-add_"], [class*="st-key-away_"], [data-testid="stFileUploader"]')
        assert not [button for button in shown.all() if button.is_visible()], chapter
        assert advisor.page.evaluate(OUT_OF_SIGHT) == [], chapter
        assert NAME not in advisor.page.content()
    advisor.open(f"your_position{READING}")
    assert CLOSED in advisor.page.get_by_test_id("stMain").inner_text()
    advisor.context.close()


def test_the_readers_own_draft_is_there_again_afterwards(browser: Browser, public: Served, link: str) -> None:
    other = person(browser, public)
    other.open("short_way")
    other.type("person.name", "李四")
    other.widget("consent_tick").locator("label").first.click()
    other.settle()
    other.tap("consent_yes")

    open_link(other, link)
    read_chapters(other)
    expect(field(other, "debts.debt-1.creditor")).to_have_value(CREDITOR, timeout=PATIENCE)
    other.page.reload()
    other.settle()
    expect(field(other, "debts.debt-1.creditor")).to_have_value(CREDITOR, timeout=PATIENCE)
    assert other.page.evaluate(DRAWERS) == []

    other.page.get_by_test_id("stSidebar").locator('[class*="st-key-reading_leave"] a').click()
    other.page.wait_for_url(f"{public.address}/", timeout=PATIENCE)
    other.open("short_way")
    other.shows("person.name", "李四")
    assert CREDITOR not in other.page.content()
    other.context.close()


def test_a_draft_that_is_not_kept_is_there_again_too(browser: Browser, public: Served, link: str) -> None:
    other = person(browser, public)
    other.open("short_way")
    other.type("person.name", "王五")

    open_link(other, link)
    read_chapters(other)
    other.page.get_by_test_id("stSidebar").locator('[class*="st-key-reading_leave"] a').click()
    other.page.wait_for_url(f"{public.address}/", timeout=PATIENCE)
    other.open("short_way")

    other.shows("person.name", "王五")
    other.context.close()
