"""An owner shares; an advisor in another browser reads and comments; the owner sees it, takes it, shuts the door."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as TookTooLongError

from tests.journeys.conftest import begin_reading
from tests.journeys.reader import A_MOMENT, PATIENCE, TRIES, Reader
from tests.journeys.server import Served, running

NAME, PHONE, CREDITOR = "王小明", "13800138000", "东湖银行"
TEN_SECONDS = 10_000
SHARE = "summary"


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


def person(browser: Browser, served: Served, width: int = 1280) -> Reader:
    return begin_reading(browser, served, width=width, locale="zh-CN")


def kept_draft(owner: Reader) -> None:
    """Answer a little, and agree that it is kept."""
    owner.open("short_way")
    owner.type("person.name", NAME)
    owner.type("debts.debt-1.creditor", CREDITOR)
    owner.type("debts.debt-1.principal", "86400")
    owner.widget("consent_tick").locator("label").first.click()
    owner.settle()
    owner.tap("consent_yes")


def link_of(owner: Reader) -> tuple[str, str]:
    """Make a link as the panel proposes it; return it, and its code if it has one."""
    owner.open(SHARE)
    owner.unfold("Make a new link")
    owner.settle()
    make = owner.widget("share_form_make").get_by_role("button").first
    for _try in range(TRIES):
        # A tick set while the form is still being drawn may be drawn away again: a person ticks once more.
        owner.widget("share_form_consent").locator("label").first.click()
        owner.settle()
        with suppress(AssertionError):
            expect(make).to_be_enabled(timeout=A_MOMENT)
            break
    owner.tap("share_form_make")
    shown = owner.page.locator(".st-key-share_shown code").all_inner_texts()
    return shown[0].strip(), shown[1].strip() if len(shown) > 1 else ""


def open_link(advisor: Reader, link: str) -> None:
    """Follow a link by its landing page."""
    advisor.page.goto(link, wait_until="domcontentloaded")
    advisor.page.get_by_role("button").click()
    advisor.page.wait_for_url("**/advisor", timeout=PATIENCE)
    advisor.settle()


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


def test_a_suggested_value_reaches_the_owner_on_any_page_and_is_taken(browser: Browser, public: Served) -> None:
    owner, advisor = person(browser, public), person(browser, public)
    kept_draft(owner)
    link, _code = link_of(owner)
    open_link(advisor, link)
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


def test_an_owner_who_opens_a_link_keeps_the_own_draft(browser: Browser, public: Served) -> None:
    owner, other = person(browser, public), person(browser, public)
    kept_draft(owner)
    link, _code = link_of(owner)
    other.open("short_way")
    other.type("person.name", "李四")
    other.widget("consent_tick").locator("label").first.click()
    other.settle()
    other.tap("consent_yes")

    open_link(other, link)
    assert CREDITOR in _main(other.page)

    other.open("short_way")
    other.shows("person.name", "李四")
    owner.context.close()
    other.context.close()


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
    owner.context.close()
    advisor.context.close()


def test_a_pasted_link_opens_where_the_address_was_cut_off(browser: Browser, public: Served) -> None:
    owner, advisor = person(browser, public), person(browser, public, 390)
    kept_draft(owner)
    link, _code = link_of(owner)

    advisor.open("advisor")
    box = advisor.widget("door_pasted").locator("input")
    box.fill(link)
    box.blur()
    advisor.tap("door_open")

    assert CREDITOR in _main(advisor.page)
    owner.context.close()
    advisor.context.close()
