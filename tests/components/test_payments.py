"""Payments: the next one laid out, breaches noted with their letter."""

from accord.case import EventKind
from tests.components.opened import TODAY, example, opened


def test_a_new_payment_is_laid_out_for_the_due_date_that_waits() -> None:
    case = example()
    case.payments = []
    app = opened("6_follow_up", case)

    app.button(key="add_payments").click().run()

    payment = app.session_state["case"].payments[0]
    assert payment.due == case.agreements[0].first_due
    assert payment.amount == case.agreements[0].instalment
    assert payment.paid_on == TODAY


def test_what_the_bank_did_not_keep_is_a_dated_entry() -> None:
    case = example()
    case.events = []
    app = opened("6_follow_up", case)

    app.button(key="breach_still_charged").click().run()

    event = app.session_state["case"].events[0]
    assert (event.kind, event.on, event.debt_id) == (EventKind.STILL_CHARGED, TODAY, case.agreements[0].debt_id)
    assert any("协议执行情况反映函" in element.label for element in app.expander)


def test_a_shortfall_is_said_before_the_due_date() -> None:
    case = example()
    case.incomes = case.incomes[:1]
    app = opened("6_follow_up", case)

    assert any("还款日之前" in element.value for element in app.warning)
