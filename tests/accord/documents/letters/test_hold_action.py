"""暂缓催收申请."""

from accord.case import OpenCase
from accord.documents.letters.hold_action import LETTER
from tests.accord.documents.papers import gaps_of, letter_text, opened_sample


def test_it_asks_for_time_and_names_the_day() -> None:
    said = letter_text("hold_action", opened_sample())

    assert "请贵行在2026年11月27日之前暂缓上门、暂缓移交外部机构" in said
    assert said.index("暂缓上门") < said.index("· 电话138-0000-1234")


def test_it_confirms_and_denies_nothing() -> None:
    said = letter_text("hold_action", opened_sample())

    assert "不代表本人对欠款金额、明细及诉讼时效等事项作出确认或否认" in said
    assert "86,400" not in said
    assert "愿意还款" not in said
    assert not LETTER.acknowledges


def test_it_can_be_written_before_any_budget() -> None:
    case = OpenCase(debts=opened_sample().debts, person=opened_sample().person)

    assert gaps_of("hold_action", case) == ("发生了什么",)


def test_it_asks_for_a_work_order_number() -> None:
    assert "告知工单号、经办部门和预计答复时间" in letter_text("hold_action", opened_sample())


def test_the_english_copy_says_the_same() -> None:
    said = letter_text("hold_action", opened_sample(tongue="en"), "en")

    assert "Request to hold collection" in said
    assert "It neither confirms nor denies the amount" in said
    assert "by 27 November 2026" in said


def test_it_offers_no_plan_because_the_gates_may_not_have_been_looked_at_yet() -> None:
    said = letter_text("hold_action", opened_sample())

    assert "将于2026年11月27日前书面回复贵行" in said
    assert not any(words in said for words in ("还款安排", "协商还款申请", "分期"))
