"""Reference lines: only the person's own figure, both directions, never a limit."""

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, Household, Income, Spending, SpendingKind
from accord.case.workbook import read_workbook, write_workbook
from accord.i18n import ENGLISH, speaking
from components.reference_lines import ABOVE, BELOW, WITHIN, line_for, standing
from tests.components.opened import example, opened, words


def household(food: int, reason: str = "") -> Case:
    return Case(
        language="en",
        household=Household(adults=2, children_6_to_17=1),
        incomes=[Income(id="income-1", amount=Decimal(9_000))],
        spendings=[Spending(id="spending-1", kind=SpendingKind.FOOD, amount=Decimal(food), reason=reason)],
    )


def typed(app: AppTest, figure: str) -> None:
    with speaking(ENGLISH):
        app.text_input(key="answer:private.living_figure").set_value(figure).run()


def test_the_line_counts_everybody_in_the_household() -> None:
    assert line_for(household(2_000), Decimal(1_000)) == 3_000


@pytest.mark.parametrize(
    ("food", "reason", "message"),
    [(2_999, "", BELOW), (3_000, "", WITHIN), (9_000, "", WITHIN), (9_001, "", ABOVE), (9_001, "diabetes", WITHIN)],
)
def test_both_directions_are_asked_about(food: int, reason: str, message: str) -> None:
    assert standing(household(food, reason), Decimal(1_000)) == message


def test_no_figure_is_shipped_and_the_law_stands_with_its_date() -> None:
    text = words(opened("4_materials", example(language=ENGLISH), language=ENGLISH)).replace("\\", "")

    assert "the line for" not in text
    assert "necessary living costs" in text
    assert "last checked" in text


def test_the_own_figure_is_set_beside_the_spending() -> None:
    app = opened("4_materials", household(1_000), language=ENGLISH)

    typed(app, "1,050")

    text = words(app).replace("\\", "")
    assert "the line for 3 people is ¥3,150.00" in text
    assert "Plans built on too little food fail" in text
    assert "allowed" not in text.lower()


def test_what_is_no_amount_is_said_to_be_none() -> None:
    app = opened("4_materials", household(1_000), language=ENGLISH)

    typed(app, "about a thousand")

    assert app.error
    assert app.session_state["case"].private.living_figure is None


def test_the_figure_is_kept_with_the_workbook_and_stands_there_after_a_refresh() -> None:
    app = opened("4_materials", household(1_000), language=ENGLISH)
    typed(app, "1050")

    again = opened("4_materials", read_workbook(write_workbook(app.session_state["case"])), language=ENGLISH)

    assert again.text_input(key="answer:private.living_figure").value == "1,050"
    assert "the line for 3 people is ¥3,150.00" in words(again).replace("\\", "")


def test_no_paper_for_the_bank_can_ask_for_the_figure() -> None:
    case = household(1_000)
    case.private.living_figure = Decimal("1050.77")

    assert "1050.77" not in case.opened().model_dump_json()
