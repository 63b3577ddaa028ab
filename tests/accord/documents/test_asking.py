"""What is asked for, in a box."""

from datetime import date
from decimal import Decimal

from accord.case import Ask
from accord.case.samples import sample
from accord.documents.asking import ask_rows
from accord.documents.facts import Facts
from accord.i18n import speaking
from tests.accord.documents.papers import ON, facts_of


def test_the_same_payment_is_not_asked_twice() -> None:
    facts = facts_of("lin_jing_card")
    with speaking("zh_CN"):
        once = dict(ask_rows(facts))
        facts.case.position.can_pay_now = Decimal(500)
        both = dict(ask_rows(facts))

    assert "先还一笔" not in once
    assert both["先还一笔"] == "¥8,100.00"


def test_a_pause_is_named_before_the_first_payment() -> None:
    case = sample("lin_jing_card", "zh_CN").opened()
    case.asks = [Ask(debt_id="debt-1", option="payment_holiday", holiday_months=3, first_due=date(2026, 12, 15))]
    with speaking("zh_CN"):
        rows = dict(ask_rows(Facts.of(case, "", ON)))

    assert rows["暂缓还款"] == "先暂缓3个月"
    assert rows["首期还款日"] == "2027年3月15日"
