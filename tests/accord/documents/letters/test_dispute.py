"""账务异议申请."""

from accord.case import Whose
from accord.documents.letters.dispute import LETTER
from tests.accord.documents.papers import empty_case, gaps_of, letter_text, opened_sample


def test_only_the_item_is_questioned() -> None:
    case = opened_sample()
    case.debts[0].disputed_item = "10月账单违约金 860 元"
    said = letter_text("dispute", case)

    assert "请贵行核对以下项目：10月账单违约金 860 元" in said
    assert "本函仅就上述事项提出请求" in said
    assert "确认或否认" in said


def test_the_rest_stays_open_for_talks() -> None:
    case = opened_sample()
    case.agreements = []
    said = letter_text("dispute", case)

    assert "本人将于2026年11月27日前向贵行提交协商还款申请" in said
    assert "不还" not in said
    assert not LETTER.acknowledges


def test_the_item_is_asked_for_when_it_is_missing() -> None:
    assert gaps_of("dispute", opened_sample()) == ("要核对的项目",)


def test_details_correction_and_remark_are_asked_for() -> None:
    said = letter_text("dispute", opened_sample())

    assert all(number in said for number in ("1. 提供该项目的明细", "2. 如有误", "3. 在账户上备注"))


def test_a_debt_that_is_not_theirs_is_asked_for_its_basis_and_offered_nothing() -> None:
    case = opened_sample()
    case.agreements, case.debts[0].whose = [], Whose.NOT_MINE
    said = letter_text("dispute", case)

    assert "本人不认可该账户为本人所有" in said
    assert "东湖银行（示例）就信用卡（尾号1234）与本人联系" in said
    assert not any(words in said for words in ("持卡人", "协商还款申请", "还款安排", "本人的信用卡账户"))


def test_for_a_debt_that_is_not_theirs_no_item_is_missing() -> None:
    case = empty_case().opened()
    case.debts[0].whose = Whose.NOT_MINE

    assert "要核对的项目" not in gaps_of("dispute", case)


def test_only_bills_and_contracts_go_with_it() -> None:
    said = letter_text("dispute", opened_sample())

    assert "附件：9 月至 11 月信用卡账单（3页）。" in said
