"""Nothing that was typed is lost: not by a refresh, a restart, a broken file, another language or a second tab."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import begin_reading
from tests.journeys.reader import Reader, key_class
from tests.journeys.server import Served, free_port, running

NAME = "王小明"
OTHER = {"zh-CN": "en-GB", "en-GB": "zh-CN"}
BROKEN = {"cut off": b'{"schema_version": 2, "person": {"na', "a picture": b"\x89PNG\r\n\x1a\n", "a list": b"[1, 2]"}


def _begin(reader: Reader) -> None:
    reader.open("short_way")
    reader.type("person.name", NAME)


def test_neither_a_refresh_nor_another_language_in_the_middle_loses_anything(reader: Reader) -> None:
    _begin(reader)

    reader.page.reload()
    reader.settle()
    reader.shows("person.name", NAME)

    reader.speak(OTHER[reader.locale])

    reader.shows("person.name", NAME)
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text(
        reader.say("Seven answers, then the words for the call")
    )


@pytest.fixture
def writer(browser: Browser, served: Served) -> Reader:
    """Give one person with a laptop; for what neither width nor language changes."""
    return begin_reading(browser, served, width=1280, locale="zh-CN")


def test_what_was_unfolded_stays_unfolded_at_the_first_tap(writer: Reader) -> None:
    writer.open("")
    writer.unfold("Continue with a saved file")

    writer.page.get_by_test_id("stSidebar").get_by_text(writer.say("Hide amounts")).click()
    writer.settle()

    expect(writer.widget("open_file")).to_be_visible()


def test_broken_files_leave_the_draft_alone(writer: Reader) -> None:
    _begin(writer)
    for name, broken in BROKEN.items():
        writer.open("")
        writer.unfold("Continue with a saved file")

        writer.page.locator(f"{key_class('open_file')} input[type=file]").set_input_files(
            {"name": f"{name}.json", "mimeType": "application/json", "buffer": broken}
        )

        expect(writer.page.get_by_role("alert").first).to_be_visible()
    writer.open("short_way")
    writer.shows("person.name", NAME)


def test_a_saved_file_brings_everything_back(writer: Reader, tmp_path: Path) -> None:
    _begin(writer)
    writer.open("summary")
    saved = writer.download("save_file", tmp_path)
    writer.tap("erase_ask")
    writer.tap("erase_yes")
    assert writer.kept() == []

    writer.open("")
    writer.unfold("Continue with a saved file")
    writer.page.locator(f"{key_class('open_file')} input[type=file]").set_input_files(saved)
    writer.tap("open_file_confirm")

    writer.open("short_way")
    writer.shows("person.name", NAME)


def test_a_restart_of_the_server_keeps_what_was_typed(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    with running(tmp_path, port=port) as served:
        reader = begin_reading(browser, served, width=1280, locale="zh-CN")
        _begin(reader)

    with running(tmp_path, port=port):
        reader.faults.clear()  # the lost connection is said in the console too
        reader.open("short_way")
        reader.shows("person.name", NAME)


def test_leaving_at_once_empties_the_page_and_goes_elsewhere(writer: Reader) -> None:
    _begin(writer)
    elsewhere = "https://www.baidu.com/"
    writer.context.route(f"{elsewhere}**", lambda route: route.fulfill(body="<title>elsewhere</title>"))

    writer.widget("frame").get_by_role("button").click()
    writer.page.wait_for_url(f"{elsewhere}**")

    assert NAME not in writer.page.content()
