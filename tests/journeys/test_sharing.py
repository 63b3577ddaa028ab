"""An owner shares; an advisor in another browser reads and comments; the owner sees it, takes it, shuts the door."""

from __future__ import annotations

import time
from contextlib import suppress

from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as TookTooLongError

from tests.journeys.reader import A_MOMENT, PATIENCE, TRIES, Reader
from tests.journeys.server import Served
from tests.journeys.sharing import (
    CREDITOR,
    NAME,
    SHARE,
    TEN_SECONDS,
    field,
    kept_draft,
    link_of,
    open_link,
    person,
    read_chapters,
)


def _part(advisor: Reader, message: str) -> None:
    advisor.widget("advisor_part").get_by_text(advisor.say(message), exact=True).click()
    advisor.settle()


def _main(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def test_an_advisor_reads_comments_and_is_shut_out(browser: Browser, public: Served) -> None:
    owner, advisor = person(browser, public), person(browser, public, 390)
    kept_draft(owner)
    link, code = link_of(owner)
    assert link.startswith(f"{public.address}/open#wbs1_")
    assert code == ""

    open_link(advisor, link)
    assert CREDITOR in _main(advisor.page)
    assert NAME not in advisor.page.content()
    assert "#" not in advisor.page.url

    _part(advisor, "Answers")
    advisor.widget("advisor_words").locator("textarea").fill("先核对违约金")
    advisor.widget("advisor_words").locator("textarea").blur()
    advisor.settle()
    advisor.tap("advisor_send")

    said = time.monotonic()
    expect(owner.page.get_by_text("先核对违约金")).to_be_visible(timeout=TEN_SECONDS)
    assert time.monotonic() - said < 10

    owner.tap("share_put_away")
    owner.page.locator('[class*="st-key-withdraw_"]').get_by_role("button").click()
    expect(advisor.page.get_by_text(CREDITOR)).to_have_count(0, timeout=TEN_SECONDS)
    expect(advisor.page.get_by_role("alert").first).to_contain_text("打不开", timeout=TEN_SECONDS)
    advisor.page.reload()
    advisor.settle()
    assert CREDITOR not in advisor.page.content()
    owner.context.close()
    advisor.context.close()


def _paste(advisor: Reader, link: str) -> None:
    """Open a link whose address was cut off on its way: pasted whole into the page."""
    advisor.open("advisor")
    box = advisor.widget("door_pasted").locator("input")
    box.fill(link)
    box.blur()
    advisor.tap("door_open")


def test_a_suggested_value_reaches_the_owner_on_any_page_and_is_taken(browser: Browser, public: Served) -> None:
    owner, advisor = person(browser, public), person(browser, public)
    kept_draft(owner)
    link, _code = link_of(owner)
    _paste(advisor, link)
    assert CREDITOR in _main(advisor.page)
    owner.open("materials")

    _part(advisor, "Answers")
    _pick(advisor, "advisor_chapter", "4 准备材料")
    _pick(advisor, "advisor_about", "欠款 · 1 · 本金")
    advisor.widget("advisor_kind").get_by_text(advisor.say("Suggest another value"), exact=True).click()
    advisor.settle()
    box = advisor.widget("advisor_value").locator("input")
    box.fill("85000")
    box.blur()
    advisor.settle()
    advisor.tap("advisor_send")

    expect(owner.page.get_by_text("顾问有 1 条新意见").first).to_be_visible(timeout=TEN_SECONDS)
    owner.open(SHARE)
    owner.page.locator('[class*="st-key-take_"]').get_by_role("button").click()
    owner.settle()
    owner.open("short_way")
    owner.shows("debts.debt-1.principal", "85,000")
    owner.context.close()
    advisor.context.close()


def _pick(reader: Reader, key: str, words: str) -> None:
    box = reader.widget(key).get_by_role("combobox")
    wanted = reader.page.get_by_role("option", name=words, exact=True)
    for _try in range(TRIES):
        # A list that is opened while the page is still being drawn may close again: a person searches once more.
        box.click()
        box.fill(words.rpartition(" · ")[2])
        with suppress(TookTooLongError):
            wanted.wait_for(state="visible", timeout=A_MOMENT)
            break
        box.press("Escape")
    wanted.click()
    reader.settle()


def test_the_plain_way_reads_the_link_itself_and_asks_for_the_code(browser: Browser, public_plain: Served) -> None:
    owner, advisor = person(browser, public_plain), person(browser, public_plain)
    kept_draft(owner)
    link, code = link_of(owner)
    assert link.startswith(f"{public_plain.address}/advisor#wbs1_")
    assert code

    advisor.page.goto(link, wait_until="domcontentloaded")
    expect(advisor.page.get_by_text("打开一次，就算用掉一次打开次数")).to_be_visible(timeout=PATIENCE)
    advisor.settle()
    assert "wbs1_" not in advisor.page.url
    box = advisor.widget("door_code").locator("input")
    box.fill(code.lower().replace("-", ""))
    box.blur()
    advisor.tap("door_open")
    assert CREDITOR in _main(advisor.page)

    advisor.page.reload()
    expect(advisor.page.get_by_text(CREDITOR).first).to_be_visible(timeout=PATIENCE)
    advisor.settle()
    read_chapters(advisor)
    expect(field(advisor, "debts.debt-1.creditor")).to_have_value(CREDITOR, timeout=PATIENCE)
    owner.context.close()
    advisor.context.close()
