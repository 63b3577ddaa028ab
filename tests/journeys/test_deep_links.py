"""Every page opens from its own address with nothing filled in, on a laptop and a phone, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import WINDOWS, begin_reading
from tests.journeys.reader import Reader, addresses
from tests.journeys.server import running


@pytest.mark.parametrize("window", WINDOWS, indirect=True, ids=" ".join)
def test_every_page_opens_from_its_address_with_an_empty_case(reader: Reader) -> None:
    language = "en" if reader.locale.startswith("en") else "zh"

    for path in addresses():
        reader.open(path)

        expect(reader.page.get_by_role("heading", level=1)).to_have_count(1)
        assert str(reader.page.evaluate("document.documentElement.lang")).startswith(language)
        assert reader.kept() == [], f"/{path} keeps something before the first answer"


@pytest.mark.parametrize("script", ["serve.py", "app.py"])
def test_the_first_visitor_of_a_cold_server_may_come_by_a_deep_link(
    script: str, browser: Browser, tmp_path: Path
) -> None:
    with running(tmp_path, script) as served:
        reader = begin_reading(browser, served, width=1280, locale="zh-CN")

        reader.open("your_position")

        expect(reader.page.get_by_role("heading", level=1)).to_have_count(1)
        expect(reader.page.get_by_test_id("stSidebar")).to_contain_text(reader.say("Bank Negotiation Workbook"))
        reader.context.close()
