"""Page 1 of the bank package."""

from datetime import date
from decimal import Decimal

import pytest

from accord.budget.means import owed
from accord.case import Debt, OpenCase, Position
from accord.case.samples import SAMPLES
from accord.documents.cover import balance_parts, cover
from accord.documents.facts import Facts
from accord.i18n import speaking
from tests.accord.documents.papers import ON, facts_of, said


def test_the_cover_names_what_is_still_to_be_filled_in() -> None:
    with speaking("zh_CN"):
        facts = Facts.of(OpenCase(debts=[Debt(id="d")]), "", ON)
        words = said(cover(facts))

    assert "您现在能还多少" in facts.gaps
    assert "提交还款方案的日期" in words


def test_a_card_has_overdraft_interest_and_late_fees_a_loan_has_penalty_interest() -> None:
    with speaking("zh_CN"):
        card = dict(balance_parts(facts_of("lin_jing_card").debt))
        loan = dict(balance_parts(facts_of("chen_guohua_online_loans").debt))

    assert set(card) == {"本金", "透支利息", "违约金和其他费用"}
    assert "罚息" in loan


@pytest.mark.parametrize("name", SAMPLES)
def test_the_parts_of_the_balance_make_the_whole(name: str) -> None:
    facts = facts_of(name)
    with speaking("zh_CN"):
        parts = [Decimal(value.removeprefix("¥").replace(",", "")) for _name, value in balance_parts(facts.debt)]
        words = said(cover(facts))

    assert sum(parts) == owed(facts.debt)
    assert facts.balance in words


def test_the_day_after_the_due_date_is_the_first_day_overdue() -> None:
    with speaking("en"):
        words = said(cover(Facts.of(OpenCase(debts=[Debt(id="d", overdue_since=date(2026, 11, 22))]), "", ON)))

    assert "since 22 November 2026, 1 day" in words
    assert "1 days" not in words


def test_nothing_to_pay_now_has_no_line_and_no_day_to_fill_in() -> None:
    with speaking("zh_CN"):
        facts = Facts.of(OpenCase(debts=[Debt(id="d")], position=Position(can_pay_now="0")), "", ON)
        words = said(cover(facts))

    assert "现在能还" not in words
    assert "您能在哪一天还" not in facts.gaps
