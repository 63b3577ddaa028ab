"""The month on the screen, line by line, and each creditor's part."""

import pytest

from accord.case import Case
from tests.components.opened import CHEN_GUOHUA, example, opened, words


def test_the_usual_lines_are_laid_out_at_one_tap() -> None:
    app = opened("4_materials")

    app.button(key="usual_spending").click().run()

    assert len(app.session_state["case"].spendings) == 10
    assert len({row.kind for row in app.session_state["case"].spendings}) == 10


def test_the_month_adds_up_to_the_fen() -> None:
    shown = words(opened("4_materials", example())).replace("\\", "")

    for amount in ("¥4,650.00", "¥3,200.00", "¥1,450.00", "¥145.00", "¥1,305.00"):
        assert amount in shown


def test_every_creditor_gets_its_part() -> None:
    shown = words(opened("4_materials", example(CHEN_GUOHUA)))

    assert shown.count("%") > 3
    assert "不是银行必须遵守的规则" in shown


def test_an_empty_month_is_said_kindly() -> None:
    assert any("收入和支出" in element.value for element in opened("4_materials").info)


@pytest.mark.parametrize("period", ["weekly", "yearly"])
def test_other_periods_are_converted_in_sight(period: str) -> None:
    case = Case.model_validate({"incomes": [{"id": "income-1", "amount": "1200", "period": period}]})

    assert "折合每月" in words(opened("4_materials", case))


def test_nothing_left_is_a_fact_not_a_fault() -> None:
    case = Case.model_validate(
        {"incomes": [{"id": "income-1", "amount": "100"}], "spendings": [{"id": "spending-1", "amount": "200"}]}
    )

    assert any("没有结余" in element.value for element in opened("4_materials", case).warning)
