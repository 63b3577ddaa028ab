"""Chapter 1's parts: the goals with the person's own facts, the clock, what a bank weighs without invented figures."""

from __future__ import annotations

import re
from datetime import date

from streamlit.testing.v1 import AppTest

from accord.case import Case, Debt, Person, Position
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.i18n import _ as spoken
from components.understand import GOALS, WEIGHED


def _goals() -> None:
    from components import understand  # noqa: PLC0415  AppTest runs this function as a script of its own
    from components.session import current_case  # noqa: PLC0415  the same

    understand.goals(current_case())


def _clock() -> None:
    from components import understand  # noqa: PLC0415  AppTest runs this function as a script of its own
    from components.session import current_case  # noqa: PLC0415  the same

    understand.clock(current_case())


def _said(script: object, case: Case) -> str:
    at = AppTest.from_function(script)  # type: ignore[arg-type]  # one of the two functions above
    at.session_state["case"] = case
    at.session_state["today"] = date(2026, 11, 23)
    at.run()
    assert not at.exception
    return "\n".join(found.value for found in at.markdown)


def test_the_goals_stand_without_any_answer() -> None:
    said = _said(_goals, Case())

    assert said.count("您能拿出什么") == len(GOALS)
    assert "您填过" not in said


def test_each_goal_repeats_the_answer_that_serves_it() -> None:
    told = Position(can_pay_now="800", recovery_on="2027-03-01")
    case = Case(position=told, person=Person(call_from="19:00", call_until="21:00"))

    said = _said(_goals, case)

    assert "现在可以还 ¥800" in said
    assert "2027-03-01" in said
    assert "19:00 到 21:00" in said


def test_the_clock_shows_the_class_reached_and_no_class_without_arrears() -> None:
    late = _said(_clock, Case(debts=[Debt(id="debt-1", creditor="东湖银行", overdue_since="2026-08-01")]))
    early = _said(_clock, Case(debts=[Debt(id="debt-1", creditor="东湖银行")]))

    assert "**逾期 114 天** · 东湖银行" in late
    assert "次级类" in late
    assert "**逾期" not in early


def test_what_a_bank_weighs_states_no_figure() -> None:
    for tongue in (CHINESE, ENGLISH):
        with speaking(tongue):
            assert not any(re.search(r"\d", spoken(line)) for line in WEIGHED)


def test_without_a_day_nobody_is_told_that_nothing_is_overdue() -> None:
    said = _said(_clock, Case())

    assert "没有填逾期日期" in said
    assert "没有逾期" not in said


def test_many_debts_leave_the_clock_in_sight() -> None:
    at = AppTest.from_function(_clock)
    at.session_state["case"] = Case(debts=[Debt(id=f"debt-{k}", creditor=f"Bank {k}") for k in range(5)])
    at.run()

    assert [element.label for element in at.expander].count("其他欠款") == 1
    assert len(at.expander[0].date_input) == 2
