"""The options lab: what is seen is what is asked."""

from decimal import Decimal

from accord.case import Case, Debt
from tests.components.opened import CHEN_GUOHUA, ZHOU_MIN, example, opened, words
from tests.components.unfolding import unfolded


def slider_key(case: Case, name: str, option: str) -> str:
    return f"answer:asks.{case.debts[0].id}.{name}@{option}"


def test_without_a_debt_the_lab_says_where_to_go() -> None:
    app = opened("5_negotiate")

    assert not app.exception
    assert len(app.info) == 1


def test_a_debt_without_a_figure_is_told_what_is_missing() -> None:
    app = opened("5_negotiate", Case(debts=[Debt(id="debt-1", creditor="东湖银行")]))

    assert "本金" in " ".join(element.value for element in app.info)


def test_moving_the_term_changes_the_ask_and_the_figures() -> None:
    case = example()
    app = opened("5_negotiate", case)
    key = slider_key(case, "months", "personalised_instalment")

    app.slider(key=key).set_value(30).run()

    assert app.session_state["case"].asks[0].months == 30
    assert "30 个月" in words(app)


def test_a_rate_is_kept_exactly() -> None:
    case = example()
    app = opened("5_negotiate", case)

    app.slider(key=slider_key(case, "annual_rate", "personalised_instalment")).set_value(7.25).run()

    assert app.session_state["case"].asks[0].annual_rate == Decimal("0.0725")


def test_another_way_is_taken_with_its_own_defaults() -> None:
    case = example()
    app = opened("5_negotiate", case)
    unfolded(app, "all_options")

    app.button(key=f"take_{case.debts[0].id}_step_up").click().run()

    assert app.session_state["case"].asks[0].option == "step_up"
    assert not app.exception


def test_each_creditor_has_a_lab_of_its_own() -> None:
    case = example(CHEN_GUOHUA)
    app = opened("5_negotiate", case)

    app.selectbox(key="lab_debt").set_value(case.debts[2].id).run()

    assert app.session_state["case"].package.debt_id == case.debts[2].id
    assert not app.exception


def test_a_mortgage_can_be_looked_at_too() -> None:
    case = example(ZHOU_MIN)
    app = opened("5_negotiate", case)

    app.selectbox(key="lab_debt").set_value(case.debts[0].id).run()

    assert not app.exception


def test_the_ceiling_stands_only_in_the_private_line() -> None:
    case = example()
    case.private.ceiling = Decimal("1377.77")
    app = opened("5_negotiate", case)

    telling = [element.value for element in app.markdown if "1,377" in element.value.replace("\\", "")]

    assert telling
    assert all(":material/lock:" in line or "每月最多能还" in line for line in telling)
