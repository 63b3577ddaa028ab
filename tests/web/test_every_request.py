"""Everything our routes read: any body, cookie, header or address is answered, and never by a fault of ours."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from starlette.applications import Starlette

from accord.crypto import OwnerKey, Pepper, ShareKey, Ticket
from accord.days import SHANGHAI
from accord.serving import Download, Pickup
from accord.store import Attempt, Receipt, Typed
from tests import torture
from tests.web.asgi import BIND, ask
from web.cookies import bind_in
from web.downloads import Downloads
from web.drafts import DraftRoutes, erase_word
from web.hosts import Hosts
from web.keys import KeyRoutes
from web.tongue import preferred

OWNER = OwnerKey(bytes(range(32)))
LINK = ShareKey(bytes(range(32)))
NOW = 1_795_406_400
OURS = {"content-type": "application/json", "x-requested-with": "workbook"}
COUNTS: Counter[str] = Counter()

often = settings(
    max_examples=torture.EXAMPLES,
    deadline=None,
    derandomize=torture.FACTOR == 1,
    database=None,
    suppress_health_check=list(HealthCheck),
)
anything = some.text(some.characters(), max_size=40)
header = some.text(some.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=60)
values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | anything,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(anything, inner, max_size=3),
    max_leaves=6,
)
names = some.sampled_from(["key", "link", "code", "remember", "page", "field", "text", "was", "word"])
words = anything | some.sampled_from(
    [OWNER.text, LINK.text, "page-one-1", "\ud83d", erase_word(OWNER, NOW // 600), "ABCD-2345"]
)
bodies = (
    some.dictionaries(names, values | words, max_size=5).map(lambda body: json.dumps(body).encode())
    | values.map(lambda value: json.dumps(value).encode())
    | some.binary(max_size=60)
)
paths = some.sampled_from(["/api/key", "/api/forget", "/api/leave", "/api/claim", "/api/pending", "/api/erase"])


class Door:
    """Says yes to everything, as long as all of it can be written down."""

    def claim(self, link: ShareKey, attempt: Attempt) -> Ticket:
        """Hand out a ticket."""
        assert attempt.code.encode() is not None
        return Ticket.issue(link, b"", NOW, Pepper({1: bytes(32)}, 1))

    def leave(self, _key: OwnerKey, typed: Typed) -> None:
        """Take a text."""
        assert f"{typed.page}{typed.about}{typed.text}{typed.was}".encode() is not None

    def take_up(self, _key: OwnerKey, pages: list[str]) -> int:
        """Forget pages."""
        return len(pages)

    def erase(self, _key: OwnerKey) -> Receipt:
        """Hand out a receipt."""
        return Receipt(datetime(2026, 11, 23, 12, tzinfo=SHANGHAI), {}, scrubbed=True, number="A1")

    def known(self, _key: OwnerKey) -> bool:
        """Know everybody."""
        return True


APP = Starlette(routes=[*KeyRoutes(Door(), Hosts()).routes, *DraftRoutes(Door(), Hosts(), lambda: NOW).routes])


def _posted(path: str, headers: dict[str, str], body: bytes) -> int:
    COUNTS["tried"] += 1
    status = ask(APP, path, headers, method="POST", body=body).status
    COUNTS[f"status {status}"] += 1
    return status


@often
@given(paths, bodies, some.booleans())
def test_any_body(path: str, body: bytes, known: bool) -> None:  # noqa: FBT001  drawn, never passed by a person
    headers = OURS | ({"cookie": f"wb-owner={OWNER.text}"} if known else {})

    assert _posted(path, headers, body) in {200, 204, 400, 401, 404, 409}


@often
@given(some.dictionaries(names, words, min_size=1))
def test_any_words_in_a_body_of_the_right_form(body: dict[str, str]) -> None:
    whole = {"page": "page-one-1", "field": "answer", "link": LINK.text, "key": OWNER.text} | body
    for path in ("/api/key", "/api/claim", "/api/pending", "/api/erase"):
        headers = OURS | {"cookie": f"wb-owner={OWNER.text}"}
        assert _posted(path, headers, json.dumps(whole).encode()) in {200, 204, 400, 404, 409}


@often
@given(header, header, header)
def test_any_cookie_language_and_kind(cookie: str, language: str, kind: str) -> None:
    for headers in (OURS | {"cookie": cookie}, OURS | {"cookie": f"wb-owner={cookie}"}, OURS | {"content-type": kind}):
        assert _posted("/api/erase", headers | {"accept-language": language}, b"{}") in {200, 400, 401}


@often
@given(header | some.from_regex(r"\A(__Host-)?wb-bind=.{0,50}\Z"), some.booleans())
def test_the_browsers_mark_in_any_cookie(cookies: str, secure: bool) -> None:  # noqa: FBT001  likewise
    COUNTS["tried"] += 1
    assert bind_in(f"{cookies}; __Host-wb-bind={BIND}", secure=secure) in {BIND, bind_in(cookies, secure=secure)}
    assert preferred(cookies) in {"zh_CN", "en"}


@often
@given(header | some.from_regex(r"\A(https?://)?[\[\]a-z0-9:@/?#%.]{0,20}\Z"), header)
def test_any_host_and_origin(origin: str, host: str) -> None:
    COUNTS["tried"] += 1
    hosts = Hosts.of(["workbook.example.org"], "https://workbook.example.org")
    for name in (host, origin, origin.partition("//")[2]):
        assert hosts.knows(name) in {True, False}
        assert not hosts.same_origin(origin, name) or origin.lower().endswith(f"://{name.lower()}")
        assert hosts.same_origin("https://workbook.example.org", "workbook.example.org")


@often
@given(anything, some.sampled_from(["application/pdf", "text/html", ""]))
def test_a_download_under_any_name(name: str, kind: str) -> None:
    COUNTS["tried"] += 1
    pickup = Pickup()
    address = pickup.put(Download(b"data", name, kind), "me")
    answer = ask(Starlette(routes=list(Downloads(pickup).routes)), f"/api/dl/{address}", {"x-wb-bind": "me"})
    said = answer.header("content-disposition")

    assert (answer.status, answer.body) == (200, b"data")
    assert said.startswith("attachment; filename=")
    assert not {"\r", "\n", "\0"} & set(said)
    assert said.count('"') == 2


def test_how_often_each_was_tried(record_property: Callable[[str, object], None]) -> None:
    record_property(torture.TRIED, COUNTS["tried"])
    record_property(torture.COUNTED, f"F11 requests: {dict(COUNTS)}, faults of ours 0")
    assert COUNTS["tried"]
    assert COUNTS["status 204"]
