"""Events on the screen: what is left, which agreement breaks, the letter of the day."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from accord.case import Agreement, Case, Debt, Event, EventKind, Income


def _events() -> None:
    from components import changes  # noqa: PLC0415  AppTest runs this function as a script of its own
    from components.session import current_case  # noqa: PLC0415  the same

    changes.events(current_case())


def _draw(case: Case) -> AppTest:
    at = AppTest.from_function(_events, default_timeout=30)
    at.session_state["case"] = case
    at.session_state["today"] = date(2026, 11, 23)
    at.session_state["card_events.event-1"] = True
    return at.run()


def _case(**answers: object) -> Case:
    event = Event.model_validate({"id": "event-1", "on": "2026-11-20", **answers})
    return Case(
        incomes=[Income(id="income-1", amount="3000")],
        debts=[Debt(id="debt-1", creditor="东湖银行")],
        agreements=[Agreement(id="agreement-1", debt_id="debt-1", instalment="2500")],
        events=[event],
    )


def test_a_broken_agreement_is_named_with_its_bank() -> None:
    at = _draw(_case(monthly_change="1000"))

    assert "东湖银行" in at.warning[0].value
    assert "¥2,500\\.00" in at.warning[0].value


def test_a_broken_agreement_is_named_with_the_due_date_it_fails_from() -> None:
    case = _case(monthly_change="1000")
    case.agreements[0].months, case.agreements[0].first_due = 6, date(2026, 10, 15)

    assert "2026-12-15" in _draw(case).warning[0].value


def test_a_long_story_is_cut_in_the_title_of_its_card() -> None:
    at = _draw(_case(words="很长的经过" * 30))

    assert at.expander[0].label.endswith("…")
    assert len(at.expander[0].label) < 80


def test_an_event_without_an_amount_says_nothing_of_the_month() -> None:
    at = _draw(_case())

    assert not at.exception
    assert not at.warning


def test_a_hidden_amount_stays_hidden_in_the_warning() -> None:
    at = _draw(_case(monthly_change="1000"))
    at.session_state["hide_amounts"] = True

    at.run()

    assert "2,500" not in at.warning[0].value


def test_the_letter_of_an_event_is_drawn_on_demand() -> None:
    at = _draw(_case(kind=EventKind.CANNOT_PAY))
    assert not at.code

    at.toggle(key="letter_of_events.event-1").set_value(True).run()

    assert "还款困难提前说明" in at.code[0].value


def test_a_new_event_is_of_today() -> None:
    at = _draw(Case())

    at.button(key="add_events").click().run()

    assert at.session_state["case"].events[0].on == date(2026, 11, 23)
