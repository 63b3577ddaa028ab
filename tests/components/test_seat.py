"""The bank's seat: a first look in chapter 1, the whole of it in chapter 5, ranges that can be moved."""

from streamlit.testing.v1 import AppTest

from accord.case import Case
from accord.i18n import ENGLISH
from tests.components.opened import ZHOU_MIN, example, opened, words
from tests.components.unfolding import unfolded


def seated(case: Case | None = None, debt_id: str = "debt-1") -> AppTest:
    return unfolded(opened("5_negotiate", case or example(language=ENGLISH), language=ENGLISH), f"seat_{debt_id}")


def shown(app: AppTest) -> str:
    return words(app).replace("\\", "")


def test_chapter_one_has_a_first_look_with_a_lock() -> None:
    text = shown(opened("1_understand_the_bank", example(language=ENGLISH), language=ENGLISH))

    assert "Each bar is a range of assumptions, not a forecast" in text
    assert ":material/lock: :small[Only for you" in text


def test_without_figures_chapter_one_says_what_is_missing() -> None:
    assert "the ways stand here side by side" in shown(opened("1_understand_the_bank", language=ENGLISH))


def test_chapter_five_has_ranges_the_books_and_why_an_officer_may_refuse() -> None:
    text = shown(seated())

    assert "In the books" in text
    assert "booked as a loss of about ¥" in text
    assert "Why an officer may still say no" in text
    assert "| Sue |" in text


def test_a_range_can_be_moved_and_never_becomes_a_point() -> None:
    app = seated()

    app.slider(key="range_litigation_recovery").set_value((20.0, 20.0))
    unfolded(app, "seat_debt-1")

    moved = app.session_state["case"].private.bank_ranges["litigation_recovery"]
    assert moved.low < moved.middle < moved.high
    app.button(key="ranges_reset").click().run()
    assert app.session_state["case"].private.bank_ranges == {}


def test_other_assumptions_give_other_ranges() -> None:
    app = seated()
    before = [line for line in shown(app).split("\n") if line.startswith("| Go on collecting")]

    app.slider(key="range_collection_recovery").set_value((40.0, 60.0))
    unfolded(app, "seat_debt-1")

    after = [line for line in shown(app).split("\n") if line.startswith("| Go on collecting")]
    assert before
    assert after
    assert after != before


def test_a_secured_debt_is_told_why_there_is_no_comparison() -> None:
    case = example(ZHOU_MIN, ENGLISH)
    case.package.debt_id = case.debts[0].id

    assert "without security" in shown(seated(case, case.debts[0].id))
