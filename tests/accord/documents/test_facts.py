"""What a letter knows, in words."""

from datetime import date, timedelta

import pytest

from accord.case import Ask, Debt, DebtKind, OpenCase, Position
from accord.documents.facts import PLAN_DAYS, Facts, debt_in_question, plan_asked
from accord.documents.phrasing import long_day
from accord.i18n import speaking
from tests.accord.documents.papers import ON


def test_missing_answers_become_a_blank_line_and_a_name() -> None:
    with speaking("zh_CN"):
        facts = Facts.of(OpenCase(), "", ON)

        assert facts.name == facts.bank == "________"
        assert facts.gaps == ("您的姓名", "银行名称")


@pytest.mark.parametrize(
    ("creditor", "you"),
    [
        ("东湖银行（示例）", "贵行"),
        ("明德消费金融（示例）", "贵公司"),
        ("江南农商银行信用卡公司", "贵行"),
        ("", "贵行"),
    ],
)
def test_a_creditor_is_addressed_by_what_it_is(creditor: str, you: str) -> None:
    with speaking("zh_CN"):
        assert Facts.of(OpenCase(debts=[Debt(id="d", creditor=creditor)]), "", ON).you == you


@pytest.mark.parametrize("kind", list(DebtKind))
def test_every_kind_of_debt_has_a_name_in_a_letter(kind: DebtKind) -> None:
    with speaking("zh_CN"):
        facts = Facts.of(OpenCase(debts=[Debt(id="d", kind=kind, account_last4="1234")]), "", ON)

        assert "尾号1234" in facts.product


def test_a_day_for_the_plan_that_is_past_is_not_promised() -> None:
    with speaking("en"):
        late = Facts.of(OpenCase(position=Position(plan_by=date(2026, 11, 1))), "", ON)
        named = Facts.of(OpenCase(position=Position(plan_by=date(2026, 11, 30))), "", ON)

        assert late.plan_by == long_day(ON + timedelta(days=PLAN_DAYS))
        assert named.plan_by == "30 November 2026"


def test_the_debt_is_the_one_named_then_the_packages_then_the_first() -> None:
    case = OpenCase(debts=[Debt(id="a"), Debt(id="b")])

    assert debt_in_question(case, "b").id == "b"
    assert debt_in_question(case).id == "a"
    case.package.debt_id = "b"
    assert debt_in_question(case).id == "b"
    assert debt_in_question(OpenCase()).id == ""


def test_only_a_chosen_and_workable_ask_becomes_a_plan() -> None:
    debt = Debt(id="d", principal="1000")
    asked = [Ask(debt_id="d", option="personalised_instalment", months=10)]

    assert plan_asked(OpenCase(debts=[debt]), debt, ON) is None
    assert plan_asked(OpenCase(debts=[debt], asks=[Ask(debt_id="d", option="nonsense")]), debt, ON) is None
    made = plan_asked(OpenCase(debts=[debt], asks=asked), debt, ON)
    assert made is not None
    assert made.months == 10
