"""One server and one browser for all journeys of a process; a fresh drawer for each."""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.house.tree import ROOT
from tests.journeys.chromium import find_chromium
from tests.journeys.reader import FLAGS, PATIENCE, Reader
from tests.journeys.server import Served, running

HERE = Path(__file__).parent
HEIGHTS = {1280: 900, 390: 844}
WIDTHS = {"laptop": 1280, "phone": 390}
LOCALES = {"chinese": "zh-CN", "english": "en-GB"}
WINDOWS = tuple(product(WIDTHS, LOCALES))
"""Each page is opened in every window; longer ways are walked in the usual ones, in every one by `make journeys`."""
USUAL = (("phone", "chinese"), ("laptop", "english"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a journey."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of what the person saw when a journey failed, in test-results/."""
    report = yield
    person = getattr(item, "funcargs", {}).get("reader") or getattr(item, "funcargs", {}).get("writer")
    if report.when == "call" and report.failed and isinstance(person, Reader):
        name = re.sub(r"\W+", "-", item.name).strip("-")
        person.page.screenshot(path=ROOT / "test-results" / f"{name}.png")
    return report


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run the workbook."""
    with running(tmp_path_factory.mktemp("workbook")) as found:
        yield found


@pytest.fixture(scope="session")
def plain_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run the workbook the plain way, as `streamlit run app.py`: without cookies and routes of ours."""
    with running(tmp_path_factory.mktemp("plain"), script="app.py") as found:
        yield found


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run the workbook where others can reach it, so that it offers share links."""
    with running(tmp_path_factory.mktemp("public"), public=True) as found:
        yield found


@pytest.fixture(scope="session")
def public_plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run it the plain way, where others can reach it."""
    with running(tmp_path_factory.mktemp("public-plain"), script="app.py", public=True) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium once a file: Playwright's loop must not outlast it, other tests have loops of their own."""
    with sync_playwright() as playwright:
        found = find_chromium(Path(playwright.chromium.executable_path))
        started = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(params=WINDOWS if os.environ.get("WINDOWS") == "every" else USUAL, ids=" ".join)
def window(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Give what the person looks through: a laptop or a phone, and the browser's language."""
    device, language = request.param
    return device, language


@pytest.fixture
def width(window: tuple[str, str]) -> int:
    """Give the width of the window."""
    return WIDTHS[window[0]]


@pytest.fixture
def locale(window: tuple[str, str]) -> str:
    """Give the browser's language."""
    return LOCALES[window[1]]


def begin_reading(browser: Browser, served: Served, *, width: int, locale: str, agent: str | None = None) -> Reader:
    """Open a tab with a drawer of its own and begin to watch it; `agent` is what another browser says of itself."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        locale=locale,
        user_agent=agent,
        timezone_id="Asia/Shanghai",
        has_touch=width < 600,
        accept_downloads=True,
        service_workers="block",
    )
    context.set_default_timeout(PATIENCE)
    reader = Reader(context, context.new_page(), served, locale)
    reader.watch()
    return reader


@pytest.fixture
def reader(browser: Browser, served: Served, width: int, locale: str) -> Iterator[Reader]:
    """Give a person in front of the workbook; whatever went wrong unseen fails the journey at its end."""
    found = begin_reading(browser, served, width=width, locale=locale)
    yield found
    found.context.close()
    assert found.faults == []
