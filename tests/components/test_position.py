"""Chapter 2: goals in order, the statement as one types, private questions."""

from accord.case import Answer, Goal
from tests.components.opened import example, opened, words


def test_the_first_goal_tapped_is_the_main_ask() -> None:
    app = opened("2_your_position")

    app.button(key="goal_change_method").click().run()
    app.button(key="goal_delay").click().run()

    assert app.session_state["case"].position.goals == [Goal.CHANGE_METHOD, Goal.DELAY]


def test_the_order_can_be_chosen_anew() -> None:
    app = opened("2_your_position", example())

    app.button(key="goal_reset").click().run()

    assert app.session_state["case"].position.goals == []


def test_the_statement_carries_the_cause_and_never_the_ceiling() -> None:
    case = example()
    app = opened("2_your_position", case)

    statement = app.code[0].value
    assert case.position.cause_words in statement
    assert "1,350" not in statement


def test_a_gate_answered_yes_warns_at_once() -> None:
    case = example()
    debt = case.debts[0].id
    case.private.gates = {}
    app = opened("2_your_position", case)

    app.button(key=f"gate_{debt}").click().run()
    app.session_state["case"].private.gates[debt].court_papers = Answer.YES
    app.run()

    assert any("法院" in element.value for element in app.warning)


def test_the_private_card_says_that_it_is_private() -> None:
    assert "不会出现在给银行的材料里" in words(opened("2_your_position"))
