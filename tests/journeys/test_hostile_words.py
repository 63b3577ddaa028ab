"""Hostile words in every field of a case, shown on every page: with our policy in force, and the plain way without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Dialog, FilePayload

from accord.case.workbook import write_workbook
from tests import torture
from tests.hostile.payloads import BEACON
from tests.hostile.words import planted
from tests.journeys.conftest import begin_reading
from tests.journeys.reader import Reader, addresses, key_class
from tests.journeys.server import Served

TURNS = range(torture.TURNS)
WAYS = ("plain_host", "served") if torture.EVERY_WAY else ("plain_host",)
"""The short form takes the plain way: what our policy would stop as well must not be on the page in the first place."""
OWN = '[data-testid="stMain"]'
FOREIGN_NODES = f"""() => [
  ...document.querySelectorAll('{OWN} script, {OWN} object, {OWN} embed, {OWN} meta, {OWN} base, {OWN} form[action]'),
  ...document.querySelectorAll('{OWN} iframe, {OWN} frameset, {OWN} link, {OWN} animate, {OWN} foreignObject'),
  ...document.querySelectorAll('[src*="beacon.invalid" i], [href*="beacon.invalid" i], [srcset*="beacon.invalid" i]'),
  ...document.querySelectorAll('[srcdoc], [onerror], [onload], [onfocus], [ontoggle], [onbegin], [formaction], [ping]'),
  ...document.querySelectorAll('{OWN} [style*="beacon.invalid" i], {OWN} [href^="javascript" i]'),
  ...document.querySelectorAll('{OWN} [href^="data:" i]'),
].map((node) => node.outerHTML.slice(0, 200))"""


def _with_hostile_case(reader: Reader, turn: int) -> int:
    case, count = planted(turn)
    reader.open("")
    reader.unfold("Continue with a saved file")
    file: FilePayload = {"name": "workbook.json", "mimeType": "application/json", "buffer": write_workbook(case)}
    reader.page.locator(f"{key_class('open_file')} input[type=file]").set_input_files(file)
    reader.tap("open_file_confirm")
    return count


def _unfold_everything(reader: Reader) -> None:
    reader.page.evaluate(
        "() => document.querySelectorAll('details:not([open]) > summary').forEach((fold) => fold.click())"
    )
    reader.settle()


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("way", WAYS)
def test_no_page_does_what_hostile_words_say(
    way: str,
    turn: int,
    browser: Browser,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    served: Served = request.getfixturevalue(way)
    reader = begin_reading(browser, served, width=1280, locale="zh-CN")
    dialogs: list[str] = []
    found: dict[str, list[str]] = {}

    def noted(dialog: Dialog) -> None:
        """Keep what a dialog said; close it."""
        dialogs.append(dialog.message)
        dialog.dismiss()

    reader.page.on("dialog", noted)
    fields = _with_hostile_case(reader, turn)
    assert fields > 100
    for path in addresses():
        reader.open(path)
        _unfold_everything(reader)
        found[path] = reader.page.evaluate(FOREIGN_NODES)
        assert reader.page.url.startswith(served.address)
        assert BEACON not in reader.page.url
    nodes = sum(map(len, found.values()))
    told = f"{fields} fields on {len(found)} pages, nodes {nodes}, dialogs {len(dialogs)}"
    record_property(torture.TRIED, fields)
    record_property(torture.COUNTED, f"A7 {way}, turn {turn}: {told}")
    assert {path: nodes for path, nodes in found.items() if nodes} == {}
    assert dialogs == []
    reader.context.close()
