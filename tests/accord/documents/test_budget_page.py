"""The one-page budget."""

from decimal import Decimal

import pytest

from accord.case import Household, Income, OpenCase, Spending, SpendingKind
from accord.case.samples import SAMPLES, sample
from accord.documents.blocks import Table
from accord.documents.budget_page import budget_page, household_words
from accord.i18n import speaking
from tests.accord.documents.papers import said


def test_the_budget_adds_up() -> None:
    with speaking("zh_CN"):
        words = said(budget_page(sample("lin_jing_card", "zh_CN").opened()))

    assert all(amount in words for amount in ("4,650.00", "3,200.00", "¥1,450.00", "¥1,305.00"))


def test_a_long_budget_keeps_its_sum() -> None:
    spendings = [Spending(id=f"s{k}", kind=SpendingKind.OTHER, label=f"第{k}项", amount=Decimal(10)) for k in range(30)]
    case = OpenCase(incomes=[Income(id="i", amount=Decimal(500))], spendings=spendings)
    with speaking("zh_CN"):
        words = said(budget_page(case))

    assert "其余各项合计" in words
    assert "170.00" in words
    assert "300.00" in words


def test_a_shared_household_is_explained_not_shown_as_a_hole() -> None:
    case = OpenCase(household=Household(adults=2), spendings=[Spending(id="s", amount=Decimal(900))])
    with speaking("zh_CN"):
        words = said(budget_page(case))

    assert "由其他家庭成员承担" in words
    assert "-¥" not in words


def test_an_unknown_budget_is_announced() -> None:
    with speaking("zh_CN"):
        assert "将另行提交" in said(budget_page(OpenCase()))


def test_the_name_of_a_medicine_is_told_only_when_a_diagnosis_may_be() -> None:
    spendings = [
        Spending(id="a", kind=SpendingKind.MEDICAL, label="甲状腺药", amount=Decimal(300)),
        Spending(id="b", kind=SpendingKind.OTHER, label="公交卡", amount=Decimal(90)),
    ]
    case = OpenCase(incomes=[Income(id="i", amount=Decimal(5000))], spendings=spendings)
    with speaking("zh_CN"):
        closed = said(budget_page(case))
        case.package.diagnosis = True
        told = said(budget_page(case))

    assert "甲状腺" not in closed
    assert "公交卡" in closed
    assert "300.00" in closed
    assert "甲状腺药" in told


@pytest.mark.parametrize("name", SAMPLES)
def test_the_lines_of_each_table_make_its_sum(name: str) -> None:
    with speaking("en"):
        tables = [block for block in budget_page(sample(name, "en").opened()) if isinstance(block, Table)]

    assert len(tables) == 2
    for table in tables:
        amounts = [Decimal(row[1].replace(",", "")) for row in table.rows]
        assert sum(amounts) == Decimal(table.total[1].replace(",", ""))


def test_who_lives_there_is_counted_in_words() -> None:
    case = OpenCase(household=Household(adults=1, children_under_6=1, children_6_to_17=1, elderly=0))
    with speaking("en"):
        assert household_words(case) == "1 adult, 2 children"
