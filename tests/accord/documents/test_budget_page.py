"""The one-page budget."""

from decimal import Decimal

from accord.case import Household, Income, OpenCase, Spending, SpendingKind
from accord.case.samples import sample
from accord.documents.budget_page import budget_page
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
