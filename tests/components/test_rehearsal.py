"""The practice room: a call can be had, paused, taken back, looked back at; all of it only for the person."""

import pytest
from streamlit.testing.v1 import AppTest

from accord.case.samples import sample
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.rehearsal.script import COUNTERPARTS, MOODS, MOST_TURNS
from components.rehearsal import INVENTED, MOOD_WORDS, OUTCOMES, figures
from tests.components.opened import example, opened, words

PAGE = "5_negotiate"


def begun(language: str = ENGLISH, who: str = "collector", mood: str = "calm") -> AppTest:
    app = opened(PAGE, example(language=language), language=language)
    app.session_state["practice_who"], app.session_state["practice_mood"] = who, mood
    app.button(key="practice_begin").click().run()
    return app


def replies(app: AppTest) -> list[str]:
    return [str(button.key) for button in app.button if str(button.key).startswith("reply_")]


def to_the_end(app: AppTest) -> AppTest:
    for _turn in range(MOST_TURNS):
        if not replies(app):
            break
        app.button(key=replies(app)[0]).click().run()
    return app


def test_the_officer_speaks_first_and_replies_are_offered() -> None:
    app = begun()

    assert len(app.chat_message) == 1
    assert len(replies(app)) >= 2
    assert "never in papers for the bank" in words(app)


def test_a_reply_is_answered_and_one_step_back_takes_it_back() -> None:
    app = begun()

    app.button(key=replies(app)[0]).click().run()
    assert len(app.chat_message) == 3
    app.button(key="practice_back").click().run()

    assert len(app.chat_message) == 1


def test_own_words_are_matched_to_the_nearest_reply() -> None:
    app = begun()

    app.text_input(key="own_words_0").set_value("please tell me your name and staff number").run()

    assert "staff number first" in app.session_state["practice_call"].said[1].text


def test_words_like_none_of_them_are_said_to_be_so() -> None:
    app = begun()

    app.text_input(key="own_words_0").set_value("…").run()

    assert "None of the replies here is like that" in words(app)
    assert len(app.chat_message) == 1


def test_a_pause_hides_the_replies_until_one_goes_on() -> None:
    app = begun()

    app.button(key="practice_pause").click().run()
    assert replies(app) == []
    app.button(key="practice_on").click().run()

    assert replies(app)


@pytest.mark.parametrize("who", COUNTERPARTS)
def test_every_call_ends_with_a_look_back_and_a_card(who: str) -> None:
    app = to_the_end(begun(who=who, mood="stern"))

    assert "Looking back" in words(app)
    assert any("·" in code.value and "a month" in code.value for code in app.code)


def test_the_card_goes_into_the_private_notes_and_older_notes_stay() -> None:
    app = to_the_end(begun())

    app.button(key="practice_keep").click().run()

    notes = app.session_state["case"].private.rehearsal_notes
    assert notes.startswith("2026-11-23")
    assert "1,305" in notes
    assert len(notes) <= 2000


def test_another_call_begins_with_another_seed() -> None:
    app = begun()
    app.button(key="practice_again").click().run()
    app.button(key="practice_begin").click().run()

    assert app.session_state["practice_call"].seed == 1


def test_what_is_pushed_for_lies_above_the_ceiling() -> None:
    case = sample("lin_jing_card", "zh_CN")

    spoken = figures(case, case.debts[0])

    assert spoken.instalment == 130_500
    assert spoken.push > spoken.ceiling >= spoken.instalment


def test_without_a_debt_invented_figures_are_spoken_of() -> None:
    case = sample("lin_jing_card", "zh_CN")

    assert figures(case, None) == INVENTED
    assert not opened(PAGE).exception


def test_every_mood_and_every_end_has_its_words_in_both_languages() -> None:
    assert set(MOOD_WORDS) == set(MOODS)
    for language in (CHINESE, ENGLISH):
        with speaking(language):
            assert not begun(language).exception
    assert all(OUTCOMES.values())
