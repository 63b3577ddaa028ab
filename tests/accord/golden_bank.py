"""Operations on the bank's side, translated to our public functions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from accord.bank import (
    BankView,
    Cell,
    Sides,
    amortised_cost,
    modification,
    plan_value,
    zopa,
)
from accord.bank.court_fee import court_fee
from accord.bank.ways import Collection, Litigation, WaysOut, alternatives
from accord.rehearsal import conceded
from tests.accord.golden_reading import Answer, Inputs, Operation, fen, yuan


def _view(given: Inputs) -> BankView:
    return BankView(
        annual_discount=float(given["annual_discount"]),
        break_hazard=float(given["monthly_break_hazard"]),
        recovery=float(given["recovery_on_break"]),
        lag_months=given["recovery_lag_months"],
        servicing_cost=fen(given["servicing_cost_per_payment"]),
    )


def _plan_value(given: Inputs) -> Answer:
    owed, payment, months = fen(given["balance"]), fen(given["payment"]), given["n"]
    payments = [payment] * (months - 1) + [fen(given.get("last_payment", given["payment"]))]
    balances = [owed - payment * k for k in range(months)]
    value = plan_value(payments, balances, _view(given))
    return {"value": yuan(value), "value_per_yuan": value / owed if owed else None}


def _alternatives(given: Inputs) -> Answer:
    collection, litigation = given["collection"], given["litigation"]
    ways = WaysOut(
        annual_discount=float(given["annual_discount"]),
        collection=Collection(
            recovery=float(collection["recovery"]),
            fee_share=float(collection["fee_share"]),
            delay_months=collection["delay_months"],
        ),
        litigation=Litigation(
            recovery=float(litigation["recovery"]),
            delay_months=litigation["delay_months"],
            other_cost=fen(litigation["other_cost"]),
        ),
        sale_price=float(given["sale"]["price_per_yuan"]),
    )
    found = alternatives(fen(given["claim"]), ways)
    values = {name: yuan(value) for name, value in found._asdict().items()}
    return values | {"best": found.best, "best_value": yuan(found.best_value)}


def _court_fee(given: Inputs) -> Answer:
    return {"fee": yuan(court_fee(fen(given["claim"]), halved=given.get("halved", False)))}


def _amortised_cost(given: Inputs) -> Answer:
    found = amortised_cost(fen(given["carrying"]), [fen(flow) for flow in given["cash_flows"]])
    return {
        "eir": (1 + found.effective_rate) ** given.get("periods_per_year", 1) - 1,
        "interest": [yuan(amount) for amount in found.interest],
        "closing": [yuan(amount) for amount in found.closing],
    }


def _modification(given: Inputs) -> Answer:
    payments = [fen(payment) for payment in given["new_payments"]]
    rate = Decimal(given["original_nominal_rate"])
    found = modification(fen(given["gross_carrying_amount"]), payments, nominal_rate=rate)
    return {
        "new_gross_carrying_amount": yuan(found.carrying_amount),
        "modification_gain_loss": yuan(found.gain),
        "npv_loss_percent": found.loss_share,
    }


def _zopa(given: Inputs) -> Answer:
    sides = Sides(
        balance=fen(given["balance"]),
        affordable=fen(given["affordable_payment"]),
        bank_alternative=fen(given["bank_alternative"]),
    )
    rates = [Decimal(rate) for rate in given["annual_rates"]]
    found = zopa(sides, _view(given), terms=given["terms"], annual_rates=rates)
    return {
        "cells": [_cell(cell) for cell in found.cells],
        "zopa_count": len(found.agreeable),
        "pareto": [_cell(cell) for cell in found.pareto],
    }


def _cell(cell: Cell) -> Answer:
    return {
        "n": cell.months,
        "annual_rate": cell.annual_rate,
        "payment": yuan(cell.payment),
        "bank_value": yuan(cell.bank_value),
        "in_zopa": cell.agreeable,
    }


def _alpha(given: Inputs) -> Answer:
    steps = [
        conceded(
            t,
            rounds=given["t_max"],
            start=float(given["kappa"]),
            pace=float(given["beta"]),
            family=given["family"],
        )
        for t in given["t"]
    ]
    return {"alpha": steps}


BANK: Mapping[str, Operation] = {
    "bank.plan_value": _plan_value,
    "bank.alternatives": _alternatives,
    "bank.court_fee": _court_fee,
    "bank.amortised_cost": _amortised_cost,
    "bank.modification": _modification,
    "zopa.grid": _zopa,
    "negotiation.alpha": _alpha,
}
