"""The household's month."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.budget.means import (
    fixed,
    flexible,
    income_items,
    limit,
    monthly,
    owed,
    owed_parts,
    priority_payments,
    shares,
    spending_items,
    surplus,
    total,
)
from accord.case import Case, Debt, Period
from accord.errors import TermsError
from tests.accord.options.invented_debts import card, case, loan

MORTGAGE = loan(id="debt-9", kind="mortgage", contract_instalment="1200.00")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period.WEEKLY, "433.33"),
        (Period.MONTHLY, "100.00"),
        (Period.QUARTERLY, "33.33"),
        (Period.YEARLY, "8.33"),
    ],
)
def test_every_period_becomes_a_month(period: Period, expected: str) -> None:
    assert monthly(Decimal("100.00"), period) == Decimal(expected)


def test_an_unknown_amount_counts_nothing() -> None:
    assert monthly(None, Period.WEEKLY) == Decimal("0.00")


def test_fixed_and_flexible_spending_make_up_all_spending() -> None:
    rows = [
        {"id": "s-1", "kind": "housing", "amount": "1500"},
        {"id": "s-2", "kind": "food", "amount": "100", "period": "weekly"},
        {"id": "s-3", "kind": "insurance", "amount": "1000", "period": "yearly"},
    ]
    items = spending_items(Case.model_validate({"spendings": rows}))

    assert fixed(items) == Decimal("1583.33")
    assert flexible(items) == Decimal("433.33")
    assert total(items) == Decimal("2016.66")


def test_income_keeps_the_persons_own_names() -> None:
    stated = Case.model_validate({"incomes": [{"id": "i-1", "label": "夜班", "amount": "900", "period": "quarterly"}]})

    assert [(item.label, item.amount) for item in income_items(stated)] == [("夜班", Decimal("300.00"))]


def test_surplus_leaves_a_tenth_in_reserve() -> None:
    month = surplus(case(card(), MORTGAGE))

    assert month.priority == Decimal("1200.00")
    assert month.left == Decimal("1800.00")
    assert month.affordable == Decimal("1620.00")
    assert month.reserve == Decimal("180.00")
    assert month.known


def test_a_month_that_does_not_add_up_affords_nothing() -> None:
    month = surplus(case(card(), income="3000", spending="4200"))

    assert month.left == Decimal("-1200.00")
    assert (month.affordable, month.reserve) == (Decimal("0.00"), Decimal("0.00"))


def test_an_empty_case_knows_no_month() -> None:
    month = surplus(Case())

    assert not month.known
    assert month.affordable == Decimal("0.00")


def test_a_reserve_of_more_than_everything_is_refused() -> None:
    with pytest.raises(TermsError):
        surplus(Case(), reserve_share=Decimal("1.01"))


def test_the_bank_copy_gives_the_same_month() -> None:
    stated = case(card(), MORTGAGE)

    assert surplus(stated.opened()) == surplus(stated)


def test_a_debt_of_somebody_else_is_neither_first_nor_shared() -> None:
    foreign = loan(id="debt-9", kind="mortgage", contract_instalment="1200.00", whose="not_mine")

    assert priority_payments(case(foreign)) == Decimal("0.00")
    assert shares(case(card(whose="not_mine"))) == ()


def test_owed_is_all_four_parts_and_unknown_only_when_all_are() -> None:
    assert owed(card()) == Decimal("43200.00")
    assert owed(card(interest=None)) == Decimal("39200.00")
    assert owed(Debt(id="debt-1")) is None
    assert owed_parts(card()).beyond_principal == 720_000


def test_the_ceiling_lowers_the_limit_and_never_raises_it() -> None:
    assert limit(case(card(), private={"ceiling": "1000"})) == Decimal("1000.00")
    assert limit(case(card(), private={"ceiling": "9000"})) == Decimal("2700.00")
    assert limit(case(card())) == Decimal("2700.00")


def test_without_a_budget_the_ceiling_alone_counts() -> None:
    assert limit(Case.model_validate({"private": {"ceiling": "800"}})) == Decimal("800.00")


def test_shares_follow_what_is_owed_and_leave_secured_debts_out() -> None:
    parts = shares(case(card(), loan(principal="10000", interest="800"), MORTGAGE), Decimal("1000.00"))

    assert [(part.debt_id, part.monthly) for part in parts] == [("debt-1", 80_000), ("debt-2", 20_000)]
    assert [part.share for part in parts] == [Decimal("0.8"), Decimal("0.2")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=8), st.integers(0, 10**9))
def test_shares_add_up_to_the_fen(balances: list[int], offer: int) -> None:
    debts = [card(id=f"debt-{k}", principal=Decimal(fen).scaleb(-2)) for k, fen in enumerate(balances)]

    parts = shares(case(*debts), Decimal(offer).scaleb(-2))

    assert sum(part.monthly for part in parts) == offer
