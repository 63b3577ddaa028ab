"""投诉函（监管）."""

from datetime import date

from accord.documents.letters import letter_paper
from tests.accord.documents.papers import ON, gaps_of, letter_text, opened_sample


def test_nobody_is_said_to_have_complained_before_they_say_so() -> None:
    said = letter_text("complaint_regulator", opened_sample())

    assert "本人于________向东湖银行（示例）投诉，工单号为________" in said


def test_day_number_and_answer_are_filled_in_by_hand() -> None:
    gaps = gaps_of("complaint_regulator", opened_sample())

    assert gaps == ("向银行投诉的日期", "投诉的编号（工单号）", "银行怎么答复的、什么时候；没有答复的写“至今未答复”")


def test_its_reader_is_the_regulator() -> None:
    paper = letter_paper("complaint_regulator", opened_sample(), language="zh_CN", on=ON)

    assert paper.recipient == "金融监管部门"


def test_it_asks_within_the_regulators_duties_and_for_mediation() -> None:
    said = letter_text("complaint_regulator", opened_sample())

    assert "在职责范围内核查" in said
    assert "如可调解，请协助双方进行调解" in said


def test_it_says_that_the_person_can_be_reached() -> None:
    assert "本人没有失联" in letter_text("complaint_regulator", opened_sample())


def test_the_ask_stands_before_the_facts_and_nobody_is_addressed_as_a_bank() -> None:
    said = letter_text("complaint_regulator", opened_sample())

    assert said.index("请贵单位") < said.index("涉及的联系情况")
    assert "贵行" not in said
    assert said.startswith("投诉函\n")


def test_the_complaint_that_was_noted_is_named() -> None:
    case = opened_sample()
    case.debts[0].complained_on, case.debts[0].complaint_number = date(2026, 11, 2), "TS20261102-7"

    assert "本人于2026年11月2日向东湖银行（示例）投诉，工单号为TS20261102-7" in letter_text("complaint_regulator", case)
    assert gaps_of("complaint_regulator", case) == ("银行怎么答复的、什么时候；没有答复的写“至今未答复”",)


def test_it_names_phone_and_mail_alone_because_branch_and_app_are_the_banks() -> None:
    said = letter_text("complaint_regulator", opened_sample())

    assert "· 电话138-0000-1234" in said
    assert "网点" not in said


def test_it_says_how_repayment_stands_with_the_bank() -> None:
    case = opened_sample()
    agreed = letter_text("complaint_regulator", case)
    case.agreements = []

    assert "还款事宜以本人与东湖银行（示例）已谈妥的安排为准" in agreed
    assert "2026年11月27日前向东湖银行（示例）提交协商还款申请" in letter_text("complaint_regulator", case)
