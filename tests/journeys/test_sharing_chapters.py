"""An advisor reads the chapters and says something there; the owner sees it beside the answer, replies, decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.server import Served, running
from tests.journeys.test_sharing import CREDITOR, NAME, SHARE, TEN_SECONDS, kept_draft, link_of, open_link, person

PRINCIPAL = "debts.debt-1.principal"
READING = "?shared=1"
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
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run the workbook where others can reach it."""
    with running(tmp_path_factory.mktemp("public"), public=True) as found:
        yield found


@pytest.fixture(scope="module")
def public_plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run it the plain way, where others can reach it."""
    with running(tmp_path_factory.mktemp("plain"), script="app.py", public=True) as found:
        yield found


def read_chapters(advisor: Reader, chapter: str = "materials") -> None:
    """Go from the advisor's page into the chapters, then to one of them."""
    advisor.widget("advisor_read").get_by_role("link").click()
    advisor.page.wait_for_url(f"**/understand_the_bank{READING}", timeout=PATIENCE)
    advisor.settle()
    advisor.open(f"{chapter}{READING}")


def field(reader: Reader, path: str) -> Locator:
    """Return the field of an answer that is only shown."""
    return reader.widget(f"shown:{path}").locator("input, textarea").first


def _open_form(advisor: Reader, path: str) -> None:
    opener = advisor.widget(f"remark_open_{path}")
    if not opener.is_visible():
        advisor.page.get_by_test_id("stExpander").filter(has=opener).first.locator("summary").first.click()
    opener.get_by_role("button").click()
    advisor.settle()


def say_at(advisor: Reader, path: str, words: str, *, suggest: bool = False) -> None:
    """Say something beside an answer, or suggest another value for it."""
    if not advisor.widget("remark_form").is_visible():
        _open_form(advisor, path)
    if suggest:
        advisor.widget("advisor_kind").get_by_text(advisor.say("Suggest another value"), exact=True).click()
        advisor.settle()
    box = advisor.widget("advisor_value" if suggest else "advisor_words").locator("input, textarea").first
    box.fill(words)
    box.blur()
    advisor.settle()
    advisor.tap("advisor_send")


def reply(owner: Reader, words: str) -> None:
    """Answer the one remark on this page."""
    owner.page.locator('[class*="st-key-remark_answer_"]').get_by_role("button").first.click()
    owner.settle()
    box = owner.widget("remark_answer_words").locator("textarea")
    box.fill(words)
    box.blur()
    owner.settle()
    owner.tap("remark_send_answer")


def in_sight(page: Page, words: str) -> None:
    """Expect words on the page within ten seconds, without a tap."""
    expect(page.get_by_text(words).first).to_be_visible(timeout=TEN_SECONDS)


def test_a_remark_on_a_chapter_arrives_is_answered_and_the_door_is_shut(browser: Browser, public: Served) -> None:
    owner, advisor = person(browser, public), person(browser, public, 390)
    kept_draft(owner)
    link, _code = link_of(owner)
    owner.tap("share_put_away")
    open_link(advisor, link)
    read_chapters(advisor)
    assert field(advisor, PRINCIPAL).is_disabled()
    owner.open("materials")

    say_at(advisor, PRINCIPAL, "先核对违约金")
    in_sight(owner.page, "先核对违约金")
    reply(owner, "账单上没有单列")
    in_sight(advisor.page, "账单上没有单列")

    say_at(advisor, PRINCIPAL, "85000", suggest=True)
    taken = owner.page.locator('[class*="st-key-take_"]').get_by_role("button")
    expect(taken).to_be_visible(timeout=TEN_SECONDS)
    assert "86,400" in owner.page.locator('[class*="st-key-remark_"]').filter(has=taken).last.inner_text()
    taken.click()
    owner.settle()
    owner.shows(PRINCIPAL, "85,000")
    expect(field(advisor, PRINCIPAL)).to_have_value("85,000", timeout=TEN_SECONDS)

    owner.open(SHARE)
    owner.page.locator('[class*="st-key-withdraw_"]').get_by_role("button").click()
    expect(advisor.page.get_by_text(CREDITOR)).to_have_count(0, timeout=TEN_SECONDS)
    expect(advisor.page.get_by_role("alert").first).to_contain_text("打不开", timeout=TEN_SECONDS)
    owner.context.close()
    advisor.context.close()


def test_every_chapter_is_read_and_none_written(browser: Browser, public: Served) -> None:
    owner, advisor = person(browser, public), person(browser, public, 390)
    kept_draft(owner)
    link, _code = link_of(owner)
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
    owner.context.close()
    advisor.context.close()


def test_the_readers_own_draft_is_untouched_and_there_again_afterwards(browser: Browser, public: Served) -> None:
    owner, other = person(browser, public), person(browser, public)
    kept_draft(owner)
    link, _code = link_of(owner)
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
    owner.context.close()
    other.context.close()


def test_a_draft_that_is_not_kept_is_there_again_too(browser: Browser, public: Served) -> None:
    owner, other = person(browser, public), person(browser, public)
    kept_draft(owner)
    link, _code = link_of(owner)
    other.open("short_way")
    other.type("person.name", "王五")

    open_link(other, link)
    read_chapters(other)
    other.page.get_by_test_id("stSidebar").locator('[class*="st-key-reading_leave"] a').click()
    other.page.wait_for_url(f"{public.address}/", timeout=PATIENCE)
    other.open("short_way")

    other.shows("person.name", "王五")
    owner.context.close()
    other.context.close()


def test_the_plain_way_reads_the_chapters_with_the_tabs_own_ticket(browser: Browser, public_plain: Served) -> None:
    owner, advisor = person(browser, public_plain), person(browser, public_plain)
    kept_draft(owner)
    link, code = link_of(owner)
    advisor.page.goto(link, wait_until="domcontentloaded")
    advisor.settle()
    box = advisor.widget("door_code").locator("input")
    box.fill(code)
    box.blur()
    advisor.tap("door_open")

    read_chapters(advisor)

    expect(field(advisor, "debts.debt-1.creditor")).to_have_value(CREDITOR, timeout=PATIENCE)
    owner.context.close()
    advisor.context.close()
