"""Two people and a link: one keeps a draft and makes the link, the other opens it and reads."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from playwright.sync_api import Browser, Locator, expect

from tests.journeys.conftest import begin_reading
from tests.journeys.reader import A_MOMENT, PATIENCE, TRIES, Reader
from tests.journeys.server import Served

NAME, CREDITOR = "王小明", "东湖银行"
PRINCIPAL: Final = "debts.debt-1.principal"
READING: Final = "?shared=1"
TEN_SECONDS: Final = 10_000
SHARE: Final = "summary"


def person(browser: Browser, served: Served, width: int = 1280) -> Reader:
    """Return somebody with a browser of their own."""
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


def read_chapters(advisor: Reader, chapter: str = "materials") -> None:
    """Go from the advisor's page into the chapters, then to one of them."""
    advisor.widget("advisor_read").get_by_role("link").click()
    advisor.page.wait_for_url(f"**/understand_the_bank{READING}", timeout=PATIENCE)
    advisor.settle()
    advisor.open(f"{chapter}{READING}")


def field(reader: Reader, path: str) -> Locator:
    """Return the field of an answer that is only shown."""
    return reader.widget(f"shown:{path}").locator("input, textarea").first
