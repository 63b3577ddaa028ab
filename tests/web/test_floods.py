"""While somebody floods the server, everybody else is answered: each flood is refused before it costs anything."""

from __future__ import annotations

import json
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest

from accord.crypto import ShareKey
from accord.store.limits import Limits
from tests import torture
from tests.journeys.server import running
from tests.web.tabs import asked, tab

pytestmark = pytest.mark.journey

FLOODER = "f" * 43
AT_ONCE = 4
BYTES = 200 * 1024 * 1024
HANDSHAKE = (
    "GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
PUT = "PUT {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n{more}\r\n\r\n"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Run a server of its own: a flood leaves its counters full."""
    with running(tmp_path_factory.mktemp("flooded"), public=True) as served:  # so that links are offered
        yield urlsplit(served.address).port or 0


SOON = 100.0
"""Milliseconds."""


@dataclass
class Pulse:
    """What a load balancer saw meanwhile: statuses, and milliseconds until each answer."""

    statuses: Counter[int] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)


@contextmanager
def _felt(port: int) -> Iterator[Pulse]:
    """Ask for signs of life, one after the other, for as long as the block runs."""
    pulse, over = Pulse(), Event()

    def ask() -> None:
        """Ask until it is over."""
        while not over.is_set() or not pulse.took:
            begun = time.perf_counter()
            status, _body = asked(port, "/_stcore/health")
            pulse.took.append((time.perf_counter() - begun) * 1000)
            pulse.statuses[status] += 1
            over.wait(0.02)

    asking = Thread(target=ask)
    asking.start()
    try:
        yield pulse
    finally:
        over.set()
        asking.join()


def _raw(port: int, words: str) -> int:
    """Send a request as it stands and return the status; the body it promises never comes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(words.encode())
        return int(line.recv(64).split()[1])


def _flooded(count: int, one: Callable[[int], int]) -> Counter[int]:
    """Make so many requests, some at once."""
    with ThreadPoolExecutor(AT_ONCE) as many:
        return Counter(many.map(one, range(count)))


def _told(record_property: Callable[[str, object], None], what: str, answers: Counter[int], pulse: Pulse) -> None:
    health = f"health {dict(pulse.statuses)}, median {median(pulse.took):.0f} ms, longest {max(pulse.took):.0f} ms"
    record_property(torture.TRIED, answers.total())
    record_property(torture.COUNTED, f"A13 {what}: answers {dict(answers)}; {health}")


@torture.PATIENT
def test_handshakes_from_elsewhere_hold_nobody_up(port: int, record_property: Callable[[str, object], None]) -> None:
    words = HANDSHAKE.format(port=port)
    with _felt(port) as pulse:
        answers = _flooded(torture.HANDSHAKES, lambda _number: _raw(port, words))
    _told(record_property, "handshakes", answers, pulse)

    assert set(answers) == {403}
    assert set(pulse.statuses) == {200}
    assert median(pulse.took) < SOON


@torture.PATIENT
def test_uploads_that_are_too_large_are_not_even_read(
    port: int, record_property: Callable[[str, object], None]
) -> None:
    with tab(port, FLOODER) as opened, _felt(port) as pulse:
        opened.run()
        path = f"/_stcore/upload_file/{opened.session}/0f8fad5b-d9cb-469f-a165-708677289511"
        words = PUT.format(path=path, port=port, more=f"Cookie: wb-bind={FLOODER}\r\nContent-Length: {BYTES}")
        answers = _flooded(torture.UPLOADS, lambda _number: _raw(port, words))
    _told(record_property, "uploads", answers, pulse)

    assert set(answers) == {413}
    assert set(pulse.statuses) == {200}
    assert median(pulse.took) < SOON


@torture.PATIENT
def test_claims_in_a_row_are_refused_and_hold_nobody_up(
    port: int, record_property: Callable[[str, object], None]
) -> None:
    own = {
        "Content-Type": "application/json",
        "X-Requested-With": "workbook",
        "Origin": f"http://127.0.0.1:{port}",
        "Cookie": f"wb-bind={FLOODER}",
    }

    def claim(_number: int) -> int:
        """Claim a link that nobody made."""
        body = json.dumps({"link": ShareKey.fresh().text}).encode()
        return asked(port, "/api/claim", own, method="POST", body=body)[0]

    begun = time.perf_counter()
    with _felt(port) as pulse:
        answers = _flooded(torture.CLAIMS, claim)
    a_second = torture.CLAIMS / (time.perf_counter() - begun)
    _told(record_property, f"claims, {a_second:.0f} a second", answers, pulse)

    assert set(answers) == {404, 429}  # unknown, and soon: too many tries
    assert (
        answers[404] <= Limits().claims_by_address + AT_ONCE
    )  # those that were under way when the last one was counted
    assert set(pulse.statuses) == {200}
    assert median(pulse.took) < SOON
    with tab(port, "g" * 43) as opened:  # another visitor finds the workbook as it was
        assert opened.run()
