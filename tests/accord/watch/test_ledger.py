"""Planned against paid."""

from datetime import date

import pytest

from accord.case import (
    Agreement,
    AgreementTerm,
    Case,
    Debt,
    DebtKind,
    Event,
    Income,
    Payment,
    Spending,
    TermRecord,
    TermState,
)
from accord.watch import DueState, Shortfall, due_dates_of, ledger, next_unpaid, open_terms, shortfall_ahead

ON = date(2027, 3, 10)


def agreement(**terms: object) -> Agreement:
    plain = {"id": "agreement-1", "debt_id": "debt-1", "months": 3, "instalment": "400", "first_due": "2027-01-31"}
    return Agreement.model_validate(plain | terms)


def payment(number: int, **terms: object) -> Payment:
    return Payment.model_validate({"id": f"payment-{number}", "agreement_id": "agreement-1", **terms})


def test_due_dates_keep_to_the_end_of_the_month() -> None:
    assert [due for due, _ in due_dates_of(agreement())] == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]


def test_the_last_instalment_clears_the_total() -> None:
    assert [amount for _, amount in due_dates_of(agreement(total="1000.50"))] == [400_00, 400_00, 200_50]


@pytest.mark.parametrize("gap", ["months", "instalment", "first_due"])
def test_without_its_terms_an_agreement_has_no_due_dates(gap: str) -> None:
    assert due_dates_of(agreement(**{gap: None})) == ()


def test_each_due_date_tells_how_it_stands() -> None:
    case = Case(payments=[payment(1, due="2027-01-31", amount="400"), payment(2, paid_on="2027-02-10", amount="100")])

    states = [due.state for due in ledger(case, agreement(), ON)]

    assert states == [DueState.PAID, DueState.PARTLY, DueState.NEXT]


def test_a_missed_due_date_is_late_and_the_one_after_the_next_waits() -> None:
    states = [due.state for due in ledger(Case(), agreement(months=4), ON)]

    assert states == [DueState.LATE, DueState.LATE, DueState.NEXT, DueState.LATER]


def test_a_payment_of_another_agreement_does_not_count() -> None:
    other = payment(1, due="2027-01-31", amount="400").model_copy(update={"agreement_id": "agreement-2"})

    assert ledger(Case(payments=[other]), agreement(), ON)[0].paid == 0


def test_terms_are_open_until_they_stand_in_writing() -> None:
    terms = {term: TermRecord(state=TermState.IN_WRITING) for term in AgreementTerm}
    terms[AgreementTerm.REPORTING] = TermRecord(state=TermState.ON_PHONE)

    assert open_terms(agreement(terms=terms)) == (AgreementTerm.REPORTING,)
    assert len(open_terms(agreement())) == len(AgreementTerm)


def household(income: str, **more: object) -> Case:
    return Case(
        incomes=[Income.model_validate({"id": "income-1", "amount": income})],
        spendings=[Spending.model_validate({"id": "spending-1", "amount": "2000"})],
        **more,
    )


@pytest.mark.parametrize(("income", "missing"), [("3000", 0), ("2300", 100_00), ("1000", 400_00)])
def test_a_shortfall_is_seen_ahead(income: str, missing: int) -> None:
    case = household(income)

    found = shortfall_ahead(case, agreement(), ON)

    assert (found.amount if found else 0) == missing


def test_without_a_budget_nothing_is_foretold() -> None:
    assert shortfall_ahead(Case(), agreement(), ON) is None


@pytest.mark.parametrize(("noted_for", "first"), [("2027-04-15", "2027-04-30"), ("2027-03-31", "2027-03-31")])
def test_income_that_will_fall_is_missing_from_the_first_due_date_after_it(noted_for: str, first: str) -> None:
    fall = Event.model_validate({"id": "event-1", "on": noted_for, "monthly_change": "700"})
    case = household("2400", events=[fall])

    assert shortfall_ahead(case, agreement(months=6), ON) == Shortfall(400_00, date.fromisoformat(first))


def test_a_fall_that_lies_behind_is_not_counted_a_second_time() -> None:
    behind = Event.model_validate({"id": "event-1", "on": "2027-03-01", "monthly_change": "700"})

    assert shortfall_ahead(household("2400", events=[behind]), agreement(), ON) is None


def test_a_secured_debt_is_already_taken_off_what_is_left() -> None:
    home = Debt.model_validate(
        {"id": "debt-1", "kind": DebtKind.MORTGAGE, "secured": True, "contract_instalment": "400"}
    )

    assert shortfall_ahead(household("2400", debts=[home]), agreement(), ON) is None


def test_what_is_paid_ahead_is_not_missing() -> None:
    paid = [payment(1, due="2027-03-31", amount="400")]

    assert shortfall_ahead(household("2000", payments=paid), agreement(), ON) is None


def test_the_next_unpaid_due_date_passes_over_what_is_paid() -> None:
    case = Case(payments=[payment(1, due="2027-03-31", amount="400")])

    found = next_unpaid(case, agreement(months=5), ON)

    assert found is not None
    assert found.due == date(2027, 4, 30)
    assert next_unpaid(Case(), agreement(), date(2028, 1, 1)) is None
