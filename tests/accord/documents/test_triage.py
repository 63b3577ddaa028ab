"""The advisor's first page."""

from datetime import date, datetime

import pytest

from accord.case import Answer, Case, Channel, Contact, Debt, DebtGate, Direction
from accord.case.samples import sample
from accord.documents.blocks import KeyValues
from accord.documents.triage import triage
from accord.i18n import speaking
from tests.accord.documents.papers import said


def test_the_triage_has_a_line_for_what_decides() -> None:
    with speaking("zh_CN"):
        words = said(triage(sample("chen_guohua_online_loans", "zh_CN")))

    assert words.count("最近一次还款") == 4
    assert "据称已转让给" in words
    assert "先弄清楚：" in words


def triage_of(debt: Debt, gate: DebtGate, *contacts: Contact) -> dict[str, str]:
    """Return the triage's rows about one debt."""
    case = Case(debts=[debt], contacts=list(contacts))
    case.private.gates[debt.id] = gate
    with speaking("zh_CN"):
        return dict(row for block in triage(case) if isinstance(block, KeyValues) for row in block.rows)


def test_a_court_date_stands_beside_the_court_papers() -> None:
    rows = triage_of(Debt(id="d"), DebtGate(court_papers=Answer.YES, court_date=date(2027, 1, 31)))

    assert rows["法院"] == "法院文书：是；日期：2027年1月31日"


def test_principal_and_all_that_is_owed_are_told_apart() -> None:
    known = triage_of(Debt(id="d", principal="36000", interest="4000.05"), DebtGate())
    unknown = triage_of(Debt(id="d"), DebtGate())

    assert "¥36,000.00" in known["本金和欠款总额"]
    assert "¥40,000.05" in known["本金和欠款总额"]
    assert unknown["本金和欠款总额"].count("不清楚") == 2


def test_only_what_was_sent_in_writing_by_the_person_counts_as_sent() -> None:
    rows = [
        Contact(id=str(number), at=datetime(2026, 11, number, 9), direction=who, channel=how, said=f"第{number}封")  # noqa: DTZ001  Shanghai's clock
        for number, who, how in (
            (1, Direction.FROM_ME, Channel.EMAIL),
            (2, Direction.FROM_ME, Channel.PHONE),
            (3, Direction.FROM_THEM, Channel.EMAIL),
            (4, Direction.FROM_ME, Channel.POST),
        )
    ]
    sent = triage_of(Debt(id="d"), DebtGate(), *rows)["已经书面发出的"]

    assert [number for number in range(1, 5) if f"第{number}封" in sent] == [1, 4]


@pytest.mark.parametrize(
    ("debt", "asked", "words"),
    [
        ({"creditor": "甲银行"}, "unknown", "甲银行"),
        ({"creditor": "甲银行"}, "yes", "甲银行；转让未经通知"),
        ({"creditor": "甲银行", "sold_to": "乙资产"}, "no", "甲银行，据称已转让给乙资产；是否未经通知：否"),
        ({}, "unknown", "不清楚"),
    ],
)
def test_who_owns_the_debt_now_is_said_as_far_as_it_is_known(debt: dict[str, str], asked: str, words: str) -> None:
    rows = triage_of(Debt.model_validate({"id": "d", **debt}), DebtGate(assigned_without_notice=Answer(asked)))

    assert rows["现在的债权人"] == words
