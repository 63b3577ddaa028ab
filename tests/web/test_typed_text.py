"""Typed text and erasing through the whole hardened server: cookie, guard, route, store."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.client import HTTPConnection
from json import dumps, loads
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from accord.crypto import OwnerKey
from accord.settings import read_settings
from accord.store import Consent, Store, UnknownDraftError
from tests.web.asgi import BIND

pytestmark = pytest.mark.journey

Guarded = tuple[int, Path]
LEAVE = """() => addEventListener("pagehide", () => fetch("/api/pending", {
  method: "POST", keepalive: true,
  headers: { "Content-Type": "application/json", "X-Requested-With": "workbook" },
  body: JSON.stringify({ page: "page-in-chromium", field: "answer-person-name", text: "打到一半", was: "" }),
}))"""


@pytest.fixture
def beside(guarded: Guarded) -> Iterator[Store]:
    """Open the server's own database from a second process, as another replica would."""
    with Store(read_settings({"WB_DATA_DIR": str(guarded[1])})) as store:
        yield store


def _post(port: int, path: str, body: object, key: OwnerKey, **headers: str) -> tuple[int, bytes, list[str]]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    named = {
        "Content-Type": "application/json",
        "X-Requested-With": "workbook",
        "Origin": f"http://127.0.0.1:{port}",
        "Cookie": f"wb-bind={BIND}; wb-owner={key.text}",
    }
    connection.request("POST", path, dumps(body), named | headers)
    reply = connection.getresponse()
    found = reply.status, reply.read(), reply.headers.get_all("Set-Cookie") or []
    connection.close()
    return found


def test_text_left_by_a_closing_page_is_handed_back_elsewhere(
    guarded: Guarded, browser: Browser, beside: Store
) -> None:
    key = beside.create(b"{}", Consent(given=True))
    page = browser.new_page(base_url=f"http://127.0.0.1:{guarded[0]}")
    page.goto("/", wait_until="domcontentloaded")
    own = {"X-Requested-With": "workbook", "Origin": f"http://127.0.0.1:{guarded[0]}"}
    assert page.request.post("/api/key", headers=own, data={"key": key.text}).status == 204
    page.evaluate(LEAVE)
    page.goto("/help")
    end = time.monotonic() + 20
    while not beside.pending(key) and time.monotonic() < end:
        time.sleep(0.1)

    assert [(typed.about, typed.text) for typed in beside.pending(key)] == [("answer-person-name", "打到一半")]
    page.context.close()


@pytest.mark.parametrize("path", ["/api/pending", "/api/erase", "/api/leave"])
@pytest.mark.parametrize(
    "wrong", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"X-Requested-With": ""}], ids=str
)
def test_another_site_cannot_ask_for_it(guarded: Guarded, beside: Store, path: str, wrong: dict[str, str]) -> None:
    key = beside.create(b"{}", Consent(given=True))

    assert _post(guarded[0], path, {}, key, **wrong)[0] in {400, 403}
    assert beside.open(key).sections


def test_erasing_is_real_and_takes_the_cookies_away(guarded: Guarded, beside: Store) -> None:
    key = beside.create(b"{}", Consent(given=True))
    word = loads(_post(guarded[0], "/api/erase", {}, key)[1])["word"]
    assert beside.open(key).sections

    status, told, cookies = _post(guarded[0], "/api/erase", {"word": word}, key)

    assert (status, loads(told)["rows"]["workbooks"]) == (200, 1)
    assert any(line.startswith("wb-owner=;") and "Max-Age=0" in line for line in cookies)
    with pytest.raises(UnknownDraftError):
        beside.open(key)
    assert _post(guarded[0], "/api/erase", {}, key)[0] == 401
