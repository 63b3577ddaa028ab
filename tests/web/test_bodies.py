"""Only our own scripts are heard, and never without end."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

from accord.store import DamagedError, DownError, FullError, LinkUnusableError, NotAllowedError
from accord.store.errors import DAMAGED, DOWN, LINK_UNUSABLE, NOT_ALLOWED, TOO_LONG
from web.bodies import UnreadableError, read_body, said, status_of, text_in, with_cookies
from web.cookies import Cookie
from web.hosts import Hosts

OURS = {"content-type": "application/json; charset=utf-8", "x-requested-with": "workbook"}


def _request(*parts: bytes, **headers: str) -> Request:
    waiting = list(parts)
    named = OURS | {"host": "127.0.0.1:8501"} | {name.replace("_", "-"): value for name, value in headers.items()}

    async def receive() -> Message:
        return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

    lines = [(name.encode(), value.encode()) for name, value in named.items()]
    return Request({"type": "http", "method": "POST", "path": "/", "scheme": "http", "headers": lines}, receive)


def test_a_body_comes_in_parts() -> None:
    assert asyncio.run(read_body(_request(b'{"a"', b': "b"}'))) == {"a": "b"}


@pytest.mark.parametrize("body", [b"", b"[]", b"1", b"{", b'"a"', b"[" * 100_000, b"\xff"])
def test_what_is_no_object_is_not_read(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        asyncio.run(read_body(_request(body), 200_000))


def test_reading_ends_at_the_limit() -> None:
    endless = _request(*[b" " * 1000 for _part in range(10)])

    with pytest.raises(UnreadableError):
        asyncio.run(read_body(endless, 4096))


def test_a_text_is_a_text() -> None:
    assert text_in({"a": "b"}, "a") == "b"
    assert text_in({}, "a") == ""
    with pytest.raises(UnreadableError):
        text_in({"a": None}, "a")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (LinkUnusableError(LINK_UNUSABLE), HTTPStatus.NOT_FOUND),
        (FullError(TOO_LONG, limit=1), HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
        (DownError(DOWN), HTTPStatus.SERVICE_UNAVAILABLE),
        (DamagedError(DAMAGED), HTTPStatus.SERVICE_UNAVAILABLE),
        (NotAllowedError(NOT_ALLOWED), HTTPStatus.SERVICE_UNAVAILABLE),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_refusal_becomes_a_status(error: LinkUnusableError, status: HTTPStatus) -> None:
    assert status_of(error) is status


def test_a_sentence_is_said_in_the_readers_language() -> None:
    spoken = [said(_request(accept_language=tongue), HTTPStatus.OK, DownError(DOWN)).body for tongue in ("en", "zh-CN")]

    assert spoken[0] != spoken[1]


def test_cookies_are_set_as_the_address_allows() -> None:
    answer = with_cookies(_request(), Hosts(), Response(), Cookie("a", "b"))

    assert len(answer.headers.getlist("set-cookie")) == 2
