"""Inputs bound to the case."""

from datetime import date
from decimal import Decimal

import pytest

from accord.case import Case, DebtKind, VisitReason
from tests.components.opened import example, opened, words

PRINCIPAL = "answer:debts.debt-1.principal"


def debt_id(case: Case) -> str:
    return case.debts[0].id


def test_an_amount_is_read_as_people_write_it() -> None:
    app = opened("short_way")

    app.text_input(key=PRINCIPAL).set_value("8.64万").run()

    assert app.session_state["case"].debts[0].principal == Decimal("86400.00")


@pytest.mark.parametrize("typed", ["abc", "-5", "99999999999", "1.234"])
def test_an_amount_that_cannot_be_used_stays_visible_with_its_reason(typed: str) -> None:
    app = opened("short_way")

    app.text_input(key=PRINCIPAL).set_value(typed).run()

    assert app.session_state["case"].debts[0].principal is None
    assert app.text_input(key=PRINCIPAL).value == typed
    assert len(app.error) == 2  # beside the field, and the summary at the foot


def test_what_cannot_be_used_is_still_there_after_a_look_at_another_page() -> None:
    app = opened("short_way")
    app.text_input(key=PRINCIPAL).set_value("abc").run()

    app.switch_page("pages/8_summary.py").run().run()
    app.switch_page("pages/short_way.py").run().run()

    assert app.text_input(key=PRINCIPAL).value == "abc"


def test_a_day_and_a_choice_reach_the_case() -> None:
    app = opened("short_way")

    app.date_input(key="answer:debts.debt-1.overdue_since").set_value(date(2026, 9, 10)).run()
    app.selectbox(key="answer:debts.debt-1.kind").set_value(DebtKind.MORTGAGE).run()

    debt = app.session_state["case"].debts[0]
    assert debt.overdue_since == date(2026, 9, 10)
    assert debt.kind is DebtKind.MORTGAGE


@pytest.mark.parametrize(("typed", "rate"), [("18.25", "0.1825"), ("18.25%", "0.1825"), ("0.1825", "0.1825")])
def test_a_rate_is_read_with_or_without_its_sign(typed: str, rate: str) -> None:
    case = example()
    app = opened("4_materials", case)

    app.text_input(key=f"answer:debts.{debt_id(case)}.annual_rate").set_value(typed).run()

    assert app.session_state["case"].debts[0].annual_rate == Decimal(rate)


def test_reasons_are_chosen_as_buttons() -> None:
    app = opened("2_your_position")

    app.pills(key="answer:position.reasons").set_value([VisitReason.PRIVACY, VisitReason.TIME]).run()

    assert app.session_state["case"].position.reasons == [VisitReason.PRIVACY, VisitReason.TIME]


def test_hidden_amounts_are_hidden_in_the_inputs_too() -> None:
    app = opened("short_way", example())

    app.toggle(key="hide_amounts_switch").set_value(True).run()

    assert "79,200" not in words(app)
