"""Nobody takes more than a share of connections and uploads, and sessions keep their browser."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from accord.crypto import LARGEST_FILE
from tests.web.asgi import SESSION
from web import quotas
from web.quotas import MB, Quotas, Sockets, Uploads


def test_one_browser_cannot_take_all_connections() -> None:
    sockets = Sockets(Quotas(sockets=5, sockets_each=2))

    with ExitStack() as open_ones:
        open_ones.enter_context(sockets.held("a"))
        open_ones.enter_context(sockets.held("a"))

        assert not sockets.room("a")
        assert sockets.room("b")
        assert not sockets.full
    assert sockets.room("a")


def test_a_full_house_has_room_again_when_somebody_leaves() -> None:
    sockets = Sockets(Quotas(sockets=1))

    with sockets.held("a"):
        assert sockets.full
        assert not sockets.room("b")
        assert sockets.busy_for("b")
        assert not sockets.busy_for("a")
    assert sockets.room("b")


def test_a_session_belongs_to_the_browser_that_was_told_of_it_first() -> None:
    sockets = Sockets(Quotas())

    sockets.learn(b"\x0a$" + SESSION.encode() + b"\x12", "a")
    sockets.learn(SESSION.encode(), "b")

    assert sockets.owns(SESSION, "a")
    assert not sockets.owns(SESSION, "b")
    assert not sockets.owns(SESSION, "")


def test_the_oldest_sessions_are_forgotten_before_memory_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "MOST_SESSIONS", 1)
    sockets = Sockets(Quotas())

    sockets.learn(SESSION.encode() + SESSION.replace("0", "1").encode(), "a")

    assert not sockets.owns(SESSION, "a")
    assert sockets.owns(SESSION.replace("0", "1"), "a")


def test_uploads_are_counted_by_file_and_by_size_for_each_browser() -> None:
    uploads = Uploads(Quotas(uploads_each=2, upload_bytes_each=5 * MB, upload_bytes=8 * MB))
    uploads.clock = lambda: 0.0

    assert uploads.admit("a", 3 * MB)
    assert not uploads.admit("a", 3 * MB)
    assert uploads.admit("a", MB)
    assert not uploads.admit("a", 1)
    assert uploads.admit("b", 4 * MB)
    assert not uploads.admit("c", MB)


def test_a_new_minute_begins_with_nothing_counted() -> None:
    uploads, now = Uploads(Quotas(uploads_each=1)), [0.0]
    uploads.clock = lambda: now[0]
    assert uploads.admit("a", 1)
    assert not uploads.admit("a", 1)

    now[0] = 61.0

    assert uploads.admit("a", 1)


def test_a_minute_has_room_for_one_workbook_file_with_its_papers_and_no_second() -> None:
    quotas = Quotas()
    uploads, whole = Uploads(quotas), quotas.largest_upload + quotas.upload_frame
    uploads.clock = lambda: 0.0

    assert quotas.largest_upload == LARGEST_FILE
    assert uploads.admit("one", whole)
    assert not uploads.admit("one", whole)
    assert uploads.admit("another", whole)
