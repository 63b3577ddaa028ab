"""Interest on statements that were not paid in full."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.knowledge.rules import figure
from accord.loans import CardTerms, Cycle, Posting, Repayment, revolving_interest, statements

CARD = CardTerms(daily_rate=figure("credit_card.interest.daily_rate", date(2026, 11, 23)))
DUE, STATEMENT = date(2025, 9, 27), date(2025, 10, 10)
BOUGHT = Posting(date(2025, 9, 2), 300_000)


def interest(*paid: Repayment, bought: tuple[Posting, ...] = (BOUGHT,), card: CardTerms = CARD) -> int:
    return revolving_interest(bought, paid, due=DUE, until=STATEMENT, card=card).interest


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 200_000)), max_size=4))
def test_interest_agrees_with_a_day_by_day_ledger(payments: list[tuple[int, int]]) -> None:
    days = [date.fromordinal(BOUGHT.posted.toordinal() + n) for n in range((STATEMENT - BOUGHT.posted).days)]
    repayments = [Repayment(date.fromordinal(BOUGHT.posted.toordinal() + after), paid) for after, paid in payments]

    found = revolving_interest([BOUGHT], repayments, due=DUE, until=STATEMENT, card=CARD)

    left = [max(0, BOUGHT.amount - sum(pay.amount for pay in repayments if pay.paid_on <= day)) for day in days]
    assert found.interest == ((sum(left) * 5 + 5_000) // 10_000 if found.grace_lost else 0)


def test_a_shortfall_of_ten_yuan_is_still_paid_in_full() -> None:
    assert interest(Repayment(DUE, 299_000)) == 0
    assert interest(Repayment(DUE, 298_999)) > 0


def test_interest_on_the_unpaid_part_spares_what_was_paid_in_time() -> None:
    card = replace(CARD, interest_on="unpaid")

    assert interest(Repayment(DUE, 30_000), card=card) == 5_130
    assert interest(Repayment(DUE, 30_000)) == 5_505


def test_a_late_payment_bears_interest_until_its_day_in_either_way() -> None:
    late = Repayment(date(2025, 10, 1), 30_000)

    assert interest(late) == interest(late, card=replace(CARD, interest_on="unpaid"))


def test_cash_bears_interest_although_purchases_were_paid_in_full() -> None:
    cash = Posting(date(2025, 9, 20), 100_000, "cash")

    assert interest(Repayment(DUE, 300_000), bought=(BOUGHT, cash)) == 1_000


def test_the_statement_day_may_count() -> None:
    assert interest(card=replace(CARD, statement_day_counts=True)) - interest() == 150


def test_a_purchase_posted_after_it_was_paid_bears_nothing() -> None:
    early = Repayment(date(2025, 9, 1), 150_000)

    assert interest(early) == 2_850


def test_minimum_after_minimum_the_interest_bears_interest() -> None:
    cycles = [Cycle(DUE, STATEMENT), Cycle(date(2025, 10, 27), date(2025, 11, 10))]

    first, second = statements(BOUGHT, cycles, percent=Decimal("0.1"), card=CARD)

    assert first == (5_505, 275_505, 32_505)
    assert second.balance == first.balance - first.minimum + second.interest


def test_what_was_missing_from_a_minimum_is_asked_for_again() -> None:
    paid, unpaid = (
        statements(BOUGHT, [Cycle(DUE, STATEMENT, amount)], percent=Decimal("0.1"), card=CARD)[0]
        for amount in (30_000, 20_000)
    )

    assert unpaid.minimum == paid.minimum + 10_000 + 1_000 + (unpaid.interest - paid.interest)


def test_a_daily_rate_of_a_loan_shark_is_refused() -> None:
    with pytest.raises(TermsError):
        CardTerms(daily_rate=Decimal("0.011"))
