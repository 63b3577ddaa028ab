"""The contact log: day and time as one answer, the debt and the papers of an entry, flags beside it."""

from __future__ import annotations

from datetime import datetime, time

from streamlit.testing.v1 import AppTest

from accord.case import Case, Contact, Debt, Direction, Evidence, Person
from components.markup import plain

AT = datetime(2026, 11, 20, 22, 40)  # noqa: DTZ001  moments of the log are on Shanghai's clock, without a zone


def _log() -> None:
    from components import contact_log  # noqa: PLC0415  AppTest runs this function as a script of its own
    from components.session import current_case  # noqa: PLC0415  the same

    contact_log.log(current_case())


def _draw(case: Case, *, opened: bool = True) -> AppTest:
    at = AppTest.from_function(_log, default_timeout=30)
    at.session_state["case"] = case
    if opened:
        at.session_state["card_contacts.contact-1"] = True
    return at.run()


def _case(**answers: object) -> Case:
    contact = Contact.model_validate({"id": "contact-1", "at": AT, **answers})
    return Case(debts=[Debt(id="debt-1"), Debt(id="debt-2")], contacts=[contact])


def _said(at: AppTest) -> str:
    return "\n".join(found.value for found in at.markdown)


def test_a_closed_card_draws_no_inputs() -> None:
    at = _draw(_case(), opened=False)

    assert not at.exception
    assert not at.text_input


def test_another_time_leaves_the_day_alone() -> None:
    at = _draw(_case())

    at.time_input(key="answer:contacts.contact-1.at:time").set_value(time(9, 5)).run()
    assert at.session_state["case"].contacts[0].at == AT.replace(hour=9, minute=5)


def test_an_entry_names_its_debt_by_choice() -> None:
    at = _draw(_case())

    at.selectbox(key="answer:contacts.contact-1.debt_id").set_value("debt-2").run()

    assert at.session_state["case"].contacts[0].debt_id == "debt-2"


def test_papers_that_show_the_contact_can_be_chosen() -> None:
    case = _case()
    case.evidence = [Evidence(id="evidence-1", title="通话记录截图")]
    at = _draw(case)

    at.multiselect(key="answer:contacts.contact-1.evidence_ids").set_value(["evidence-1"]).run()

    assert at.session_state["case"].contacts[0].evidence_ids == ["evidence-1"]


def test_a_call_at_night_is_flagged_with_its_rule_and_quietly() -> None:
    at = _draw(_case(), opened=False)

    assert plain("22:00 至次日 08:00") in _said(at)
    assert "中国银行业协会" in _said(at)
    assert not at.error
    assert not at.warning


def test_a_call_in_the_hours_the_person_offered_is_not_flagged() -> None:
    case = _case()
    case.person = Person(call_from="19:00", call_until="23:00")

    assert "值得留意" not in _said(_draw(case, opened=False))


def test_what_happened_is_asked_only_where_they_began() -> None:
    theirs, mine = _draw(_case()), _draw(_case(direction=Direction.FROM_ME))

    assert len(theirs.checkbox) == 3
    assert not mine.checkbox
