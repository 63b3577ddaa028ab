"""Goal seek: both ways, and never a bare no."""

from streamlit.testing.v1 import AppTest

from accord.i18n import ENGLISH, speaking
from tests.components.opened import CHEN_GUOHUA, example, opened, words

PAGE = "5_negotiate"


def page() -> AppTest:
    return opened(PAGE, example(language=ENGLISH), language=ENGLISH)


def choose(app: AppTest, way: str) -> None:
    with speaking(ENGLISH):
        app.button_group(key="goal_way").set_value(way).run()


def shown(app: AppTest) -> str:
    return words(app).replace("\\", "")


def test_a_payment_gives_a_term() -> None:
    app = page()

    app.text_input(key="goal_payment").set_value("2,000").run()

    assert "40 months, at most ¥1,957.50 a month" in shown(app)


def test_a_term_gives_a_payment_and_can_be_taken() -> None:
    app = page()

    choose(app, "payment")
    app.number_input(key="goal_months").set_value(36).run()
    assert "36 months, at most ¥2,175.00 a month" in shown(app)
    app.button(key="goal_take_debt-1").click().run()

    assert app.session_state["case"].ask("debt-1").months == 36


def test_what_cannot_be_reached_says_what_would_do() -> None:
    app = page()

    app.text_input(key="goal_payment").set_value("100").run()

    assert "This takes ¥1,305.00 a month over 60 months." in shown(app)


def test_the_waiver_that_makes_a_payment_work_is_found() -> None:
    app = page()

    choose(app, "waiver")
    app.text_input(key="goal_payment").set_value("1,250").run()

    assert "waived" in next(line for line in shown(app).split("\n") if "at most ¥1,2" in line)


def test_what_is_no_amount_is_said_so() -> None:
    app = page()

    app.text_input(key="goal_payment").set_value("a lot").run()

    assert app.error


def test_nothing_to_waive_is_not_asked_about() -> None:
    case = example(CHEN_GUOHUA, ENGLISH)
    debt = case.debts[0]
    debt.interest = debt.penalty_interest = debt.fees = None

    app = opened(PAGE, case, language=ENGLISH)

    assert len(next(group for group in app.button_group if group.key == "goal_way").options) == 2
