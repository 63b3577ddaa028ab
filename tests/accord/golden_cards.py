"""Operations on cards, translated to our public functions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from accord.loans import (
    BillInstalment,
    CardTerms,
    Cycle,
    EarlyTerms,
    MinimumParts,
    MinimumTerms,
    PersonalPlan,
    Posting,
    Repayment,
    bill_instalment,
    late_fee,
    minimum_path,
    minimum_payment,
    personal_instalments,
    revolving_interest,
    settle_early,
    statements,
)
from accord.loans.revolving import Kind
from tests.accord.golden_reading import (
    ANY_DAY,
    Answer,
    Inputs,
    Operation,
    day,
    fen,
    rates,
    share_rounding,
    written,
    yuan,
)

TOLERANCE = "10.00"
FEES = {"upfront": "first"}
"""A fee charged at the start stands in the first row; costs kept back from the amount are `upfront_cost`."""
KINDS: Mapping[str, Kind] = {"purchase": "purchase", "cash": "cash", "cash_advance": "cash"}
PARTS = {"cash_principal": "cash", "instalment_due": "instalments_due", "previous_min_unpaid": "previous_unpaid"}


def _card(given: Inputs) -> CardTerms:
    return CardTerms(
        daily_rate=Decimal(given["daily_rate"]),
        interest_on=given.get("interest_on", "full"),
        tolerance=fen(given.get("tolerance_shortfall", TOLERANCE)),
        statement_day_counts=given.get("statement_day_inclusive", False),
    )


def _kind(posting: Inputs) -> Any:  # noqa: ANN401  what is not known the engine refuses
    name = posting.get("type", "purchase")
    return KINDS.get(name, name)


def _revolving_interest(given: Inputs) -> Answer:
    found = revolving_interest(
        [Posting(day(at["post_date"]), fen(at["amount"]), _kind(at)) for at in given["transactions"]],
        [Repayment(day(at["date"]), fen(at["amount"])) for at in given.get("payments", ())],
        due=day(given["due_date"]),
        until=day(given["interest_to_statement_date"]),
        card=_card(given),
    )
    return {"interest": yuan(found.interest), "loses_interest_free": found.grace_lost}


def _two_cycles(given: Inputs) -> Answer:
    dues, dates = ([day(text) for text in given[name]] for name in ("due_dates", "statement_dates"))
    paid = fen(given["first_payment"]) if "first_payment" in given else None
    cycles = [Cycle(dues[0], dates[0], paid), Cycle(dues[1], dates[1])]
    bought = Posting(day(given["post_date"]), fen(given["purchase"]))
    first, second = statements(bought, cycles, percent=Decimal(given["percent"]), card=_card(given))
    return {
        "first_interest": yuan(first.interest),
        "balance_after_first_statement": yuan(first.balance),
        "minimum_second": yuan(first.minimum),
        "second_interest": yuan(second.interest),
        "balance_after_second_statement": yuan(second.balance),
    }


def _minimum_payment(given: Inputs) -> Answer:
    parts = {PARTS.get(name, name): fen(amount) for name, amount in given["parts"].items()}
    whole = MinimumParts(**({"purchases": 0} | parts))
    return {"minimum_payment": yuan(minimum_payment(whole, percent=Decimal(given["percent"])))}


def _late_fee(given: Inputs) -> Answer:
    missing = fen(given["minimum_payment"]) - fen(given["paid"])
    floor, cap = (None if given.get(name) is None else fen(given[name]) for name in ("floor", "cap"))
    fee = late_fee(missing, percent=Decimal(given["percent"]), floor=floor or 0, cap=cap)
    return {"late_fee": yuan(fee), "interest_on_late_fee": Decimal(0)}


def _minimum_path(given: Inputs) -> Answer:
    card = MinimumTerms(
        daily_rate=Decimal(given["daily_rate"]),
        days_per_cycle=given.get("days_per_cycle", 30),
        percent=Decimal(given["percent"]),
        floor=fen(given.get("floor", "0.00")),
        percent_on=given["percent_on"],
    )
    path = minimum_path(fen(given["balance"]), card)
    return {
        "status": path.status,
        "months": path.months,
        "total_interest": yuan(path.total_interest),
        "first_minimum": yuan(path.first_minimum),
        "balance_at_stall": yuan(path.balances[-2]),
        "next_balance": yuan(path.balances[-1]),
    }


def _instalment(given: Inputs) -> Answer:
    timing: Any = given.get("fee_timing", "each")
    plan = BillInstalment(
        principal=fen(given["principal"]),
        months=given["n"],
        fee_rate=Decimal(given["fee_rate"]),
        first_due=ANY_DAY,
        fee_timing=FEES.get(timing, timing),
        upfront_cost=fen(given.get("upfront_cost", "0.00")),
        residue=given.get("residue", "last"),
        rounding=share_rounding(given),
    )
    found = bill_instalment(plan)
    return written(found.schedule) | {
        "total_fee": yuan(found.schedule.total_fees),
        "rates": rates(found.rates),
        "simple_annualised": found.simple,
        "quoted_nominal": found.quoted,
    }


def _instalment_prepay(given: Inputs) -> Answer:
    early = EarlyTerms(
        paid=given["paid_k"],
        penalty_rate=Decimal(given["prepay_penalty_rate"]),
        fees_refunded=given.get("paid_fees_refunded", False),
    )
    fees = Decimal(given["total_fee_rate"])
    found = settle_early(fen(given["principal"]), given["n"], total_fee_rate=fees, early=early)
    amounts = ("per_period", "fee_each", "remaining_principal", "penalty")
    return {name: yuan(getattr(found, name)) for name in amounts} | {"settlement": yuan(found.to_pay)}


def _personalised(given: Inputs) -> Answer:
    plan = PersonalPlan(
        principal=fen(given["principal"]),
        interest=fen(given["interest"]),
        fees=fen(given["fees"]),
        months=given["n"],
        first_due=ANY_DAY,
        waive_fees=Decimal(given.get("waive_fees", 0)),
        waive_interest=Decimal(given.get("waive_interest", 0)),
        first_payment=Decimal(given.get("first_payment_percent", 0)),
        fee_rate=Decimal(given.get("fee_rate_per_period", 0)),
        annual_rate=Decimal(given.get("interest_during_plan", 0)),
    )
    found = personal_instalments(plan)
    return {
        "waived": yuan(found.waived),
        "restructured_balance": yuan(found.restructured),
        "first_payment": yuan(found.first_payment),
        "instalment": yuan(found.schedule.first_payment),
        "last_instalment": yuan(found.schedule.last_payment),
        "total_paid": yuan(found.total_paid),
    }


CARDS: Mapping[str, Operation] = {
    "card.revolving_interest": _revolving_interest,
    "card.two_cycles": _two_cycles,
    "card.minimum_payment": _minimum_payment,
    "card.late_fee": _late_fee,
    "card.minimum_path": _minimum_path,
    "card.instalment": _instalment,
    "card.instalment_prepay": _instalment_prepay,
    "card.personalised": _personalised,
}
