"""Every debt with every option as plain values, ready for JSON: amounts are yuan as decimal strings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from accord.budget.means import surplus
from accord.case import Case, Debt
from accord.money import to_yuan
from accord.options.base import Fit, Option
from accord.options.catalogue import OPTIONS
from accord.options.making import attempt
from accord.options.plan import Plan
from accord.options.recommendation import recommended


def options_report(case: Case, on: date) -> dict[str, Any]:
    """Return each debt with each option's figures, or the reason why it does not fit, spoken in the reader's language.

    The recommendation keeps below the ceiling, so the report is for the person, not for a bank.
    """
    month = surplus(case)
    return {
        "on": on.isoformat(),
        "surplus": {
            "income": _written(month.income),
            "spending": _written(month.spending),
            "priority": _written(month.priority),
            "left": _written(month.left),
            "reserve_share": format(month.reserve_share, "f"),
            "affordable": _written(month.affordable),
        },
        "debts": [_debt(case, debt, on) for debt in case.debts],
    }


def _debt(case: Case, debt: Debt, on: date) -> dict[str, Any]:
    first = recommended(case, debt, on)
    return {
        "debt_id": debt.id,
        "kind": debt.kind.value,
        "recommended": None if first.plan is None else _figures(first.plan),
        "why": first.why,
        "within_limit": first.within,
        "options": [_option(case, debt, way, on) for way in OPTIONS],
    }


def _option(case: Case, debt: Debt, way: Option, on: date) -> dict[str, Any]:
    made = attempt(way.id, debt, case.ask(debt.id), on)
    head = {"option_id": way.id, "fits": isinstance(made, Plan)}
    if isinstance(made, Fit):
        return head | {"reason": made.reason, "needed": _optional(made.needed)}
    return head | {"plan": _figures(made)}


def _figures(plan: Plan) -> dict[str, Any]:
    return {
        "option_id": plan.option_id,
        "title": plan.title,
        "owed": _fen(plan.owed),
        "waived": _fen(plan.waived),
        "down_payment": _fen(plan.down_payment),
        "restructured": _fen(plan.restructured),
        "first_instalment": _fen(plan.first_instalment),
        "highest_instalment": _fen(plan.highest_instalment),
        "months": plan.months,
        "total_paid": _fen(plan.total_paid),
        "principal": _fen(plan.principal),
        "interest": _fen(plan.interest),
        "fees": _fen(plan.fees),
        "paid_off_on": plan.paid_off_on.isoformat(),
        "nominal_rate": _rate(plan.nominal_rate),
        "effective_rate": _rate(plan.effective_rate),
        "notes": list(plan.spoken_notes),
        "ask": plan.asked.model_dump(mode="json"),
        "rows": [
            {
                "k": row.k,
                "due": row.due.isoformat(),
                "payment": _fen(row.payment),
                "interest": _fen(row.interest),
                "principal": _fen(row.principal),
                "fee": _fen(row.fee),
                "balance": _fen(row.balance),
            }
            for row in plan.rows
        ],
    }


def _fen(fen: int) -> str:
    return _written(to_yuan(fen))


def _optional(fen: int | None) -> str | None:
    return None if fen is None else _fen(fen)


def _written(yuan: Decimal) -> str:
    return f"{yuan:.2f}"


def _rate(rate: Decimal | None) -> str | None:
    return None if rate is None else f"{rate:.6f}"
