"""Whoever reads a shared workbook sees nothing of what is private in chapters 1, 4 and 5."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import link_door, reading
from tests.components.advised import read, shared
from tests.components.opened import example, opened, words

PRIVATE = ("只给自己看", "和您的底线比一比", "说得出，做得到", "先练一遍", "有几处可能对不上", "每种还法和您每月的收支")
CHAPTERS = ("1_understand_the_bank", "4_materials", "5_negotiate")


def said(app: AppTest) -> str:
    return words(app) + "\n".join(element.value for element in app.header)


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_reader_sees_the_chapter_without_what_is_private(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = said(opened(page, example()))
    monkeypatch.setattr(link_door, "served", lambda: True)

    with shared(tmp_path, monkeypatch) as found:
        found.hand_over(found.link())
        app = read(page, all_options=True)

    other = said(app)
    assert not app.exception
    assert len(other) > len(own) / 3  # the chapter itself is there to be read
    assert any(title in own for title in PRIVATE)
    assert not [title for title in PRIVATE if title in other]


@pytest.mark.parametrize(
    "words_of_mine",
    [
        "deeper.private_parts(debt.id, plan)",
        "promise.card(case, debt, plan)",
        "seat.full(case, debt, plan)",
        "agreement_map.area(case, debt)",
    ],
)
def test_what_is_private_stays_closed_even_where_a_page_would_draw_it(words_of_mine: str) -> None:
    lines = (
        "from components import agreement_map, asked, deeper, promise, reading, seat",
        "import streamlit as st",
        "case = st.session_state['mine']",
        "debt = case.debts[0]",
        "plan = asked.asked_plan(case, debt)",
        words_of_mine,
    )
    app = AppTest.from_string("\n".join(lines), default_timeout=60)
    app.session_state["mine"], app.session_state[reading.ROOM] = example(), True
    app.run()

    assert not app.exception
    assert len(app.main) == 0


def test_a_reader_has_no_call_to_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_door, "served", lambda: True)

    with shared(tmp_path, monkeypatch) as found:
        found.hand_over(found.link())
        app = read("call")

    assert not app.exception
    assert not [button for button in app.button if str(button.key).startswith("live_")]
