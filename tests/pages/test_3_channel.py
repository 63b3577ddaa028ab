"""Chapter 3 on the screen: needs and advice, the words for each channel, the contact log with its flags."""

from __future__ import annotations

from datetime import date, time

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Answer, Case, Channel, Contact, Debt, DebtGate
from accord.case.samples import SAMPLES, sample
from accord.i18n import CHINESE, ENGLISH
from tests.components.opened import opened

PAGE = "3_channel"


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


def test_a_tick_changes_the_advice_and_the_advice_can_be_taken() -> None:
    at = _open()

    at.checkbox(key="answer:channel.written_record").check().run()
    at.button(key="take_channel").click().run()

    assert at.session_state["case"].channel.written_record
    assert at.session_state["case"].channel.chosen is Channel.EMAIL
    assert at.selectbox(key="answer:channel.chosen").value is Channel.EMAIL


def test_every_chat_line_has_its_own_box_and_is_short() -> None:
    at = _open(sample("chen_guohua_online_loans", CHINESE))

    boxes = [box.value for box in at.main.code if "陈国华" in box.value and len(box.value) <= 200]

    assert boxes
    assert not at.exception


def test_a_new_contact_is_of_today_and_takes_day_and_time() -> None:
    at = _open(Case(debts=[Debt(id="debt-1")]))
    at.button(key="add_contacts").click().run()

    at.time_input(key="answer:contacts.contact-1.at:time").set_value(time(22, 30)).run()

    (contact,) = at.session_state["case"].contacts
    assert contact.at.date() == date(2026, 11, 23)
    assert contact.at.time() == time(22, 30)
    assert contact.debt_id == "debt-1"
    assert "有 1 条记录值得留意" in _words(at)


def test_a_text_that_looks_like_markup_stays_plain() -> None:
    contact = Contact(id="contact-1", at="2026-11-20T23:30:00", who="<b>**王**</b> [x](http://x)")

    at = _open(Case(contacts=[contact]))

    assert "\\*\\*王" in _words(at)
    assert "[x](http://x)" not in _words(at)


def test_words_that_speak_of_the_debt_wait_while_a_gate_is_open() -> None:
    case = sample("lin_jing_card", CHINESE)
    case.private.gates = {"debt-1": DebtGate(silent_three_years=Answer.YES)}
    at = _open(case)
    assert at.main.warning
    assert not at.main.code

    at.toggle(key="channel_all_the_same").set_value(True).run()

    assert at.main.code
    assert not [box for box in at.main.code if "协商还款申请书" in box.value]
