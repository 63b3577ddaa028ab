"""Rows as cards: add, take away, take back."""

import pytest
import streamlit as st

from accord.case import Case, Debt
from components import rows
from components.session import replace_case
from tests.components.opened import example, opened


def test_a_row_is_added_and_numbered_anew() -> None:
    app = opened("4_materials")

    app.button(key="add_debts").click().run()
    app.button(key="add_debts").click().run()

    assert [debt.id for debt in app.session_state["case"].debts] == ["debt-1", "debt-2"]


def test_a_row_taken_away_can_be_taken_back_to_its_place() -> None:
    case = example()
    before = [row.id for row in case.spendings]
    app = opened("4_materials", case)

    app.button(key=f"away_spendings.{before[2]}").click().run()
    assert len(app.session_state["case"].spendings) == len(before) - 1
    app.button(key="back_spendings").click().run()

    assert [row.id for row in app.session_state["case"].spendings] == before


def test_taking_away_shows_no_trace_of_the_row() -> None:
    case = example()
    row = case.debts[0].id
    app = opened("4_materials", case)

    app.button(key=f"away_debts.{row}").click().run()

    assert not app.exception
    assert app.session_state["case"].debts == []


def test_a_full_list_says_so_and_stays_as_it_is() -> None:
    case = example()
    case.debts = [Debt(id=f"debt-{n}") for n in range(1, 41)]
    app = opened("4_materials", case)

    app.button(key="add_debts").click().run()

    assert not app.exception
    assert len(app.session_state["case"].debts) == 40
    assert "最多 40 条" in "".join(toast.value for toast in app.toast)


def test_what_was_taken_away_waits_while_the_list_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    told: list[str] = []
    monkeypatch.setattr(st, "toast", lambda words, **_: told.append(words))
    replace_case(Case(debts=[Debt(id=f"debt-{n}") for n in range(1, 41)]))
    rows.take_away("debts", "debt-3")
    rows.add("debts", lambda: Debt(id="debt-41"))

    rows.take_back()
    assert len(told) == 1
    rows.take_away("debts", "debt-41")
    assert [row.id for row in rows.all_rows("debts")] == [f"debt-{n}" for n in range(1, 41) if n != 3]
