"""The hardened server for real: as it is started, with a real Chromium and a real stranger in front of it."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from accord.crypto import OwnerKey
from tests.journeys.reader import IDLE
from tests.journeys.server import free_port
from tests.web.asgi import BIND, OTHER_BIND
from tests.web.conftest import running, start
from tests.web.test_selfcheck import ANYWHERE

pytestmark = pytest.mark.journey

PAGES = ("", "understand_the_bank", "materials", "negotiate", "summary", "emergencies")
WATCH = """() => {
  window.__refused = []
  document.addEventListener("securitypolicyviolation", (event) => {
    window.__refused.push(`${event.violatedDirective} ${event.blockedURI}`)
  })
}"""
Guarded = tuple[int, Path]


def _ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    reply = connection.getresponse()
    found = reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read()
    connection.close()
    return found


def _open(browser: Browser, port: int, path: str = "", **settings: object) -> Page:
    context = browser.new_context(base_url=f"http://127.0.0.1:{port}", service_workers="block", **settings)  # type: ignore[arg-type]  # Playwright's own named settings
    context.set_default_timeout(30_000)
    context.add_init_script(f"({WATCH})()")
    page = context.new_page()
    page.goto(f"/{path}", wait_until="domcontentloaded")
    return page


def _settled(page: Page) -> None:
    page.wait_for_function(IDLE, timeout=30_000)


@pytest.mark.parametrize(
    "path",
    ["/", "/negotiate", "/help", "/open", "/open.js", "/api/dl/x", "/_stcore/health", "/_stcore/metrics", "/x.js"],
)
def test_every_answer_carries_the_headers(guarded: Guarded, path: str) -> None:
    _status, headers, _body = _ask(guarded[0], path)

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "'unsafe-inline'" not in headers["content-security-policy"].partition("style-src")[0]


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp", "/_stcore/script-health-check"]
)
def test_streamlits_spare_doors_are_shut(guarded: Guarded, path: str) -> None:
    status, _headers, body = _ask(guarded[0], path)

    assert status == 404
    assert b"openapi" not in body


def test_another_hosts_name_gets_nothing(guarded: Guarded) -> None:
    assert _ask(guarded[0], "/", Host="rebind.evil.example")[0] == 400


def _session(port: int, *, bind: str = BIND, known: str = "", **headers: str) -> str:
    """Connect as a browser with this cookie, ask for a run and return the session the server names."""
    origin = headers.pop("Origin", f"http://127.0.0.1:{port}")
    protocols = ["streamlit", "x", known] if known else ["streamlit", "x"]
    with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        origin=origin or None,  # type: ignore[arg-type]  # a plain text will do
        subprotocols=protocols,  # type: ignore[arg-type]  # a plain text will do
        additional_headers={"Cookie": f"wb-bind={bind}", **headers},
        open_timeout=10,
    ) as joined:
        run = BackMsg()
        run.rerun_script.query_string = ""
        joined.send(run.SerializeToString())
        told = ForwardMsg()
        while not told.HasField("new_session"):
            told.ParseFromString(joined.recv(timeout=20, decode=False))
    return str(told.new_session.initialize.session_id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"Origin": ""},
        {"Origin": "http://evil.example"},
        {"bind": ""},
        {"bind": "forged"},
    ],
    ids=str,
)
def test_a_connection_from_elsewhere_or_from_nobody_is_refused(guarded: Guarded, wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus) as refused:
        _session(guarded[0], **wrong)

    assert refused.value.response.status_code == 403


def test_a_session_is_resumed_by_its_own_browser_and_by_no_other(guarded: Guarded) -> None:
    mine = _session(guarded[0])

    assert _session(guarded[0], known=mine) == mine
    assert _session(guarded[0], known=mine, bind=OTHER_BIND) != mine
    assert _session(guarded[0], known=mine, bind=OTHER_BIND, **{"X-Wb-Bind": "a" * 64}) != mine


@pytest.mark.parametrize("path", PAGES)
def test_every_page_works_under_its_policy_with_nothing_refused(guarded: Guarded, browser: Browser, path: str) -> None:
    page = _open(browser, guarded[0], path, locale="zh-CN")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    _settled(page)
    expect(page).not_to_have_title("Streamlit")

    assert page.evaluate("window.__refused") == []
    assert [line for line in said if "Content Security Policy" in line] == []
    page.context.close()


def test_a_chart_is_drawn_and_a_typed_answer_stays_under_the_policy(guarded: Guarded, browser: Browser) -> None:
    page = _open(browser, guarded[0], locale="en-GB")
    _settled(page)
    page.get_by_text("See an example").click()
    page.locator("[class*='st-key-example_'] button").first.click()
    _settled(page)
    page.get_by_role("link", name="5 Negotiate").click()

    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=30_000)
    assert page.evaluate("window.__refused") == []
    page.context.close()


def _upload(page: Page, data: bytes) -> Response:
    with page.expect_response(
        lambda reply: "/_stcore/upload_file/" in reply.url and reply.request.method == "PUT"
    ) as told:
        page.locator("input[type=file]").first.set_input_files(
            {"name": "x.json", "mimeType": "application/json", "buffer": data}
        )
    return told.value


def test_a_person_can_upload_into_the_own_session_and_nobody_else_can(guarded: Guarded, browser: Browser) -> None:
    page = _open(browser, guarded[0], locale="zh-CN")
    _settled(page)

    own = _upload(page, b"{}")
    stranger = HTTPConnection("127.0.0.1", guarded[0], timeout=10)
    path = own.url.partition(f":{guarded[0]}")[2]
    forged = {"Origin": f"http://127.0.0.1:{guarded[0]}", "Cookie": f"wb-bind={OTHER_BIND}; _streamlit_xsrf=x"}
    stranger.request("DELETE", path, headers=forged | {"X-Xsrftoken": "x"})

    assert own.status == 204
    assert stranger.getresponse().status == 403
    stranger.close()
    page.context.close()


def _cookies(context: BrowserContext) -> dict[str, bool]:
    return {str(cookie["name"]): bool(cookie["httpOnly"]) for cookie in context.cookies()}


def test_scripts_of_the_page_see_none_of_our_cookies(guarded: Guarded, browser: Browser) -> None:
    page = _open(browser, guarded[0], "help")
    key = OwnerKey.fresh().text
    told = page.request.post(
        "/api/key",
        headers={"X-Requested-With": "workbook", "Origin": f"http://127.0.0.1:{guarded[0]}"},
        data={"key": key},
    )

    assert told.status == 204
    assert _cookies(page.context)["__Host-wb-owner"]
    assert _cookies(page.context)["__Host-wb-bind"]
    assert "wb-" not in page.evaluate("document.cookie")
    page.context.close()


def test_a_links_secret_leaves_the_address_at_once_and_is_sent_by_a_tap_alone(
    guarded: Guarded, browser: Browser
) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{guarded[0]}", locale="en-GB")
    page, asked = context.new_page(), list[str]()
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.goto("/open#wbs1_secretsecretsecretsecret")

    assert page.url.endswith("/open")
    assert [line for line in asked if line.startswith("POST")] == []
    page.get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("cannot be opened")
    assert [line for line in asked if line.startswith("POST")] == [f"POST http://127.0.0.1:{guarded[0]}/api/claim"]
    assert [line for line in asked if "secret" in line] == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_emergency_cards_need_no_script_and_fit_a_phone(guarded: Guarded, browser: Browser, scheme: str) -> None:
    page = _open(
        browser,
        guarded[0],
        "help/zh",
        java_script_enabled=False,
        viewport={"width": 360, "height": 740},
        color_scheme=scheme,
    )

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="现在有人在门口").click()
    expect(page.locator("#at_the_door")).to_be_in_viewport()
    box = page.locator("main").bounding_box()
    assert box is not None
    assert box["width"] <= 360
    page.context.close()


def test_the_log_holds_nothing_of_all_this(guarded: Guarded) -> None:
    _ask(guarded[0], "/_stcore/metrics?token=canary-in-a-query")

    log = (guarded[1] / "server.log").read_text(encoding="utf-8")
    assert "Refused" in log
    assert "canary" not in log
    assert BIND not in log
    assert "secretsecret" not in log


@pytest.mark.parametrize(
    ("flag", "value"),
    [("client.showErrorDetails", "full"), ("server.maxUploadSize", "200"), ("server.address", ANYWHERE)],
)
def test_an_unsafe_setting_ends_the_start_with_its_name(tmp_path: Path, flag: str, value: str) -> None:
    address = () if flag == "server.address" else ("--server.address", "127.0.0.1")
    process = start(tmp_path, free_port(), *address, f"--{flag}", value)

    assert process.wait(timeout=60) != 0
    assert flag in (tmp_path / "server.log").read_text(encoding="utf-8")


def test_the_plain_way_in_still_starts_without_the_guard(tmp_path: Path) -> None:
    with running(tmp_path, "app.py") as port:
        _status, headers, _body = _ask(port, "/_stcore/health")

    assert "content-security-policy" not in headers
