"""A promise I can keep: three questions, words, and never a low figure alone."""

from decimal import Decimal

from streamlit.testing.v1 import AppTest

from accord.budget.chances import SENTENCES
from accord.case import Case, Likelihood, Steadiness
from accord.i18n import ENGLISH, speaking
from components.promise import SHORT, short_words
from tests.components.opened import example, opened, words
from tests.components.unfolding import unfolded

PAGE = "5_negotiate"


def asked(app: AppTest) -> str:
    return words(app).replace("\\", "")


def unanswered() -> Case:
    case = example()
    case.private.steadiness = case.private.income_may_stop = case.private.buffer = None
    return case


def test_before_the_questions_are_answered_nothing_is_promised() -> None:
    shown = asked(opened(PAGE, unanswered()))

    assert "回答三个关于收入的问题" in shown
    assert "坚持还完" not in shown


def test_two_taps_give_the_answer_and_are_kept_in_the_case() -> None:
    app = opened(PAGE, unanswered())

    app.button_group(key="answer:private.steadiness").set_value(Steadiness.STEADY).run()
    app.button_group(key="answer:private.income_may_stop").set_value(Likelihood.UNLIKELY).run()

    private = app.session_state["case"].private
    assert (private.steadiness, private.income_may_stop) == (Steadiness.STEADY, Likelihood.UNLIKELY)
    assert "十次里有八次" in asked(app)


def test_a_low_figure_stands_beside_what_would_be_kept_and_is_no_statistic() -> None:
    app = opened(PAGE, example(language=ENGLISH), language=ENGLISH)
    line = next(text for text in asked(app).split("\n\n") if "About one time in four" in text)

    assert "kept 8 times in 10 over 60 months is ¥" in line
    assert "not statistics about China" in line


def test_the_steps_for_a_table_are_those_of_the_sentences() -> None:
    assert len(SHORT) == len(SENTENCES)
    with speaking(ENGLISH):
        assert [short_words(share) for share in (0.99, 0.76, 0.24, 0.0)] == [
            "nearly always",
            "about three times in four",
            "about one time in four",
            "hardly ever",
        ]


def test_without_a_month_it_says_what_is_missing() -> None:
    case = example()
    case.incomes, case.spendings = [], []

    assert "在第 4 章填好收入和支出" in asked(opened(PAGE, case))


def test_the_ribbon_and_the_assumptions_stand_under_go_deeper() -> None:
    app = opened(PAGE, example())
    assert not [slider for slider in app.slider if str(slider.key).startswith("assume_")]

    unfolded(app, "promise_deeper")

    assert len([slider for slider in app.slider if str(slider.key).startswith("assume_")]) == 10
    assert "影响最大的是" in asked(app)


def test_a_changed_assumption_changes_the_answer_and_can_be_taken_back() -> None:
    app = opened(PAGE, example(language=ENGLISH), language=ENGLISH)
    before = asked(unfolded(app, "promise_deeper"))

    app.slider(key="assume_job_loss").set_value(0.0)
    unfolded(app, "promise_deeper")

    assert app.session_state["case"].private.assumptions == {"job_loss": 0}
    assert asked(app) != before
    app.button(key="assumptions_reset").click().run()
    assert app.session_state["case"].private.assumptions == {}


def test_money_put_by_makes_the_promise_firm() -> None:
    case = example(language=ENGLISH)
    case.private.buffer = Decimal(80_000)

    shown = asked(opened(PAGE, case, language=ENGLISH))

    assert "What makes it firmer" not in shown


def test_hidden_amounts_stay_hidden_in_the_promise() -> None:
    app = opened(PAGE, example(language=ENGLISH), language=ENGLISH)
    app.session_state["hide_amounts"] = True
    app.run()

    assert "is ¥••••" in asked(app)
