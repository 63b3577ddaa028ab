"""A letter on the screen: its meaning, what is still blank, and when it waits."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from accord.case import Answer, Case, Debt, DebtGate
from accord.case.samples import sample
from accord.i18n import CHINESE, ENGLISH, ask_reader


def _letter(letter_id: str) -> None:
    import streamlit as st  # noqa: PLC0415  AppTest runs this function as a script of its own

    from components.letter_card import letter_card  # noqa: PLC0415  the same

    letter_card(st.session_state["case"], letter_id, "test", debt_id="debt-1")


def _draw(case: Case, letter_id: str) -> AppTest:
    at = AppTest.from_function(_letter, args=(letter_id,), default_timeout=30)
    at.session_state["case"] = case
    at.session_state["today"] = date(2026, 11, 23)
    return at.run()


def test_a_letter_stands_to_read_and_to_copy() -> None:
    at = _draw(sample("lin_jing_card", CHINESE), "hold_action")

    assert not at.exception
    assert "林静" in at.code[0].value
    assert [tab.label for tab in at.tabs] == ["阅读", "复制"]


def test_an_empty_case_gives_a_whole_letter_and_names_what_is_blank() -> None:
    at = _draw(Case(), "hold_action")

    assert "________" in at.code[0].value
    assert any("还空着的" in found.value for found in at.markdown)


def test_a_letter_that_offers_a_plan_waits_for_an_open_gate_and_one_for_time_does_not() -> None:
    case = Case(debts=[Debt(id="debt-1")])
    case.private.gates = {"debt-1": DebtGate(court_papers=Answer.YES)}

    held, free = _draw(case, "request"), _draw(case, "hold_action")

    assert held.warning
    assert not held.code
    assert free.code


def test_an_english_reader_sees_the_banks_chinese_until_a_reading_copy_is_wanted() -> None:
    ask_reader(lambda: ENGLISH)
    case = sample("lin_jing_card", ENGLISH)
    case.package.language = "zh_CN"
    at = _draw(case, "hold_action")
    assert "暂缓催收" in at.code[0].value

    at.toggle(key="test_reading").set_value(True).run()

    assert "Request to hold collection" in at.code[0].value
