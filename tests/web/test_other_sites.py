"""What a page of another site can send to any of our own routes changes nothing; a new route is tried by itself."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from json import dumps, loads
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from accord.crypto import OwnerKey
from accord.serving import PICKUP, Download
from accord.store import Consent, ShareTerms
from accord.store.house import HOUSE, shared
from tests import torture
from tests.web.asgi import BIND, COOKIE, ORIGIN, Answer, ask
from tests.web.test_selfcheck import GOOD
from web.cookies import mark_of
from web.guard import Guard, House
from web.routes import routes

OWN = {
    "content-type": "application/json",
    "x-requested-with": "workbook",
    "origin": ORIGIN,
    "sec-fetch-site": "same-origin",
    "accept-language": "en",
}
WRONG = {
    "no header of ours": {"x-requested-with": ""},
    "another header": {"x-requested-with": "XMLHttpRequest"},
    "cross-site": {"sec-fetch-site": "cross-site"},
    "a neighbouring site": {"sec-fetch-site": "same-site"},
    "typed by hand": {"sec-fetch-site": "none"},
    "another origin": {"origin": "https://evil.example"},
    "no origin": {"origin": ""},
    "the origin of a sandbox": {"origin": "null"},
    "another port": {"origin": "http://127.0.0.1:9999"},
    "plain text": {"content-type": "text/plain"},
    "a form": {"content-type": "application/x-www-form-urlencoded"},
    "a form with files": {"content-type": "multipart/form-data; boundary=x"},
    "a kind that only looks right": {"content-type": "text/plain; application/json"},
    "another host": {"host": "evil.example"},
}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get")
REFUSED = {400, 403, 405, 415}
PAGE = "page-of-a-test"


@pytest.fixture
def owner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[OwnerKey]:
    """Keep a draft in a store of its own, with something typed and a file that waits."""
    monkeypatch.setenv("WB_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PUBLIC_URL", "https://help.example.com")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    HOUSE.close()
    yield shared().create(b"{}", Consent(given=True))
    HOUSE.close()
    PICKUP.forget(mark_of(BIND))


def _app() -> ASGIApp:
    return Guard(Starlette(routes=routes(GOOD.__getitem__)), House())


def _bodies(owner: OwnerKey) -> dict[str, dict[str, object]]:
    """Return for each route a body that would do something if one of our own pages sent it."""
    link = shared().share(owner, ShareTerms(consent=True)).key.text
    return {
        "/api/key": {"key": OwnerKey.fresh().text},
        "/api/claim": {"link": link},
        "/api/pending": {"page": PAGE, "field": "answer-person-name", "text": "typed", "was": ""},
        "/api/erase": {},
        "/api/forget": {},
        "/api/leave": {},
        "/api/dl/{name}": {},
    }


def _own_routes() -> list[Route]:
    return [route for route in routes(GOOD.__getitem__) if route.path.startswith("/api/")]


def _state(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "workbook.db") as opened:
        return list(opened.iterdump())


def _sent(app: ASGIApp, path: str, headers: dict[str, str], body: object, method: str = "POST") -> Answer:
    return ask(app, path, OWN | headers, method=method, body=dumps(body).encode())


def _cookies(owner: OwnerKey) -> dict[str, str]:
    return {"cookie": f"{COOKIE}; wb-owner={owner.text}"}


def _tries(route: Route) -> list[tuple[str, dict[str, str]]]:
    """Return every wrong way to a route: by another method, or by a right one from elsewhere."""
    by_method: list[tuple[str, dict[str, str]]] = [
        (method, {}) for method in METHODS if method not in (route.methods or set())
    ]
    right = next(iter((route.methods or set()) - {"HEAD"}))
    # Looking takes nothing but a name nobody knows; what a page may look at is asked without headers of ours.
    wrong = WRONG if right == "POST" else {name: WRONG[name] for name in ("cross-site", "a neighbouring site")}
    return [*by_method, *((right, headers) for headers in wrong.values())]


def test_every_route_of_ours_refuses_what_other_sites_can_send(
    owner: OwnerKey, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    app, bodies, counts = _app(), _bodies(owner), Counter[str]()
    waiting = PICKUP.put(Download(b"mine", "x.pdf", "application/pdf"), mark_of(BIND))
    before = _state(tmp_path)
    for route in _own_routes():
        for method, headers in _tries(route):
            path = route.path.replace("{name}", waiting)
            answer = _sent(app, path, _cookies(owner) | headers, bodies.get(route.path, {}), method)
            counts[str(answer.status)] += 1
            assert answer.status in REFUSED, (route.path, method, headers)
            assert [line for line in answer.all("set-cookie") if "wb-bind" not in line] == []
            assert b"mine" not in answer.body
    told = f"A10 {len(_own_routes())} routes, {counts.total()} requests: {dict(counts)}"

    assert _state(tmp_path) == before
    assert PICKUP.holds(waiting, mark_of(BIND))
    record_property(torture.TRIED, counts.total())
    record_property(torture.COUNTED, f"{told}, changes 0")


def test_the_same_bodies_do_something_when_our_own_pages_send_them(owner: OwnerKey, tmp_path: Path) -> None:
    app, bodies, before = _app(), _bodies(owner), _state(tmp_path)
    posted = [route.path for route in _own_routes() if "POST" in (route.methods or set())]
    answers = {path: _sent(app, path, _cookies(owner), bodies[path]) for path in posted}

    assert {path: answer.status for path, answer in answers.items() if answer.status >= 300} == {}
    assert _state(tmp_path) != before
    word = {"word": loads(answers["/api/erase"].body)["word"]}
    assert _sent(app, "/api/erase", _cookies(owner) | WRONG["cross-site"], word).status == 403
    assert _sent(app, "/api/erase", _cookies(owner), word).status == 200


def test_every_route_is_either_tried_with_a_body_of_its_own_or_can_only_be_looked_at(owner: OwnerKey) -> None:
    others = [route for route in routes(GOOD.__getitem__) if not route.path.startswith("/api/")]

    assert {route.path for route in _own_routes()} == set(_bodies(owner))
    assert [route.path for route in others if (route.methods or set()) - {"GET", "HEAD"}] == []
