"""Logs tell what went wrong and where, never who somebody is or what opens something."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from accord.crypto import OwnerKey, ShareKey
from accord.errors import MoneyError
from accord.money import UNREADABLE, parse_money
from web.logs import clean, keep_logs_clean


@pytest.mark.parametrize(
    "planted",
    [
        OwnerKey.fresh().text,
        ShareKey.fresh().text,
        "13800138000",
        "138 0013 8000",
        "110101199003074514",
        "6222 0212 3456 7890 123",
        "lin.jing@example.com",
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        "bW9ja3ZhbHVlMTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3A",
    ],
    ids=range(9),
)
def test_what_names_or_opens_is_struck_out(planted: str) -> None:
    said = clean(f"before {planted} after")

    assert planted not in said
    assert said.startswith("before [")
    assert said.endswith(" after")


@pytest.mark.parametrize(
    ("line", "cleaned"),
    [
        ("GET /open#wbs1_x HTTP/1.1", "GET /open?[hidden] HTTP/1.1"),
        ("GET /a?token=1&b=2 ok", "GET /a?[hidden] ok"),
        ("GET /media/abc.pdf ok", "GET /media/[file] ok"),
        ("PUT /_stcore/upload_file/s/f ok", "PUT /_stcore/upload_file/[file] ok"),
        ("Cookie: wb-bind=abc; x=1", "Cookie: [hidden]"),
    ],
)
def test_addresses_and_cookies_lose_what_is_private(line: str, cleaned: str) -> None:
    assert clean(line) == cleaned


def test_a_plain_sentence_stays_as_it_is() -> None:
    sentence = "Started at 2026-11-23 21:10:05 on 127.0.0.1:8501 with 60 connections (web/guard.py)."

    assert clean(sentence) == sentence


@pytest.fixture
def written() -> Iterator[StringIO]:
    before = logging.getLogRecordFactory()
    target = StringIO()
    handler = logging.StreamHandler(target)
    logger = logging.getLogger("any.other.library")
    logger.addHandler(handler)
    keep_logs_clean()
    yield target
    logger.removeHandler(handler)
    logging.setLogRecordFactory(before)


def test_every_logger_is_cleaned_whatever_it_is_handed(written: StringIO) -> None:
    logging.getLogger("any.other.library").warning("call %s of %s", "13800138000", {"mail": "a@example.com"})

    assert written.getvalue() == "call [number] of {'mail': '[mail]'}\n"


def test_an_exception_tells_its_place_and_kind_but_not_its_words(written: StringIO) -> None:
    try:
        int("my salary is 8,000")
    except ValueError:
        logging.getLogger("any.other.library").exception("It failed")

    assert "test_logs.py" in written.getvalue()
    assert "ValueError" in written.getvalue()
    assert "salary is 8" not in written.getvalue().replace('int("my salary is 8,000")', "")


def test_our_own_errors_keep_their_words_because_they_quote_nobody(written: StringIO) -> None:
    try:
        parse_money("my salary")
    except MoneyError:
        logging.getLogger("any.other.library").exception("It failed")

    assert f"MoneyError: {UNREADABLE}" in written.getvalue()


def test_a_log_call_that_does_not_fit_is_still_a_line(written: StringIO) -> None:
    logging.getLogger("any.other.library").warning("two %s %s", "one")  # noqa: PLE1206  the misfit is the test's point

    assert written.getvalue() == "two %s %s\n"
