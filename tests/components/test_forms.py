"""Inputs bound to the case."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from accord.case import Case, DebtKind, VisitReason
from components import link_door
from components.glossary_help import field_tip
from tests.components.advised import read, shared
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


def test_in_a_shared_workbook_long_lines_stand_whole_and_covered_fields_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_door, "served", lambda: True)
    with shared(tmp_path, monkeypatch) as found:
        found.hand_over(found.link())
        app = read("2_your_position", language="en")

    areas = {box.key: box.proto for box in app.text_area}
    assert areas["shown:position.cause_words"].disabled
    phone = next(box for box in app.text_input if box.key == "shown:person.phone")
    assert phone.proto.placeholder == "covered, or not filled in"


def test_a_field_drawn_late_by_a_slow_browser_is_not_empty() -> None:
    app = opened("4_materials", example())

    again = app.run().text_input(key=PRINCIPAL).proto

    assert again.default == "79,200"


@pytest.mark.parametrize("path", ["debts.debt-1.principal", "debts.debt-1.contract_instalment"])
def test_a_word_of_the_glossary_in_a_label_is_explained_behind_its_question_mark(path: str) -> None:
    app = opened("4_materials", example())

    field = app.text_input(key=f"answer:{path}")

    assert field.help == field_tip(path)
    assert field.help


def test_a_field_s_own_words_come_before_the_glossary() -> None:
    app = opened("4_materials", example())

    assert app.text_input(key="answer:debts.debt-1.annual_rate").help.startswith("以合同为准。")
