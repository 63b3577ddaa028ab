"""Seven answers give one instalment, one script and one letter; all of it is in the chapters."""

from datetime import date

from streamlit.testing.v1 import AppTest

from accord.case import HardshipCause
from accord.i18n import speaking
from tests.components.opened import opened, words


def answered(language: str = "zh_CN") -> AppTest:
    app = opened("short_way", language=language)
    answers = {
        "person.name": "林静",
        "debts.debt-1.creditor": "东湖银行",
        "debts.debt-1.principal": "8.64万",
        "position.cause_words": "公司关闭了站点",
        "incomes.income-1.amount": "4650",
        "spendings.spending-1.amount": "3200",
        "position.can_pay_now": "8100",
    }
    for path, typed in answers.items():
        app.text_input(key=f"answer:{path}").set_value(typed)
    app.date_input(key="answer:debts.debt-1.overdue_since").set_value(date(2026, 9, 10))
    app.selectbox(key="answer:position.cause").set_value(HardshipCause.JOB_LOSS)
    with speaking(language):
        return app.run()


def test_an_empty_short_way_asks_and_keeps_quiet() -> None:
    app = opened("short_way")

    assert not app.exception
    assert len(app.info) == 1


def test_seven_answers_give_an_instalment_that_can_be_kept() -> None:
    app = answered()

    assert not app.exception
    assert "每月" in words(app)
    assert "1,305" in words(app).replace("\\", "")


def test_the_answers_stand_in_the_chapters() -> None:
    app = answered()

    app.switch_page("pages/4_materials.py").run().run()

    assert app.text_input(key="answer:debts.debt-1.principal").value == "86,400"
    assert app.text_input(key="answer:incomes.income-1.amount").value == "4,650"


def test_asking_for_the_plan_makes_it_the_ask() -> None:
    app = answered()

    app.button(key="short_ask").click().run()

    assert app.session_state["case"].asks[0].option == "personalised_instalment"


def test_the_letter_and_the_script_carry_the_answers() -> None:
    app = answered()

    copies = " ".join(element.value for element in app.code)
    assert "东湖银行" in copies
    assert "林静" in copies


def test_english_readers_get_english_words() -> None:
    app = answered("en")

    assert not app.exception
    assert "a month, for" in words(app)


def test_with_nothing_left_the_headline_is_a_pause_and_no_instalment() -> None:
    app = answered("en")

    app.text_input(key="answer:spendings.spending-1.amount").set_value("6000")
    with speaking("en"):
        app.run()

    assert "### A pause of 3 months" in words(app)
    assert "a month, for" not in words(app)


def test_hidden_amounts_leave_no_figure_on_the_page() -> None:
    app = answered()

    app.session_state["hide_amounts"] = True
    app.run()

    assert "1,305" not in words(app).replace("\\", "") + " ".join(element.value for element in app.code)
    assert any("隐藏金额" in element.value for element in app.info)
