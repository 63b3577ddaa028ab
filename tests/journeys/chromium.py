"""Where Chromium is on this machine, and how to bring it here when it is not.

    python -m tests.journeys.chromium

Looks at $CHROMIUM, the system's browsers and Playwright's own; else lets Playwright download one; else, as root on
Debian, installs the system's. Ends with a plain sentence and status 1 when none of it worked: a journey never skips.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""The first is the same Chromium without windows of its own: a page costs it a quarter less."""
MAC = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
NONE = (
    "No Chromium was found, and none could be installed. Install one (Debian: apt install chromium-headless-shell; "
    "macOS: brew install --cask chromium), or name it: CHROMIUM=/path/to/chromium make test"
)


class NoChromiumError(RuntimeError):
    """There is no browser to make the journeys in."""


def _playwrights_own() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def find_chromium(own: Path) -> Path:
    """Return the browser to use.

    Args:
        own: where Playwright keeps a browser that it downloaded.

    Raises:
        NoChromiumError: there is none, or $CHROMIUM names none.
    """
    named = os.environ.get("CHROMIUM", "")
    if named:
        found = shutil.which(named)
        if not found:
            message = f"CHROMIUM={named} is no program that can be started."
            raise NoChromiumError(message)
        return Path(found)
    in_path = [Path(found) for name in NAMES if (found := shutil.which(name))]
    for place in (*in_path, *MAC, own):
        if place.exists():
            return place
    raise NoChromiumError(NONE)


def bring_chromium() -> Path:
    """Return the browser to use, installing one where there is none.

    Raises:
        NoChromiumError: there is none, and none could be installed.
    """
    own = _playwrights_own()
    try:
        return find_chromium(own)
    except NoChromiumError:
        if os.environ.get("CHROMIUM"):
            raise
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not own.exists() and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium-headless-shell"], check=False
        )
    return find_chromium(own)


if __name__ == "__main__":
    try:
        sys.stdout.write(f"Chromium: {bring_chromium()}\n")
    except NoChromiumError as error:
        sys.exit(str(error))
