"""一次性减免结清申请."""

from datetime import date
from decimal import Decimal

from accord.case import Ask, OpenCase
from accord.documents.facts import Facts
from accord.documents.letters.settlement import WAIVER_RULE
from accord.knowledge.rules import rule
from accord.money import to_yuan
from tests.accord.documents.papers import ON, gaps_of, letter_text, opened_sample


def with_amount() -> OpenCase:
    """Return a case in which sixty thousand are offered on a day."""
    case = opened_sample()
    case.asks = [Ask(debt_id="debt-1", option="settlement", settlement=Decimal(60_000), first_due=date(2027, 1, 8))]
    return case


def test_amount_and_day_stand_in_the_box() -> None:
    said = letter_text("settlement", with_amount())

    assert "一次性支付：¥60,000.00（人民币陆万元整）" in said
    assert "付款日期：2027年1月8日" in said


def test_nothing_is_paid_before_a_written_agreement() -> None:
    said = letter_text("settlement", with_amount())

    assert "收到贵行书面同意后付款" in said
    assert "付款后出具结清证明" in said


def test_it_pays_into_the_account_and_to_nobody_else() -> None:
    assert "通过贵行App还入本人的信用卡账户" in letter_text("settlement", with_amount())


def test_without_an_amount_day_and_amount_are_blank() -> None:
    gaps = gaps_of("settlement", opened_sample())

    assert gaps == ("您提出的一次性结清金额", "您能在哪一天还")


def test_it_calls_no_waiver_likely() -> None:
    said = letter_text("settlement", with_amount())

    assert "是否同意由贵行决定" in said
    assert not any(word in said for word in ("通常", "一般会", "4%", "折"))


def test_amount_is_the_plans_to_the_fen() -> None:
    case = with_amount()
    case.asks[0].settlement = Decimal("61234.56")
    plan = Facts.of(case, "", ON).plan
    assert plan is not None

    assert to_yuan(plan.total_paid) == Decimal("61234.56")
    assert "¥61,234.56（人民币陆万壹仟贰佰叁拾肆元伍角陆分）" in letter_text("settlement", case)


def test_nobody_offers_more_than_is_owed() -> None:
    case = with_amount()
    case.asks[0].settlement = Decimal(900_000)

    assert "一次性支付：¥86,400.00" in letter_text("settlement", case)
    assert "一次性支付：¥86,400.00" in letter_text("request", case)


def test_the_day_money_comes_stands_for_the_sum_it_was_named_for() -> None:
    case = with_amount()
    case.position.can_pay_now, case.position.can_pay_on = Decimal(60_000), date(2026, 12, 31)

    assert "付款日期：2026年12月31日" in letter_text("settlement", case)
    case.position.can_pay_now = Decimal(500)
    assert "付款日期：2027年1月8日" in letter_text("settlement", case)


def test_only_the_laws_own_words_stand_in_quotation_marks() -> None:
    said = letter_text("settlement", with_amount())

    assert rule(WAIVER_RULE).quote in said
    assert "“债权人可以免除" not in said
