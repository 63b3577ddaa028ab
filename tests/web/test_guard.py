"""The guard in front of a small application: what it refuses, what it hands on, what it adds."""

from __future__ import annotations

import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.web.asgi import BIND, COOKIE, HOST, ORIGIN, OTHER_BIND, SESSION, ask, connect
from web.cookies import mark_of
from web.guard import Guard, House
from web.hosts import Hosts
from web.quotas import MB, Quotas

UPLOAD = f"/_stcore/upload_file/{SESSION}/0f8fad5b-d9cb-469f-a165-708677289511"
OWN = {"origin": ORIGIN, "cookie": COOKIE, "sec-fetch-site": "same-origin"}
PAGE = {"accept": "text/html"}


class Inside:
    """Stands for Streamlit: notes what reaches it and names a session in its first words."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.seen: list[Scope] = []

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer everything."""
        self.seen.append(scope)
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.send", "bytes": b"\x0a$" + SESSION.encode()})
            return
        headers = [(b"cache-control", b"public"), (b"set-cookie", b"_streamlit_xsrf=1; Path=/")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"inside"})

    def header(self, name: bytes) -> list[bytes]:
        """Return every header of this name in the last request that came through."""
        return [value for key, value in self.seen[-1]["headers"] if key.lower() == name]


@pytest.fixture
def inside() -> Inside:
    return Inside()


@pytest.fixture
def guard(inside: Inside) -> Guard:
    quotas = Quotas(sockets=2, sockets_each=1, uploads_each=2, largest_upload=MB)
    return Guard(inside, House(Hosts(), ("'sha256-x'",), quotas))


def _status(sent: list[Message]) -> int:
    return 101 if sent[0]["type"] == "websocket.accept" else 403


@pytest.mark.parametrize("path", ["/", "/negotiate", "/_stcore/metrics", "/media/x.pdf", "/static/js/a.js", "/help"])
def test_every_answer_carries_the_headers(guard: Guard, path: str) -> None:
    answer = ask(guard, path)

    assert answer.header("referrer-policy") == "no-referrer"
    assert answer.header("x-content-type-options") == "nosniff"
    assert answer.header("cross-origin-opener-policy") == "same-origin"
    assert len(answer.all("content-security-policy")) == 1
    assert "unsafe-inline" not in answer.header("content-security-policy").partition("style-src")[0]


@pytest.mark.parametrize("path", ["/media/x.pdf", "/api/dl/x", "/open"])
def test_what_is_one_persons_is_kept_nowhere_on_the_way(guard: Guard, path: str) -> None:
    assert ask(guard, path).header("cache-control") == "no-store"
    assert ask(guard, "/static/js/a.js").header("cache-control") == "public"


def test_a_new_browser_gets_a_cookie_and_is_known_by_it_next_time(guard: Guard, inside: Inside) -> None:
    first = ask(guard, "/")
    plain = next(line for line in first.all("set-cookie") if line.startswith("wb-bind="))
    second = ask(guard, "/", {"cookie": plain.partition(";")[0]})

    assert "HttpOnly; SameSite=Lax" in plain
    assert [line for line in second.all("set-cookie") if "bind" in line] == []
    assert len(inside.header(b"x-wb-bind")[0]) == 64


def test_a_forged_mark_never_comes_through(guard: Guard, inside: Inside) -> None:
    ask(guard, "/", {"x-wb-bind": mark_of(OTHER_BIND), "cookie": COOKIE})

    assert inside.header(b"x-wb-bind") == [mark_of(BIND).encode()]


def test_another_name_than_ours_is_not_answered_to(guard: Guard, inside: Inside) -> None:
    assert ask(guard, "/", {"host": "rebind.evil.example"}).status == 400
    assert inside.seen == []


def test_a_load_balancer_may_ask_for_a_sign_of_life_by_any_name(guard: Guard) -> None:
    assert ask(guard, "/_stcore/health", {"host": "10.0.0.7:8501"}).status == 200


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/script-health-check"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_streamlits_spare_doors_are_shut(guard: Guard, inside: Inside, path: str, method: str) -> None:
    assert ask(guard, path, OWN, method=method).status == 404
    assert inside.seen == []


