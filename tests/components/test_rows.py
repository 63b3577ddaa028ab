"""Rows as cards: add, take away, take back."""

from tests.components.opened import example, opened


def test_a_row_is_added_and_numbered_anew() -> None:
    app = opened("4_materials")

    app.button(key="add_debts").click().run()
    app.button(key="add_debts").click().run()

    assert [debt.id for debt in app.session_state["case"].debts] == ["debt-1", "debt-2"]


def test_a_row_taken_away_can_be_taken_back_to_its_place() -> None:
    case = example()
    before = [row.id for row in case.spendings]
    app = opened("4_materials", case)

    app.button(key=f"away_spendings.{before[2]}").click().run()
    assert len(app.session_state["case"].spendings) == len(before) - 1
    app.button(key="back_spendings").click().run()

    assert [row.id for row in app.session_state["case"].spendings] == before


def test_taking_away_shows_no_trace_of_the_row() -> None:
    case = example()
    row = case.debts[0].id
    app = opened("4_materials", case)

    app.button(key=f"away_debts.{row}").click().run()

    assert not app.exception
    assert app.session_state["case"].debts == []
