"""Trouble is told calmly, in the browser's language, with a way on."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from tests.web.asgi import ask
from web import calm
from web.calm import BUSY, Trouble

ALL = [found for found in vars(calm).values() if isinstance(found, Trouble)]


@pytest.mark.parametrize("trouble", ALL, ids=lambda trouble: trouble.title)
@pytest.mark.parametrize("tongue", ["zh-CN", "en"])
def test_each_trouble_has_a_page_with_a_way_back(trouble: Trouble, tongue: str) -> None:
    answer = calm.calm(trouble, tongue)
    page = bytes(answer.body).decode()

    assert answer.status_code == trouble.status
    assert ("您" in page or "这" in page or "手册" in page) == (tongue == "zh-CN")
    assert 'href="/help"' in page
    assert answer.headers["cache-control"] == "no-store"
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_a_full_house_asks_again_by_itself_and_says_that_nothing_is_lost() -> None:
    answer = calm.calm(BUSY, "en")

    assert answer.headers["retry-after"] == "20"
    assert b'http-equiv="refresh"' in bytes(answer.body)
    assert b"is safe" in bytes(answer.body)


def test_nothing_is_found_where_nothing_is() -> None:
    app = Starlette(exception_handlers={404: calm.missing})

    lost = ask(app, "/elsewhere", {"accept-language": "en"})

    assert lost.status == 404
    assert "nothing at this address" in lost.text


def test_an_unexpected_error_shows_none_of_its_words_and_brings_all_headers_itself() -> None:
    request = Request({"type": "http", "method": "GET", "path": "/", "headers": [(b"host", b"127.0.0.1")]})

    answer = asyncio.run(calm.broken(request, ValueError("what somebody typed")))

    assert answer.status_code == 500
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert b"typed" not in bytes(answer.body)


def test_a_page_that_breaks_off_says_that_nothing_is_lost_and_nothing_of_the_error() -> None:
    said: list[str] = []

    assert calm.script_trouble(said.append)(ValueError("what somebody typed"))

    assert len(said) == 1
    assert "没有丢" in said[0]
    assert "typed" not in said[0]
