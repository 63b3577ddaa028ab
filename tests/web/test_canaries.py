"""What a visitor types, holds or sends stands in no log, in no metric, and in no file of the server in clear."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from accord.crypto import OwnerKey
from accord.settings import read_settings
from accord.store import Attempt, Consent, NewComment, Role, ShareTerms, Store
from tests import torture
from tests.hostile.words import everywhere
from tests.journeys.reader import addresses
from tests.journeys.server import Served, running
from tests.web.asgi import BIND
from tests.web.tabs import BUTTONS, TEXTS, asked, tab

pytestmark = pytest.mark.journey

NAME, STREET, PRIVATE = "欧阳金丝雀", "金丝雀胡同七号", "我最怕金丝雀知道"
PHONE, NUMBER, MAIL = "13912345678", "110101199003074514", "canary@example.com"
WORDS = f"{NAME} {STREET} {PRIVATE} {PHONE} {NUMBER} {MAIL}"
CODE = "CANARYCD"


@dataclass
class Visited:
    """The running server, the visitor's secrets, and where the server keeps things."""

    served: Served
    folder: Path
    key: str
    link: str
    ticket: str

    @property
    def port(self) -> int:
        """The port it listens at."""
        return urlsplit(self.served.address).port or 0

    @property
    def own(self) -> dict[str, str]:
        """Return the headers of the visitor's own page."""
        return {
            "Content-Type": "application/json",
            "X-Requested-With": "workbook",
            "Origin": self.served.address,
            "Cookie": f"wb-bind={BIND}; wb-owner={self.key}",
        }

    def post(self, path: str, body: object, **headers: str) -> tuple[int, bytes]:
        """Send what one of our own pages sends."""
        return asked(self.port, path, self.own | headers, method="POST", body=json.dumps(body).encode())


@pytest.fixture
def visited(tmp_path: Path) -> Iterator[Visited]:
    """Serve a draft with canaries in every field, and a link to it with a code."""
    with running(tmp_path, public=True) as served:
        settings = read_settings({"WB_DATA_DIR": str(tmp_path), "PUBLIC_URL": served.address})
        with Store(settings) as store:
            key = store.create(everywhere(WORDS), Consent(given=True))
            link = store.share(key, ShareTerms(role=Role.COMMENT, consent=True)).key
            ticket = store.claim(link, Attempt())
            store.comment(ticket, NewComment("debts", WORDS, name=NAME))
        yield Visited(served, tmp_path, key.text, link.text, ticket.text)


def _use_our_routes(visited: Visited) -> None:
    """Go through every route of ours, with right and with wrong bodies."""
    typed = {"page": "page-of-canaries", "field": "answer-person-name", "text": WORDS, "was": WORDS}
    assert visited.post("/api/key", {"key": visited.key})[0] == 204
    assert visited.post("/api/pending", typed)[0] == 204
    assert visited.post("/api/claim", {"link": visited.link, "code": CODE})[0] in {204, 404}
    for path in ("/api/key", "/api/claim", "/api/pending", "/api/erase", "/api/forget", "/api/leave"):
        for wrong in ({"key": WORDS, "link": WORDS, "page": WORDS, "word": WORDS}, [WORDS], WORDS, {WORDS: None}):
            visited.post(path, wrong)
        asked(visited.port, path, visited.own, method="POST", body=f'{{"{WORDS}'.encode())
        visited.post(path, {"key": visited.key}, Origin=f"http://{MAIL}")


def _ask_for_odd_things(visited: Visited) -> None:
    """Put canaries into addresses, headers, queries, hosts and file names."""
    told = quote(WORDS)
    for path in (f"/{told}", f"/help?{told}", f"/open?link={visited.link}", f"/api/dl/{visited.key}", f"/media/{told}"):
        asked(visited.port, path, {"Cookie": f"wb-bind={BIND}; wb-owner={visited.key}", "User-Agent": told})
        asked(visited.port, path, {"Host": f"{PHONE}.example", "Referer": f"http://x/?{visited.link}"})
    asked(visited.port, f"/_stcore/upload_file/{told}/{visited.key}", visited.own, method="PUT", body=WORDS.encode())
    with pytest.raises(InvalidStatus):
        connect(f"ws://127.0.0.1:{visited.port}/_stcore/stream?{told}", origin=Origin(f"http://{PHONE}.example"))


