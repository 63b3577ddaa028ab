"""账务异议申请."""

from accord.documents.letters.dispute import LETTER
from tests.accord.documents.papers import gaps_of, letter_text, opened_sample


def test_only_the_item_is_questioned() -> None:
    case = opened_sample()
    case.debts[0].disputed_item = "10月账单违约金 860 元"
    said = letter_text("dispute", case)

    assert "请贵行核对以下项目：10月账单违约金 860 元" in said
    assert "不构成对其他事项的确认或否认" in said


def test_the_rest_stays_open_for_talks() -> None:
    said = letter_text("dispute", opened_sample())

    assert "其余部分本人愿意继续沟通" in said
    assert "不还" not in said
    assert not LETTER.acknowledges


def test_the_item_is_asked_for_when_it_is_missing() -> None:
    assert gaps_of("dispute", opened_sample()) == ("要核对的项目",)


def test_details_correction_and_remark_are_asked_for() -> None:
    said = letter_text("dispute", opened_sample())

    assert all(number in said for number in ("1. 提供该项目的明细", "2. 如有误", "3. 在账户上备注"))
