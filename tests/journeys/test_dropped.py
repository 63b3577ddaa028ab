"""The connection drops while somebody writes: the wire is cut, nobody is reached for a while, the server is restarted.

Afterwards the page goes on by itself, and every character is there: of the field that was left, and of the one that
was not. What is written on goes to the same draft.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import torture
from tests.journeys.reader import IDLE, Reader
from tests.journeys.server import Served, free_port, running
from tests.journeys.wire import Wire
from tests.journeys.writing import CHAPTERS, Count, at, box, kept_sample, there, unfold

CONNECTED = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  return app && app.dataset.testConnectionState === "CONNECTED"
}"""
RECONNECTS, MOMENT = 60_000, 0.5
GONE_ON = "，接着写"
TRIED = tuple(CHAPTERS) if torture.EVERY_WAY else ("channel", "materials")


@dataclass
class House:
    """A workbook that can be restarted behind a wire that can be cut."""

    folder: Path
    port: int
    wire: Wire
    stack: ExitStack

    def start(self) -> Served:
        """Start the workbook, always at the same port; return it as the browser reaches it."""
        found = self.stack.enter_context(running(self.folder, port=self.port))
        return replace(found, address=f"http://127.0.0.1:{self.wire.port}")

    def restart(self) -> None:
        """Stop the workbook and start it again."""
        self.stack.close()
        self.start()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Lay the wire."""
    port = free_port()
    with ExitStack() as stack:
        found = House(tmp_path_factory.mktemp("workbook"), port, Wire(port), stack)
        yield found
        found.wire.close()


@pytest.fixture(scope="module")
def owner(browser: Browser, house: House) -> Iterator[Reader]:
    """Give a person whose draft is kept."""
    found = kept_sample(browser, house.start())
    yield found
    found.context.close()


def _cut(house: House) -> None:
    assert house.wire.cut() > 0
    time.sleep(MOMENT)  # until the page has noticed


def _away(house: House) -> None:
    with house.wire.away():
        time.sleep(torture.OFFLINE)


def _restarted(house: House) -> None:
    with house.wire.away():
        house.restart()


WAYS: dict[str, Callable[[House], None]] = {"cut": _cut, "away": _away, "restarted": _restarted}


@torture.PATIENT
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("chapter", TRIED)
def test_a_dropped_connection_costs_nothing(
    chapter: str, way: str, owner: Reader, house: House, record_property: Callable[[str, object], None]
) -> None:
    count = Count()
    for number in range(torture.DROPS):
        said = (f"甲{number}{way}已离开", f"乙{number}{way}未离开")
        texts = dict(zip(CHAPTERS[chapter], said, strict=True))
        at(owner, chapter)
        for name, text in texts.items():
            box(owner, name).fill("")
            box(owner, name).press_sequentially(text)

        WAYS[way](house)
        _come_back(owner)
        unfold(owner, chapter)  # who was cut off in the middle of an answer may find a card folded: it is opened again

        for name, text in texts.items():
            count.add(text, there(box(owner, name), text))
        for name, text in texts.items():
            box(owner, name).press("Control+End")
            box(owner, name).press_sequentially(GONE_ON)
            count.add(text + GONE_ON, there(box(owner, name), text + GONE_ON))
        at(owner, chapter)
        for name, text in texts.items():
            count.add(text + GONE_ON, there(box(owner, name), text + GONE_ON))
    record_property(torture.TRIED, torture.DROPS)
    record_property(
        torture.COUNTED, f"F14 {{'drops': {torture.DROPS}, 'characters': {count.typed}, 'lost': {count.lost}}}"
    )
    assert count.instead == []


def _come_back(owner: Reader) -> None:
    """Wait until the page is in touch again; that nobody answered for a while is no fault of the page."""
    for state in (CONNECTED, IDLE):
        owner.page.wait_for_function(state, timeout=RECONNECTS)
    owner.faults.clear()
    owner.settle()
