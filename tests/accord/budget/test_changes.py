"""What an event leaves of the month, and which agreements it breaks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.budget.changes import after_event
from accord.case import Agreement, Case, Debt, DebtKind, Event, Income, Spending

ON = date(2026, 11, 23)


def _case(income: str = "6000", spending: str = "4000", *agreed: str) -> Case:
    agreements = [
        Agreement(id=f"agreement-{k}", debt_id=f"debt-{k}", instalment=amount) for k, amount in enumerate(agreed)
    ]
    return Case(
        incomes=[Income(id="income-1", amount=income)],
        spendings=[Spending(id="spending-1", amount=spending)],
        debts=[Debt(id=f"debt-{k}") for k in range(len(agreed))],
        agreements=agreements,
    )


def _event(amount: str | None) -> Event:
    return Event(id="event-1", on=ON, monthly_change=amount)


def test_less_income_leaves_less() -> None:
    change = after_event(_case(), _event("500"))

    assert change is not None
    assert (change.before.left, change.after.left) == (Decimal(2000), Decimal(1500))
    assert change.after.affordable == Decimal("1350.00")


def test_nothing_is_worked_out_without_an_amount_or_a_budget() -> None:
    assert after_event(_case(), _event(None)) is None
    assert after_event(Case(), _event("500")) is None


def test_agreements_that_no_longer_fit_are_named_largest_first() -> None:
    change = after_event(_case("6000", "4000", "300", "1800", "1600"), _event("500"))

    assert change is not None
    assert [agreement.instalment for agreement in change.broken] == [Decimal(1800), Decimal(1600)]


def test_a_mortgage_breaks_when_nothing_is_left_after_it() -> None:
    case = _case("6000", "3000")
    case.debts = [Debt(id="home", kind=DebtKind.MORTGAGE, contract_instalment="2500")]
    case.agreements = [Agreement(id="agreement-1", debt_id="home", instalment="2500")]

    slight, grave = after_event(case, _event("400")), after_event(case, _event("600"))

    assert slight is not None
    assert grave is not None
    assert (slight.broken, len(grave.broken)) == ((), 1)


@settings(max_examples=60)
@given(st.decimals(0, 20_000, places=2), st.decimals(0, 20_000, places=2))
def test_the_month_falls_by_exactly_the_change(income: Decimal, amount: Decimal) -> None:
    change = after_event(_case(str(income)), _event(str(amount)))

    assert change is not None
    assert change.before.left - change.after.left == amount
    assert change.after.affordable >= 0
