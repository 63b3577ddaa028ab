"""What other pages take from the emergency cards: the first steps, one card's words, links that open a card."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, Debt, Person
from accord.i18n import CHINESE, ENGLISH, ask_reader
from accord.knowledge.cards import cards, home_sentence, money_safety, three_sentences
from accord.knowledge.situations import any_card, situations
from components.emergency import FITTING, ICONS
from components.markup import plain


def _steps() -> None:
    from components import emergency  # noqa: PLC0415  AppTest runs this function as a script of its own

    emergency.coming_steps()


def _body(card_id: str) -> None:
    from components import emergency  # noqa: PLC0415  AppTest runs this function as a script of its own

    emergency.card_body(card_id)


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_the_first_steps_hold_the_call_the_family_and_money_safety(tongue: str) -> None:
    ask_reader(lambda: tongue)

    at = AppTest.from_function(_steps).run()

    words = at.markdown[0].value
    wanted = (*three_sentences(tongue), home_sentence(tongue), *money_safety(tongue))
    assert all(plain(line) in words for line in wanted)
    assert "工单号" in words


def test_name_and_last_digits_stand_in_the_call_once_they_are_known() -> None:
    at = AppTest.from_function(_steps)
    debt = Debt(id="debt-1", account_last4="1234")
    at.session_state["case"] = Case(person=Person(name="林静 {0}"), debts=[debt])

    words = at.run().markdown[0].value

    assert plain("我是林静 {0}本人，卡号后四位1234") in words


@pytest.mark.parametrize("card_id", [found.id for found in cards(CHINESE)])
def test_a_cards_body_says_every_line_of_the_card(card_id: str) -> None:
    at = AppTest.from_function(_body, args=(card_id,)).run()

    found = any_card(card_id)
    assert found is not None
    assert all(plain(line) in at.markdown[0].value for line in found.lines)


def test_an_unknown_card_draws_nothing() -> None:
    at = AppTest.from_function(_body, args=("nothing",)).run()

    assert not at.exception
    assert not at.markdown


def test_every_link_that_may_fit_leads_to_a_card_with_an_icon() -> None:
    assert all(any_card(card_id) for card_id, _words in FITTING)
    assert set(ICONS) == {found.id for found in (*cards(), *situations())}


def _picture(card_id: str) -> None:
    from components import emergency  # noqa: PLC0415  AppTest runs this function as a script of its own

    emergency.card_picture_to_keep(card_id)


def test_the_picture_is_made_only_once_it_is_asked_for() -> None:
    at = AppTest.from_function(_picture, args=("at_the_door",)).run()

    assert not at.exception
    assert [box.label for box in at.expander] == ["卡片图片（长按保存）"]
    assert not at.markdown


def test_a_card_that_does_not_exist_has_no_picture() -> None:
    assert not AppTest.from_function(_picture, args=("nothing",)).run().exception
