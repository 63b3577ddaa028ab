"""还款困难提前说明."""

from datetime import date
from decimal import Decimal

from accord.case import Event, EventKind, Payment
from accord.case.samples import sample
from accord.documents.facts import Facts
from accord.documents.letters.cannot_pay import next_due, part_payment, scheduled_due
from tests.accord.documents.papers import ON, empty_case, gaps_of, letter_text, opened_sample


def test_it_names_the_next_due_date_and_comes_before_it() -> None:
    said = letter_text("cannot_pay", opened_sample())

    assert "请贵行对2026年11月30日应还的款项予以顺延或调整" in said
    assert said.index("予以顺延") < said.index("现在能还")


def test_a_due_date_already_paid_is_passed_over() -> None:
    case = opened_sample()
    paid = Payment(id="p", agreement_id="agreement-1", due=date(2026, 12, 15), paid_on=ON)
    case.payments = [paid]

    assert next_due(Facts.of(case, "", ON)) == date(2027, 1, 15)


def test_a_payment_noted_in_the_ledger_comes_before_the_schedule() -> None:
    case = opened_sample()
    facts = Facts.of(case, "", ON)

    assert (next_due(facts), scheduled_due(facts)) == (date(2026, 11, 30), date(2026, 12, 15))
    assert next_due(Facts.of(case, "", date(2026, 12, 1))) == date(2026, 12, 15)


def test_without_an_agreement_nothing_agreed_is_to_be_kept_in_force() -> None:
    case = opened_sample()
    assert "保留原有安排" in letter_text("cannot_pay", case)
    case.agreements = []
    assert "保留原有安排" not in letter_text("cannot_pay", case)


def test_without_an_agreement_the_day_is_filled_in_by_hand() -> None:
    assert next_due(Facts.of(empty_case().opened(), "", ON)) is None
    assert "是哪一天的还款" in gaps_of("cannot_pay", empty_case().opened())


def test_what_was_paid_now_is_no_part_of_a_smaller_instalment() -> None:
    case = opened_sample()

    assert part_payment(Facts.of(case, "", ON)) is None
    case.position.can_pay_now = Decimal(600)
    assert part_payment(Facts.of(case, "", ON)) == Decimal(600)


def test_an_illness_is_told_only_when_ticked() -> None:
    case = sample("chen_guohua_online_loans", "zh_CN")
    case.events = [event for event in case.events if event.kind is EventKind.ILLNESS]

    assert "停止出车" not in letter_text("cannot_pay", case.opened())
    case.package.diagnosis = True
    assert "停止出车" in letter_text("cannot_pay", case.opened())


def test_the_decision_is_left_to_the_bank() -> None:
    said = letter_text("cannot_pay", opened_sample())

    assert "予以顺延或调整" in said
    assert "是否同意由贵行决定" in said


def test_a_due_date_at_the_end_of_january_is_met_at_the_end_of_february() -> None:
    case = opened_sample()
    case.agreements[0].first_due = date(2026, 10, 31)

    assert next_due(Facts.of(case, "", date(2027, 2, 1))) == date(2027, 2, 28)
    assert next_due(Facts.of(case, "", date(2027, 3, 1))) == date(2027, 3, 31)


def test_a_payment_due_today_is_still_ahead_and_after_the_last_there_is_none() -> None:
    case = opened_sample()
    case.agreements[0].first_due, case.agreements[0].months = ON, 2

    assert next_due(Facts.of(case, "", ON)) == ON
    assert next_due(Facts.of(case, "", date(2027, 1, 1))) is None


def test_nothing_is_paid_on_no_day() -> None:
    case = opened_sample()
    case.position.can_pay_now = Decimal(0)

    assert "现在能还：¥0.00" in letter_text("cannot_pay", case)
    assert "您能在哪一天还" not in gaps_of("cannot_pay", case)


def test_what_the_bank_knew_when_it_agreed_is_no_new_reason() -> None:
    case = opened_sample()

    assert "公司撤销分拨中心" not in letter_text("cannot_pay", case).split("附件")[0].split("谈妥以后")[1]
    assert "谈妥以后情况有什么变化（第7章）" in gaps_of("cannot_pay", case)
    case.events = [Event(id="e", on=date(2026, 12, 1), kind=EventKind.INCOME_LOST, words="兼职被减班。")]
    assert "发生的情况：2026年12月1日，兼职被减班。" in letter_text("cannot_pay", case)
