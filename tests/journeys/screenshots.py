"""The pictures of the README, taken from the running workbook with the example open.

python -m tests.journeys.screenshots
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.house.tree import ROOT
from tests.journeys.chromium import find_chromium
from tests.journeys.conftest import begin_reading
from tests.journeys.reader import FLAGS, LANGUAGE_OF, Reader
from tests.journeys.server import Served, running

PICTURES = ROOT / "docs" / "pictures"
WIDTHS = (1280, 390)
COLOURS = 128
EXAMPLE = "example_lin_jing_card"


def _take(reader: Reader, name: str, width: int) -> None:
    """Save what is on the screen, reduced to few colours so that the repository stays small."""
    short = LANGUAGE_OF[reader.locale].removesuffix("_CN")
    target = PICTURES / f"{name}-{width}-{short}.png"
    reader.page.mouse.move(0, 0)
    reader.page.screenshot(path=target)
    with Image.open(target) as picture:
        picture.convert("RGB").quantize(COLOURS).save(target, optimize=True)
    sys.stdout.write(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1024} KB\n")


def _walk(reader: Reader, width: int) -> None:
    """Open the pages of the README one after another."""
    reader.open("")
    _take(reader, "start", width)
    reader.unfold("See an example (complete, clearly invented)")
    reader.tap(EXAMPLE)
    reader.open("negotiate")
    reader.page.get_by_test_id("stPlotlyChart").first.scroll_into_view_if_needed()
    reader.settle()
    _take(reader, "negotiate", width)
    reader.open("package")
    reader.tap("package_build")
    reader.page.get_by_test_id("stImage").first.scroll_into_view_if_needed()
    reader.settle()
    _take(reader, "package", width)


def _take_all(browser: Browser, served: Served) -> None:
    for locale in LANGUAGE_OF:
        for width in WIDTHS:
            reader = begin_reading(browser, served, width=width, locale=locale)
            _walk(reader, width)
            reader.context.close()


def main() -> None:
    """Start the workbook and take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as served, sync_playwright() as playwright:
        found = find_chromium(Path(playwright.chromium.executable_path))
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        _take_all(browser, served)
        browser.close()


if __name__ == "__main__":
    main()
