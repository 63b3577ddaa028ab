"""What the guard reads from a request, and what it hands on."""

from __future__ import annotations

import pytest
from starlette.types import Scope

from tests.web.asgi import BIND, COOKIE, HOST
from web.cookies import mark_of
from web.hosts import Hosts
from web.visit import Visit


def _visit(path: str = "/", method: str = "GET", **headers: str) -> Visit:
    named = {"host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope: Scope = {
        "type": "http",
        "path": path,
        "method": method,
        "scheme": "http",
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }
    return Visit.of(scope, Hosts())


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/script-health-check",
        "/_stcore/agent",
        "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
    ],
)
def test_what_nobody_here_needs_is_closed(path: str) -> None:
    assert _visit(path).closed


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/stream", "/_stcore/agents", "/negotiate"])
def test_what_the_workbook_needs_is_open(path: str) -> None:
    assert not _visit(path).closed


def test_a_mark_sent_by_a_client_is_struck_out_and_the_true_one_put_in() -> None:
    forged = _visit(cookie=COOKIE, X_Wb_Bind="forged").marked()
    nobody = _visit(X_Wb_Bind="forged").marked()

    assert [value for name, value in forged["headers"] if name == b"x-wb-bind"] == [mark_of(BIND).encode()]
    assert b"forged" not in repr(nobody["headers"]).encode()


def test_a_browser_without_a_cookie_gets_one_but_not_with_each_picture() -> None:
    assert len(_visit().new_bind) == 43
    assert _visit("/static/js/index.js").new_bind == ""
    assert _visit(cookie=COOKIE).new_bind == ""


def test_only_a_person_opening_a_page_has_to_wait_for_room() -> None:
    assert _visit("/negotiate", accept="text/html,*/*").wants_page
    assert not _visit("/help", accept="text/html").wants_page
    assert not _visit("/_stcore/health", accept="text/html").wants_page
    assert not _visit("/negotiate", accept="*/*").wants_page


def test_uploads_and_changes_are_told_from_looking() -> None:
    upload = "/_stcore/upload_file/a/b"

    assert _visit(upload, "PUT").uploads
    assert _visit(upload, "DELETE").uploads
    assert not _visit(upload, "OPTIONS").uploads
    assert _visit("/api/key", "POST").changes
    assert not _visit("/api/key", "HEAD").changes


def test_a_visit_shows_none_of_its_headers() -> None:
    assert BIND not in repr(_visit(cookie=COOKIE))


@pytest.mark.parametrize(
    ("path", "site", "other"),
    [
        ("/api/dl/x", "cross-site", True),
        ("/api/key", "same-site", True),
        ("/api/dl/x", "none", False),
        ("/api/dl/x", "same-origin", False),
        ("/negotiate", "cross-site", False),
    ],
)
def test_a_link_from_elsewhere_opens_a_page_but_none_of_our_routes(path: str, site: str, *, other: bool) -> None:
    assert _visit(path, sec_fetch_site=site).from_another_site is other


def test_files_of_a_page_are_told_from_everything_else() -> None:
    assert _visit("/media/abc.png").of_a_page
    assert not _visit("/static/media/abc.png").of_a_page
