"""Chapter 1 on the screen: goals, clock, counterparts and rule cards, with and without answers."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, Debt, DebtKind
from accord.case.samples import SAMPLES, sample
from accord.i18n import CHINESE, ENGLISH
from tests.components.opened import opened

PAGE = "1_understand_the_bank"


def _open(case: Case | None = None, tongue: str = CHINESE) -> AppTest:
    return opened(PAGE, case, language=tongue)


def _words(at: AppTest) -> str:
    return "\n".join(found.value for found in at.main.markdown)


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
@pytest.mark.parametrize("name", ["", *SAMPLES])
def test_the_page_opens_with_any_case_in_both_languages(name: str, tongue: str) -> None:
    at = _open(sample(name, tongue) if name else None, tongue)

    assert not at.exception
    assert "{" not in _words(at)


def test_an_empty_case_is_asked_for_one_date_only() -> None:
    at = _open()

    at.button(key="clock_begin").click().run()

    assert not at.exception
    assert [debt.id for debt in at.session_state["case"].debts] == ["debt-1"]
    assert len(at.main.date_input) == 1


def test_the_date_typed_here_becomes_the_debts_own_and_moves_the_clock() -> None:
    at = _open(Case(debts=[Debt(id="debt-1", creditor="东湖银行")]))

    at.main.date_input[0].set_value(date(2026, 8, 1)).run()

    assert at.session_state["case"].debts[0].overdue_since == date(2026, 8, 1)
    assert "**逾期 114 天** · 东湖银行" in _words(at)


def test_what_was_typed_elsewhere_stands_in_the_goal_cards() -> None:
    at = _open(sample("lin_jing_card", CHINESE))

    assert "¥8,100\\.00" in _words(at)


def test_hidden_amounts_stay_hidden() -> None:
    at = _open(sample("lin_jing_card", CHINESE))
    at.session_state["hide_amounts"] = True

    at.run()

    assert "8,100" not in _words(at)


def test_rule_cards_follow_kind_and_topic() -> None:
    at = _open()
    kind = next(box for box in at.main.selectbox if str(box.key).startswith("rules_kind"))

    assert "银行业协会" in _words(at)
    kind.select(DebtKind.MORTGAGE).run()

    assert not at.exception
    assert "住宅" in _words(at)
