"""Answers by path: found, set, refused with their reason."""

from decimal import Decimal

import pytest
import streamlit as st

from accord.case import Case, Debt, DebtGate
from components import reading
from components.session import (
    WIDGETS,
    answer,
    current_case,
    find,
    forget_widgets,
    has_answers,
    open_problems,
    problem_at,
    replace_case,
    set_answer,
)


@pytest.fixture(autouse=True)
def _own_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    replace_case(Case(debts=[Debt(id="debt-1")]))


def test_amounts_covered_in_a_draft_are_covered_as_soon_as_it_is_there() -> None:
    assert "hide_amounts" not in st.session_state

    replace_case(Case(hide_amounts=True))

    assert st.session_state["hide_amounts"]
    assert not has_answers(current_case())


def test_an_answer_is_put_where_its_path_says() -> None:
    assert set_answer("debts.debt-1.principal", "8.64万")

    assert current_case().debts[0].principal == Decimal("86400.00")
    assert answer("debts.debt-1.principal") == Decimal("86400.00")


def test_a_value_that_cannot_be_used_leaves_the_earlier_answer_alone() -> None:
    set_answer("debts.debt-1.principal", "500")

    assert not set_answer("debts.debt-1.principal", "abc")

    assert current_case().debts[0].principal == Decimal("500.00")
    assert answer("debts.debt-1.principal") == "abc"
    assert "1.2万" in problem_at("debts.debt-1.principal")
    assert list(open_problems()) == ["debts.debt-1.principal"]


def test_a_good_value_clears_the_problem() -> None:
    set_answer("person.email", "no address")
    set_answer("person.email", "a@example.com")

    assert open_problems() == {}


def test_an_answer_for_a_row_that_is_gone_is_dropped_quietly() -> None:
    assert not set_answer("debts.debt-9.principal", "1")


def test_map_entries_are_found_by_their_key() -> None:
    current_case().private.gates = {"debt-1": DebtGate()}

    set_answer("private.gates.debt-1.court_papers", "yes")

    owner, name = find(current_case(), "private.gates.debt-1.court_papers")
    assert getattr(owner, name) == "yes"


def test_rows_that_were_only_laid_out_are_no_answers() -> None:
    case = Case(debts=[Debt(id="debt-1")])
    assert not has_answers(case)

    case.debts[0].creditor = "东湖银行"
    assert has_answers(case)


def test_widgets_forget_what_lies_under_a_path() -> None:
    st.session_state[WIDGETS + "debts.debt-1.principal"] = "1"
    st.session_state[WIDGETS + "person.name"] = "a"

    forget_widgets("debts.")

    assert WIDGETS + "debts.debt-1.principal" not in st.session_state
    assert WIDGETS + "person.name" in st.session_state


def test_in_a_shared_workbook_nothing_of_it_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "on", lambda: True)
    monkeypatch.setattr(reading, "case", Case)
    before = dict(st.session_state)

    assert not set_answer("person.name", "somebody")
    replace_case(Case(debts=[Debt(id="debt-9")]))

    assert dict(st.session_state) == before
    assert current_case() == Case()
