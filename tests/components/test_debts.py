"""Debt cards."""

import pytest
import streamlit as st

from accord.case import Debt, DebtKind
from accord.i18n import speaking
from components.debts import debt_name, summary
from tests.components.opened import TODAY, opened


@pytest.fixture
def _own_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"today": TODAY})


@pytest.mark.usefixtures("_own_session")
def test_a_debt_is_called_by_bank_kind_and_last_digits() -> None:
    debt = Debt(id="debt-1", creditor="东湖银行", account_last4="1234")

    with speaking("zh_CN"):
        assert debt_name(debt) == "东湖银行 · 信用卡（1234）"


@pytest.mark.usefixtures("_own_session")
def test_a_summary_tells_what_is_owed_and_how_long() -> None:
    debt = Debt.model_validate({"id": "debt-1", "principal": "1000", "fees": "50", "overdue_since": "2026-11-13"})

    with speaking("en"):
        assert summary(debt) == "Bank not named yet · Credit card · ¥1,050.00 · 10 days overdue"


def test_cards_and_loans_are_asked_for_what_they_have() -> None:
    app = opened("4_materials")
    app.button(key="add_debts").click().run()
    assert any(box.key.endswith("minimum_due") for box in app.text_input if box.key)

    app.selectbox(key="answer:debts.debt-1.kind").set_value(DebtKind.MORTGAGE).run()

    assert not any(box.key.endswith("minimum_due") for box in app.text_input if box.key)
    assert any(box.key.endswith("months_left") for box in app.number_input if box.key)


def test_a_new_debt_is_dated_today() -> None:
    app = opened("4_materials")

    app.button(key="add_debts").click().run()

    assert app.session_state["case"].debts[0].as_of == TODAY
