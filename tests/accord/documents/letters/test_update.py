"""还款情况说明."""

from accord.case import Payment
from accord.documents.letters.update import payment_table
from accord.i18n import speaking
from tests.accord.documents.papers import gaps_of, letter_text, opened_sample


def test_payments_are_listed_with_their_receipt() -> None:
    assert "2026年10月30日  |  ¥500.00  |  App 还款回单" in letter_text("update", opened_sample())


def test_a_payment_to_come_is_marked_and_has_no_receipt() -> None:
    said = letter_text("update", opened_sample())

    assert "尚未还款" in said
    assert "到日再填" not in said


def test_the_next_report_has_a_day() -> None:
    assert "于2026年12月23日前再次报告" in letter_text("update", opened_sample())


def test_without_payments_a_line_is_left() -> None:
    case = opened_sample()
    case.payments = []

    assert "已还款记录（第6章）" in gaps_of("update", case)


def test_an_unknown_amount_or_day_is_left_empty() -> None:
    with speaking("zh_CN"):
        table = payment_table((Payment(id="p"),))

    assert table.rows == (("–", "尚未还款", "", ""),)
