"""Chapter 7 on the screen: cards without a form, deep links, the quick letter, events, the agent test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, Event, Income
from accord.case.samples import SAMPLES, sample
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.knowledge.cards import cards

APP = Path(__file__).parents[2] / "app.py"
PAGE = "pages/7_emergencies.py"


def _open(case: Case | None = None, tongue: str = CHINESE, card: str = "") -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.session_state["language"] = tongue
    at.session_state["today"] = date(2026, 11, 23)
    if case is not None:
        at.session_state["case"] = case
    at.run()
    at.switch_page(PAGE)
    if card:
        at.query_params["card"] = card
    with speaking(tongue):
        return at.run()


def _words(at: AppTest) -> str:
    return "\n".join(found.value for found in at.main.markdown)


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
@pytest.mark.parametrize("name", ["", *SAMPLES])
def test_the_page_opens_with_any_case_in_both_languages(name: str, tongue: str) -> None:
    at = _open(sample(name, tongue) if name else None, tongue)

    assert not at.exception
    assert "{" not in _words(at)


def test_the_nine_cards_stand_there_before_any_question() -> None:
    titles = [box.label for box in _open().main.expander]

    assert titles[: len(cards(CHINESE))] == [found.title for found in cards(CHINESE)]


def test_a_link_opens_its_card_first() -> None:
    at = _open(card="court_papers")

    headings = [found.value for found in at.main.header]
    assert headings.index("收到法院文书") == 1
    assert "收到法院文书" not in [box.label for box in at.main.expander]


def test_an_unknown_card_in_the_address_is_passed_over() -> None:
    at = _open(card="<script>")

    assert not at.exception
    assert len(at.main.header) == 4


def test_the_hold_letter_needs_no_budget() -> None:
    at = _open()

    at.button(key="hold_begin").click().run()
    at.text_input(key="answer:person.name").set_value("林静").run()

    assert at.session_state["case"].person.name == "林静"
    assert any("暂缓催收申请" in box.value and "林静" in box.value for box in at.main.code)


def test_an_event_with_an_amount_says_what_is_left() -> None:
    event = Event(id="event-1", on="2026-11-20", monthly_change="1000")
    at = _open(Case(incomes=[Income(id="income-1", amount="3000")], events=[event]))
    at.session_state["card_events.event-1"] = True

    at.run()

    assert "¥2,000\\.00" in _words(at)


def test_one_red_flag_turns_the_verdict() -> None:
    at = _open()
    assert not at.main.error

    next(box for box in at.main.checkbox if str(box.key).startswith("flag_")).check().run()

    assert len(at.main.error) == 1


def test_a_letter_of_the_ladder_is_drawn_on_demand() -> None:
    at = _open(sample("lin_jing_card", CHINESE))

    at.toggle(key="ladder_written_request").set_value(True).run()

    assert not at.exception
    assert any("协商还款申请书" in box.value for box in at.main.code)
