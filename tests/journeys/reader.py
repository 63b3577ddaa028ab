"""A person in front of the workbook: opens pages, types, taps, and notices what is wrong on any of them."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLongError

from accord.i18n import CHINESE, ENGLISH, _, speaking
from tests.house.tree import ROOT
from tests.journeys.server import Served

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run", "--disable-extensions", "--disable-dev-shm-usage"),
    # A proxy of the tests signs its own certificate. Forgiven page by page, each forgiveness restarts a request, and
    # Chromium gives up after too many.
    "--ignore-certificate-errors",
)
PATIENCE = 30_000
A_MOMENT = 4_000
TRIES = 4
LANGUAGE_OF = {"zh-CN": CHINESE, "en-GB": ENGLISH}
NAME_OF = {"zh-CN": "中文", "en-GB": "English"}
IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  const idle = app && app.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
  const quiet = !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')
  const now = performance.now()
  if (!idle || !quiet) { window.__idleSince = 0; return false }
  window.__idleSince = window.__idleSince || now
  return now - window.__idleSince > 450
}"""
UNCAUGHT = "Uncaught app execution"
PROBES = ("/_stcore/health", "/_stcore/host-config")
KEPT = """() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]
  .filter((name) => name.startsWith("bank-negotiation-workbook"))"""
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"
SKIPPED = """() => [...document.querySelectorAll('[data-testid="stMain"] :is(h1, h2, h3, h4, h5, h6)')]
  .filter((heading, k, all) => k && Number(heading.tagName[1]) > Number(all[k - 1].tagName[1]) + 1)
  .map((heading) => heading.innerText.trim())"""
"""Headings a level too deep: a person who hears the page takes its outline from them."""


def addresses() -> tuple[str, ...]:
    """Return the path of every page, as Streamlit makes it of the file's name; the front door first."""
    names = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
    return ("", *(re.sub(r"^\d+_", "", name) for name in names))


def key_class(key: str) -> str:
    """Return the selector of the widget with this key."""
    return f".st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', key)}"


@dataclass
class Reader:
    """One person with one browser tab.

    Attributes:
        context: the browser's own drawer: cookies, storage, language, width.
        page: the tab.
        served: the workbook that is running.
        locale: `zh-CN` or `en-GB`.
        faults: what went wrong behind the page so far.
        log_read: bytes of the server's log that were written before this person came.
    """

    context: BrowserContext
    page: Page
    served: Served
    locale: str
    faults: list[str] = field(default_factory=list)
    log_read: int = 0

    def watch(self) -> None:
        """Begin to note errors of the page and calls to other hosts."""
        own, self.log_read = urlsplit(self.served.address).netloc, len(self.served.log.read_bytes())
        self.context.on("request", lambda request: self._note_foreign(request.url, own))
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))

    def _note_foreign(self, url: str, own: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != own:
            self.faults.append(f"request to another host: {url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        place = str(message.location.get("url", ""))
        # On a deep link Streamlit's own script asks below the page's path before it asks at the root.
        if message.type == "error" and not place.endswith(PROBES):
            self.faults.append(f"console: {message.text} {place}")

    def say(self, message: str) -> str:
        """Return a message of the catalogue in this person's language, without signs of Markdown."""
        with speaking(LANGUAGE_OF[self.locale]):
            return re.sub(r"\*\*|:material/\w+:|^#+ ", "", _(message)).strip()

    def open(self, path: str) -> None:
        """Type an address into the browser, and look."""
        self.page.goto(f"{self.served.address}/{path}", wait_until="domcontentloaded")
        self.settle()

    def settle(self) -> None:
        """Wait until the page is drawn and stays as it is; then look whether all is well."""
        self.page.evaluate("window.__idleSince = 0")
        self.page.wait_for_function(IDLE, timeout=PATIENCE)
        self.look()

    def look(self) -> None:
        """Fail on anything a person should never see."""
        trouble = self.page.get_by_test_id("stException")
        said = self.served.said(self.log_read)
        assert trouble.count() == 0, said
        assert UNCAUGHT not in said, said
        assert self.page.evaluate(WIDER) <= 0, f"{self.page.url} is wider than the screen"
        assert self.page.evaluate(SKIPPED) == [], f"{self.page.url} skips a level of headings"
        noted, self.faults[:] = [*self.faults], []
        assert noted == [], noted

    def widget(self, key: str) -> Locator:
        """Return the widget with this key."""
        return self.page.locator(key_class(key)).first

    def type(self, path: str, text: str) -> None:
        """Type into the field of an answer, and leave it."""
        box = self.widget(f"answer:{path}").locator("input, textarea").first
        box.fill(text)
        box.blur()
        self.settle()

    def shows(self, path: str, text: str) -> None:
        """Expect an answer's field to show this text."""
        expect(self.widget(f"answer:{path}").locator("input, textarea").first).to_have_value(text, timeout=PATIENCE)

    def tap(self, key: str) -> None:
        """Tap the button with this key."""
        self.widget(key).get_by_role("button").first.click()
        self.settle()

    def unfold(self, message: str) -> None:
        """Open the folded part with this title."""
        self.page.get_by_test_id("stExpander").filter(has_text=self.say(message)).first.locator("summary").click()

    def choose(self, path: str, words: str) -> None:
        """Choose from the list of an answer by the words shown."""
        box = self.widget(f"answer:{path}").get_by_role("combobox")
        wanted = self.page.get_by_role("option", name=words, exact=True)
        box.scroll_into_view_if_needed()
        for _try in range(TRIES):
            # A tap while the page is still being drawn may close the list it has just opened: a person taps again.
            box.click()
            with suppress(TookTooLongError):
                wanted.wait_for(state="visible", timeout=A_MOMENT)
                break
            box.press("Escape")
        wanted.click()
        self.settle()

    def speak(self, locale: str) -> None:
        """Switch the page's language, as the rail offers it; on a phone the rail is opened first."""
        opener = self.page.get_by_test_id("stExpandSidebarButton")
        if opener.is_visible():
            opener.click()
        self.widget("language_switch").get_by_role("radio", name=NAME_OF[locale]).or_(
            self.widget("language_switch").get_by_role("button", name=NAME_OF[locale])
        ).first.click()
        self.locale = locale
        self.settle()

    def kept(self) -> list[str]:
        """Return the names of our drawers in this browser."""
        names: list[str] = self.page.evaluate(KEPT)
        return names

    def download(self, key: str, to: Path) -> Path:
        """Tap the download button with this key and return the file."""
        with self.page.expect_download(timeout=PATIENCE) as told:
            self.widget(key).locator("a, button").first.click()
        target = to / told.value.suggested_filename
        told.value.save_as(target)
        return target
