"""协商还款申请书."""

from datetime import date

from accord.case import Ask, Debt, DebtKind, Whose
from accord.documents.letters.request import BEFORE_DUE_RULE, BY_AGREEMENT_RULE, CARD_RULE
from accord.knowledge.rules import rule
from tests.accord.documents.papers import ON, gaps_of, letter_text, opened_sample


def test_the_ask_comes_first_and_contact_after_it() -> None:
    said = letter_text("request", opened_sample())

    assert said.index("申请事项") < said.index("申请原因") < said.index("不同意贵行或受托机构到本人住处")


def test_amounts_stand_in_figures_and_capitals() -> None:
    said = letter_text("request", opened_sample())

    assert "每期还款额：¥1,305.00（人民币壹仟叁佰零伍元整）" in said
    assert "期数：60期，每月一期" in said
    assert "首期还款日：2026年12月15日" in said


def test_what_can_be_paid_now_has_its_day() -> None:
    assert "先还¥8,100.00，于2026年11月30日" in letter_text("request", opened_sample())


def test_the_balance_is_the_banks_to_decide() -> None:
    assert "欠款总额为¥86,400.00，以贵行系统数据为准" in letter_text("request", opened_sample())


def test_one_rule_with_its_source_and_no_more() -> None:
    said = letter_text("request", opened_sample())

    assert said.count("参考依据") == 1
    assert "《商业银行信用卡业务监督管理办法》第70条" in said


def test_past_its_review_the_rule_is_left_out_and_the_letter_asks() -> None:
    said = letter_text("request", opened_sample(), on=date(2031, 1, 1))

    assert "参考依据" not in said
    assert "登记本函，告知工单号" in said


def test_the_card_rule_is_never_used_for_a_loan() -> None:
    said = letter_text("request", opened_sample("chen_guohua_online_loans"))

    assert "信用卡业务监督管理办法" not in said
    assert "《民法典》第543条" in said


def test_an_extension_is_named_only_before_the_due_date() -> None:
    case = opened_sample()
    case.debts = [Debt(id="debt-1", kind=DebtKind.CONSUMER_LOAN)]
    article = rule(BEFORE_DUE_RULE).article

    assert f"第{article}条" in letter_text("request", case)
    case.debts = [Debt(id="debt-1", kind=DebtKind.CONSUMER_LOAN, overdue_since=date(2026, 9, 1))]
    assert f"第{article}条" not in letter_text("request", case)


def test_every_rule_it_names_may_be_stated_in_letters() -> None:
    assert all(rule(row).may_be_stated(ON) for row in (CARD_RULE, BEFORE_DUE_RULE, BY_AGREEMENT_RULE))


def test_without_a_choice_the_box_is_blank_and_the_plan_has_a_day() -> None:
    case = opened_sample()
    case.asks = []

    assert "申请的每期还款额（第5章）" in gaps_of("request", case)
    assert "本人将于2026年11月27日前向贵行提交收支情况和还款安排建议" in letter_text("request", case)


def test_a_single_payment_has_no_term() -> None:
    case = opened_sample()
    case.asks = [Ask(debt_id="debt-1", option="settlement", settlement="60000")]
    said = letter_text("request", case)

    assert "一次性支付：¥60,000.00" in said
    assert "期数" not in said


def test_only_papers_at_hand_are_enclosed() -> None:
    said = letter_text("request", opened_sample())

    assert "附件：身份证复印件（已遮挡）（1页）；解除劳动合同证明（1页）" in said
    assert "工资条" not in said


def test_without_papers_more_are_offered() -> None:
    case = opened_sample()
    case.evidence = []

    assert "附件：暂无" in letter_text("request", case)


def test_a_guarantor_pays_into_the_account_named_and_not_into_one_of_their_own() -> None:
    case = opened_sample()
    case.debts[0].whose = Whose.GUARANTEED_BY_ME

    assert "还入上述账户" in letter_text("request", case)
