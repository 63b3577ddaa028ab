"""Page 1 of the bank package."""

from accord.case import Debt, OpenCase
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
