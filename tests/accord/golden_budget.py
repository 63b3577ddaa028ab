"""Operations on the household's means and on futures, translated to our public functions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from accord.budget.affordability import Budget, debt_ratios, monthly_surplus, pro_rata, weekly_to_monthly
from accord.budget.payoff_order import Aim, Owed, Race, pay_off
from accord.budget.stress import Household, Run, Stress, capped_survival, largest_payments
from accord.money import half_up
from tests.accord.golden_reading import Answer, Inputs, Operation, fen, yuan


def _surplus(given: Inputs) -> Answer:
    budget = Budget(
        fen(given["net_income"]),
        fen(given["essential_expenses"]),
        fen(given.get("living_floor", "0.00")),
        fen(given.get("priority_payments", "0.00")),
    )
    found = monthly_surplus(budget, reserve=Decimal(given.get("reserve_share", 0)))
    return {"available": yuan(found.available), "shortfall": yuan(found.shortfall)}


def _dti(given: Inputs) -> Answer:
    ratios = debt_ratios(
        debt_payments=fen(given["monthly_debt_payments"]),
        housing_payments=fen(given["monthly_housing_payments"]),
        income=fen(given["monthly_income"]),
    )
    limits = {name: Decimal(limit) for name, limit in given["limits"].items()}
    return {
        "total_ratio": ratios.total,
        "housing_ratio": ratios.housing,
        "within_limits": ratios.within(total=limits["total"], housing=limits["housing"]),
    }


def _pro_rata(given: Inputs) -> Answer:
    balances, available = [fen(debt["balance"]) for debt in given["debts"]], fen(given["available"])
    shares = pro_rata(available, balances)
    return {
        "offers": [
            {"creditor": debt["creditor"], "amount": yuan(share)}
            for debt, share in zip(given["debts"], shares, strict=True)
        ],
        "sum": yuan(sum(shares)),
        "published_rounded": [yuan(half_up(available * balance, max(1, sum(balances)))) for balance in balances],
    }


def _weekly_to_monthly(given: Inputs) -> Answer:
    return {"monthly": yuan(weekly_to_monthly(fen(given["weekly"])))}


def _payoff_order(given: Inputs) -> Answer:
    debts = [
        Owed(debt["id"], fen(debt["balance"]), Decimal(debt["annual_rate"]), fen(debt.get("minimum", "0.00")))
        for debt in given["debts"]
    ]
    aims: tuple[Aim, Aim] = ("avalanche", "snowball")
    return {aim: _race(pay_off(debts, budget=fen(given["monthly_budget"]), aim=aim)) for aim in aims}


def _race(found: Race) -> Answer:
    interest = None if found.total_interest is None else yuan(found.total_interest)
    answer: Answer = {"status": found.status, "months": found.months, "total_interest": interest}
    return answer | {"order": list(found.order)}


def _survival_probability(given: Inputs) -> Answer:
    """The cases' closed form knows no savings beyond the buffer at the start."""
    names = ("income", "income_when_unemployed", "expenses", "buffer", "payment")
    income, lost, expenses, buffer, payment = (fen(given[name]) for name in names)
    household = Household(income=income, expenses=expenses, buffer=buffer)
    stress = Stress(
        job_loss=float(given["monthly_hazard"]),
        new_job=float(given["reemployment"]),
        benefit=lost / income if income else 0.0,
        benefit_months=given["n"],
        scar=1.0,
        income_spread=float(given["noise"]),
        spending_spread=float(given["noise"]),
        shock=0.0,
    )
    run = Run(months=given["n"], paths=given["paths"], seed=20261123)
    shares = capped_survival(household, stress, run, payment=payment, most_kept=household.buffer)
    return {"survival": shares[-1].share}


def _max_sustainable_payment(given: Inputs) -> Answer:
    behind = fen(given["buffer"]) + fen(given.get("overdraft", "0.00"))
    paths = [[fen(surplus) for surplus in path] for path in given["surplus_paths"]]
    largest = largest_payments(paths, behind=behind)
    payments = [fen(payment) for payment in given["payments"]]
    return {
        "max_payment": [yuan(float(amount)) for amount in largest],
        "survival": [float((largest >= payment).mean()) for payment in payments],
    }


BUDGET: Mapping[str, Operation] = {
    "afford.surplus": _surplus,
    "afford.dti": _dti,
    "afford.pro_rata": _pro_rata,
    "afford.weekly_to_monthly": _weekly_to_monthly,
    "afford.payoff_order": _payoff_order,
    "sim.survival_probability": _survival_probability,
    "sim.max_sustainable_payment": _max_sustainable_payment,
}
