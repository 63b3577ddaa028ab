"""Invented debts, asks and cases that the tests of options and charts share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from accord.case import Ask, Case, Debt, DebtKind

ON = date(2026, 11, 23)


def card(**answers: Any) -> Debt:  # noqa: ANN401  any answer of a debt
    """Return a card with all four parts owed."""
    stated = {
        "id": "debt-1",
        "kind": "credit_card",
        "creditor": "东湖银行",
        "principal": "36000.00",
        "interest": "4000.00",
        "penalty_interest": "1500.00",
        "fees": "1700.00",
        "annual_rate": "0.1825",
    }
    return Debt.model_validate(stated | answers)


def loan(**answers: Any) -> Debt:  # noqa: ANN401  any answer of a debt
    """Return a consumer loan with interest owed beside the principal."""
    stated = {
        "id": "debt-2",
        "kind": "consumer_loan",
        "creditor": "西山银行",
        "principal": "30000.00",
        "interest": "800.00",
        "annual_rate": "0.12",
        "months_left": 18,
        "contract_instalment": "1900.00",
    }
    return Debt.model_validate(stated | answers)


def ask(option: str = "", **terms: Any) -> Ask:  # noqa: ANN401  any term of an ask
    """Return an ask for the card."""
    return Ask.model_validate({"debt_id": "debt-1", "option": option, **terms})


def case(*debts: Debt, income: str = "8000", spending: str = "5000", **answers: Any) -> Case:  # noqa: ANN401  any answer
    """Return a case with one income, one spending and these debts."""
    stated = {
        "incomes": [{"id": "income-1", "amount": income}],
        "spendings": [{"id": "spending-1", "amount": spending}],
        "debts": [debt.model_dump() for debt in debts],
    }
    return Case.model_validate(stated | answers)


_AMOUNTS = st.integers(1, 50_000_000).map(lambda fen: Decimal(fen).scaleb(-2))
_PARTS = st.none() | _AMOUNTS

DEBTS = st.builds(
    Debt,
    id=st.just("debt-1"),
    kind=st.sampled_from(DebtKind),
    principal=_AMOUNTS,
    interest=_PARTS,
    penalty_interest=_PARTS,
    fees=_PARTS,
    annual_rate=st.none() | st.decimals(0, Decimal("0.36"), places=4),
    months_left=st.none() | st.integers(1, 120),
    contract_instalment=_PARTS,
    secured=st.booleans(),
)
"""Debts of every kind and size, with gaps."""