@pytest.mark.parametrize(
    "wrong",
    [{"origin": ""}, {"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
    ids=str,
)
@pytest.mark.parametrize("path", ["/api/key", "/api/claim", "/api/forget", UPLOAD])
def test_a_change_asked_for_by_another_site_is_refused(
    guard: Guard, inside: Inside, wrong: dict[str, str], path: str
) -> None:
    assert ask(guard, path, {**OWN, **wrong}, method="POST").status == 403
    assert inside.seen == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": ""},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"cookie": ""},
        {"cookie": "wb-bind=forged"},
        {"host": "rebind.evil.example", "origin": "http://rebind.evil.example"},
    ],
    ids=str,
)
def test_a_connection_from_elsewhere_or_from_nobody_is_refused(
    guard: Guard, inside: Inside, wrong: dict[str, str]
) -> None:
    assert _status(connect(guard, {**OWN, **wrong})) == 403
    assert inside.seen == []


def test_an_own_connection_passes_with_the_true_mark(guard: Guard, inside: Inside) -> None:
    assert _status(connect(guard, {**OWN, "x-wb-bind": "forged"})) == 101
    assert inside.header(b"x-wb-bind") == [mark_of(BIND).encode()]


def test_agents_cannot_connect_either(guard: Guard) -> None:
    assert _status(connect(guard, OWN, "/_stcore/agent/mcp")) == 403


def test_a_full_house_tells_so_calmly_and_still_shows_the_emergency_cards(guard: Guard) -> None:
    with guard.sockets.held("a"), guard.sockets.held("b"):
        busy = ask(guard, "/negotiate", {**PAGE, "accept-language": "en"})

        assert busy.status == 503
        assert "is safe" in busy.text
        assert ask(guard, "/help", PAGE).status == 200
        assert _status(connect(guard, OWN)) == 403
    assert ask(guard, "/negotiate", PAGE).status == 200


def test_an_upload_into_somebody_elses_session_is_refused(guard: Guard, inside: Inside) -> None:
    connect(guard, OWN)
    inside.seen.clear()
    sized = {"content-length": "100"}

    for method in ("PUT", "DELETE"):
        stranger = {**OWN, **sized, "cookie": f"wb-bind={OTHER_BIND}"}
        assert ask(guard, UPLOAD, stranger, method=method).status == 403
    assert inside.seen == []
    assert ask(guard, UPLOAD, {**OWN, **sized}, method="PUT").status == 200


@pytest.mark.parametrize("size", ["", "-1", "x", str(2 * MB)])
def test_an_upload_of_no_known_or_too_large_a_size_is_refused(guard: Guard, size: str) -> None:
    connect(guard, OWN)

    assert ask(guard, UPLOAD, {**OWN, "content-length": size}, method="PUT").status == 413


def test_too_many_uploads_in_a_minute_are_asked_to_wait(guard: Guard) -> None:
    guard.uploads.clock = lambda: 0.0
    connect(guard, OWN)
    given = [ask(guard, UPLOAD, {**OWN, "content-length": "9"}, method="PUT").status for _try in range(3)]

    assert given == [200, 200, 429]


def test_behind_https_cookies_are_secure_and_https_is_insisted_on(inside: Inside) -> None:
    guard = Guard(inside, House(Hosts.of([], "https://help.example.com")))

    answer = ask(guard, "/", {"host": "help.example.com"})

    assert all("; Secure" in line for line in answer.all("set-cookie"))
    assert answer.header("strict-transport-security")
    assert "wss://help.example.com" in answer.header("content-security-policy")
    assert HOST not in answer.header("content-security-policy")


@pytest.mark.parametrize(
    ("path", "method", "cookie", "cleared"),
    [
        ("/advisor", "GET", "wb-link=spent", True),
        ("/advisor", "GET", "__Host-wb-link=spent", True),
        ("/advisor", "GET", "wb-link=good", False),
        ("/advisor", "GET", "wb-owner=spent", False),
        ("/advisor", "HEAD", "wb-link=spent", False),
        ("/negotiate", "GET", "wb-link=spent", False),
    ],
)
def test_a_spent_ticket_is_taken_out_of_the_browser_at_its_own_page(
    inside: Inside, path: str, method: str, cookie: str, *, cleared: bool
) -> None:
    guard = Guard(inside, House(spent="spent".__eq__))
    answer = ask(guard, path, PAGE | {"cookie": f"{COOKIE}; {cookie}"}, method=method)

    gone = [line for line in answer.all("set-cookie") if line.startswith(("wb-link=;", "__Host-wb-link=;"))]
    assert len(gone) == 2 * cleared
    assert all("Max-Age=0" in line for line in gone)
    assert not any("wb-owner" in line for line in answer.all("set-cookie"))
