"""还款情况说明."""

from datetime import date

from accord.case import Payment
from accord.documents.letters.update import payment_table
from accord.i18n import speaking
from tests.accord.documents.papers import gaps_of, letter_text, opened_sample


def test_payments_are_listed_with_their_receipt() -> None:
    assert "2026年10月30日  |  ¥500.00  |  App 还款回单" in letter_text("update", opened_sample())


def test_a_payment_to_come_is_marked_and_has_no_receipt() -> None:
    said = letter_text("update", opened_sample())

    assert "2026年11月30日  |  未到还款日" in said
    assert "到日再填" not in said
    assert "尚未还款" in letter_text("update", opened_sample(), on=date(2026, 12, 1))


def test_the_next_instalment_and_the_next_report_have_a_day() -> None:
    said = letter_text("update", opened_sample(), on=date(2026, 12, 1))

    assert "下一期¥1,305.00，还款日为2026年12月15日" in said
    assert "于2027年1月1日前再次书面说明" in said


def test_a_payment_noted_before_the_schedule_is_the_next_one() -> None:
    assert "下一笔还款日为2026年11月30日" in letter_text("update", opened_sample())


def test_who_agreed_on_nothing_promises_no_going_on_as_agreed_but_a_day() -> None:
    case = opened_sample()
    case.agreements = []
    said = letter_text("update", case)

    assert "按约" not in said
    assert "尚未谈妥还款安排" in said
    assert "2026年11月27日前向贵行提交协商还款申请" in said


def test_without_payments_a_line_is_left() -> None:
    case = opened_sample()
    case.payments = []

    assert "已还款记录（第6章）" in gaps_of("update", case)


def test_an_unknown_amount_or_day_is_left_empty() -> None:
    with speaking("zh_CN"):
        table = payment_table((Payment(id="p"),))

    assert table.rows == (("–", "尚未还款", "–", "–"),)


def test_payments_stand_by_date_with_amounts_to_the_fen() -> None:
    case = opened_sample()
    case.payments = [
        Payment(id="b", due=date(2027, 2, 28), paid_on=date(2027, 2, 27), amount="1305.05", receipt="R2"),
        Payment(id="a", due=date(2027, 1, 31), paid_on=date(2027, 1, 31), amount="1305.00", receipt="R1"),
    ]
    said = letter_text("update", case)

    assert said.index("2027年1月31日  |  2027年1月31日  |  ¥1,305.00  |  R1") < said.index("2027年2月27日")
    assert "¥1,305.05  |  R2" in said


def test_a_report_on_the_last_of_january_promises_one_at_the_end_of_february() -> None:
    assert "于2027年2月28日前再次书面说明" in letter_text("update", opened_sample(), on=date(2027, 1, 31))