def _read_and_type(visited: Visited, counts: Counter[str]) -> None:
    """Open every page with the draft, and type canaries where texts belong."""
    for page in addresses():
        with tab(visited.port, BIND, further=f"; wb-owner={visited.key}", page=page) as opened:
            counts["pages that showed them"] += NAME.encode() in opened.run(quote(f"x={WORDS}"))
            fields = opened.shown(TEXTS)
            counts["fields typed into"] += len(fields)
            for number, button in enumerate((opened.shown(BUTTONS) or [""])[: torture.PRESSES]):
                opened.run(typed=dict.fromkeys(fields, f"{WORDS} {number}"), pressed=button)
                counts["buttons pressed"] += bool(button)


def _read_as_an_advisor(visited: Visited, counts: Counter[str]) -> None:
    """Open the overview as the holder of the link."""
    with tab(visited.port, "c" * 43, further=f"; wb-link={visited.ticket}", page="advisor") as opened:
        counts["pages that showed them"] += NAME.encode() in opened.run()


def _break_pages(visited: Visited, counts: Counter[str]) -> None:
    """Send canaries where numbers and choices belong, under names nobody has, and as no message at all."""
    for page in ("", "negotiate", "advisor"):
        with tab(
            visited.port, BIND, further=f"; wb-owner={visited.key}; wb-link={visited.ticket}", page=page
        ) as opened:
            opened.run()
            wrong = opened.shown(set(opened.widgets) - {*TEXTS, *BUTTONS})
            for name in wrong[:: max(1, len(wrong) // 6)]:
                opened.run(typed={name: WORDS})
                counts["answers of a wrong kind"] += 1
            opened.run(typed={WORDS: WORDS, f"$$ID-{visited.key}": visited.link})
            opened.page = WORDS
            opened.run()
    for spoilt in (WORDS.encode(), visited.key.encode(), b"\xff" * 9 + WORDS.encode()):
        with tab(visited.port, BIND) as opened:
            opened.joined.send(spoilt)
            with suppress(ConnectionClosed, TimeoutError):
                while opened.joined.recv(timeout=1):
                    counts["answers to spoilt messages"] += 1


def _found(visited: Visited, counts: Counter[str]) -> list[str]:
    """Return where a canary turned up: in what the server wrote, or in a file it keeps."""
    secrets = {visited.key, visited.link, visited.ticket, BIND, CODE, visited.key[5:], visited.link[5:]}
    canaries = (
        *secrets,
        NAME,
        STREET,
        PRIVATE,
        PHONE,
        NUMBER,
        MAIL,
        "金丝雀",
        "canary",
        quote(NAME),
        ascii(NAME)[1:-1],
    )
    kept = [path for path in visited.folder.rglob("*") if path.is_file() and path.suffix != ".key"]
    counts["files searched"] += len(kept)
    counts["lines of the log"] += visited.served.said().count("\n")
    return [f"{path.name}: {word}" for path in kept for word in canaries if word.encode() in path.read_bytes()]


def test_nothing_of_a_visitor_stands_where_others_read(
    visited: Visited, record_property: Callable[[str, object], None]
) -> None:
    counts = Counter[str]()
    _use_our_routes(visited)
    _ask_for_odd_things(visited)
    _read_and_type(visited, counts)
    _read_as_an_advisor(visited, counts)
    _break_pages(visited, counts)
    metrics = asked(visited.port, "/_stcore/metrics", {"Cookie": f"wb-bind={BIND}"})
    found = _found(visited, counts)
    record_property(torture.TRIED, counts["fields typed into"])
    record_property(torture.COUNTED, f"A12 {dict(counts)}, canaries found {len(found)}")

    assert found == []
    assert metrics[0] == 404
    assert counts["pages that showed them"] > 5
    assert counts["fields typed into"] > 20
    assert counts["lines of the log"] > 10
    assert OwnerKey.parse(visited.key)
