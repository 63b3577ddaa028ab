"""The emergency cards are there without script, session or wait, in both languages, and small."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette

from accord.i18n import speaking
from accord.knowledge.cards import cards, home_sentence, three_sentences
from accord.knowledge.situations import situations
from tests.web.asgi import ask
from web.helpcards import ROUTES, TONGUES, Addresses, names, single_page, whole_page

APP = Starlette(routes=list(ROUTES))
LARGEST = 60 * 1024


@pytest.mark.parametrize(("short", "tongue"), TONGUES.items())
def test_one_page_holds_the_call_and_every_line_of_every_card(short: str, tongue: str) -> None:
    answer = ask(APP, f"/help/{short}")
    shown = answer.text.replace("&quot;", '"').replace("&#x27;", "'")

    with speaking(tongue):
        lines = [line for card in (*cards(), *situations()) for line in (card.title, *card.lines)]
    assert answer.status == 200
    assert [line for line in (*lines, *three_sentences(tongue), home_sentence(tongue)) if line not in shown] == []


@pytest.mark.parametrize("short", TONGUES)
def test_the_page_is_small_and_needs_nothing_else(short: str) -> None:
    page = ask(APP, f"/help/{short}")

    assert len(page.body) <= LARGEST
    assert not re.search(r"<script|<img|<link|\ssrc=|\sstyle=|\son\w+=", page.text)
    assert "unsafe" not in page.header("content-security-policy")
    assert "script-src" not in page.header("content-security-policy")


def test_without_a_choice_the_browsers_language_is_spoken() -> None:
    assert '<html lang="zh-CN">' in ask(APP, "/help").text
    assert '<html lang="en">' in ask(APP, "/help", {"accept-language": "en-GB"}).text
    assert ask(APP, "/help").header("vary") == "Accept-Language"


@pytest.mark.parametrize("short", TONGUES)
@pytest.mark.parametrize("name", names())
def test_each_card_has_an_address_of_its_own(short: str, name: str) -> None:
    answer = ask(APP, f"/help/{short}/{name}")

    assert answer.status == 200
    assert answer.text.count("<h1>") == 1
    assert f'href="/help/{short}"' in answer.text


@pytest.mark.parametrize("path", ["/help/fr", "/help/zh/nothing", "/help/../etc/passwd", "/help/zh/%3Cscript%3E"])
def test_what_is_not_there_is_told_calmly(path: str) -> None:
    assert ask(APP, path).status == 404
    assert "<script>" not in ask(APP, path).text


def test_every_jump_on_the_page_arrives_and_headings_are_in_order() -> None:
    page = whole_page().decode()

    assert set(re.findall(r'href="#(\w+)"', page)) == set(re.findall(r'<section id="(\w+)"', page)) == set(names())
    assert re.findall(r"<h(\d)>", page)[:3] == ["1", "2", "3"]


def test_as_files_the_pages_point_to_files_beside_them() -> None:
    page = single_page("at_the_door", Addresses(files=True)).decode()

    assert 'href="../zh/index.html"' in page
    assert 'href="../en/at_the_door.html"' in page
    assert 'href="/' not in page


def test_an_unknown_card_is_no_page() -> None:
    assert single_page("nothing") == b""
