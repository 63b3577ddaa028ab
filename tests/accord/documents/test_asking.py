"""What is asked for, in a box."""

from datetime import date
from decimal import Decimal

import pytest

from accord.case import Ask, OpenCase
from accord.case.samples import sample
from accord.documents.asking import ask_rows, instalment_numbers, promised, uneven
from accord.documents.blocks import AskBox
from accord.documents.cover import cover
from accord.documents.facts import Facts
from accord.documents.placing import BOX_LABEL, BOX_NAME
from accord.documents.proposal import proposal
from accord.i18n import _, speaking
from accord.money import capitals, to_yuan, yuan
from accord.options import OPTIONS, Option
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


@pytest.mark.parametrize("way", [way for way in OPTIONS if way.recommendable], ids=lambda way: way.id)
def test_what_is_asked_is_the_plan_to_the_fen(way: Option) -> None:
    facts = asking(way.id)
    plan = facts.plan
    assert plan is not None
    with speaking("zh_CN"):
        rows = dict(ask_rows(facts))

    named = rows.get("每期还款额") or rows["一次性支付"]
    assert named == f"{yuan(plan.usual_instalment)}（人民币{capitals(to_yuan(plan.usual_instalment))}）"
    assert rows.get("申请减免", yuan(0)) == yuan(plan.waived)
    if uneven(plan):
        assert rows["最高一期"] == yuan(plan.highest_instalment)
    if plan.months > 1:
        assert rows["期数"].startswith(f"{sum(1 for row in promised(plan) if row.payment)}期")


def test_a_way_shown_only_for_its_dangers_is_put_before_no_bank() -> None:
    facts = asking("refinancing")
    with speaking("zh_CN"):
        rows = dict(ask_rows(facts))

    assert facts.plan is None
    assert rows["每期还款额"] == "________"


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_every_name_fits_beside_its_value_in_the_box(way: Option, tongue: str) -> None:
    facts = asking(way.id)
    facts.case.position.can_pay_now = Decimal(300)
    with speaking(tongue):
        names = [name for name, _value in ask_rows(facts)]
        names += [name for block in cover(facts) if isinstance(block, AskBox) for name, _value in block.rows]

    assert len(names) > 4
    assert all(BOX_NAME.measure(name) < BOX_LABEL for name in names)


def asking(way_id: str) -> Facts:
    """Return the facts of a debt with odd fen for which one way is asked."""
    card = "credit_card" if way_id in {"minimum_payment", "personalised_instalment"} else "consumer_loan"
    debt = {"id": "d", "kind": card, "principal": "30000.07", "interest": "800.11", "fees": "99.99"}
    debt |= {"annual_rate": "0.1199", "months_left": "31", "contract_instalment": "1234.56"}
    asked = {"debt_id": "d", "option": way_id, "first_due": "2027-01-31"}
    return Facts.of(OpenCase.model_validate({"debts": [debt], "asks": [asked]}), "", ON)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_small_sum_for_now_promises_no_rest(language: str) -> None:
    case = sample("lin_jing_card", language)
    case.asks = [Ask(debt_id=case.debts[0].id, option="token_payment", instalment=Decimal(100), months=6)]
    facts = Facts.of(case.opened(), "", ON)
    with speaking(language):
        asked = dict(ask_rows(facts))
        shown = " ".join(text for block in proposal(facts) for text in block.texts)

    assert asked[_spoken("Term", language)].startswith("6")
    assert _spoken("Largest instalment", language) not in asked
    assert _spoken("Look again together on", language) in asked
    assert _spoken("Paid off on", language) not in shown


def _spoken(message: str, language: str) -> str:
    with speaking(language):
        return _(message)


def test_a_pause_stands_before_the_instalment_and_no_interest_is_said_in_words() -> None:
    with speaking("zh_CN"):
        rows = ask_rows(facts_of("chen_guohua_online_loans"))

    names = [name for name, _words in rows]
    assert names.index("暂缓还款") < names.index("每期还款额") < names.index("首期还款日")
    assert dict(rows)["申请的年利率"] == "0%（不计利息）"


def test_months_of_a_pause_have_no_number_and_the_last_one_is_the_term() -> None:
    plan = facts_of("chen_guohua_online_loans").plan
    assert plan is not None
    numbers = instalment_numbers(promised(plan))

    assert numbers[:4] == (0, 0, 0, 1)
    assert numbers[-1] == 100
