"""Operations on loans, translated to our public functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from accord.days import add_months, due_dates
from accord.loans import (
    CARD_INTEREST_FIRST,
    CARD_PRINCIPAL_FIRST,
    LOAN,
    Arrears,
    DayCount,
    Extension,
    Holiday,
    LumpSum,
    Schedule,
    Settlement,
    allocate,
    arrears_until,
    balloon,
    equal_instalments,
    equal_principal,
    extension,
    fixed_payment,
    from_nominal,
    interest_between,
    interest_only,
    irr,
    level_payment,
    lump_sum,
    odd_first_period,
    percent_of_balance,
    period,
    prepayment,
    repricing,
    standing,
    step,
    step_payments,
    with_holiday,
    xirr,
)
from accord.loans.changes import Change
from accord.loans.schedule import LONGEST_BOOK
from tests.accord.golden_reading import (
    Answer,
    Inputs,
    Operation,
    day,
    effective_with_costs,
    fen,
    rates,
    share_rounding,
    terms,
    written,
    yuan,
)

DAY_COUNTS: Mapping[str, DayCount] = {
    **{basis: basis for basis in get_args(DayCount)},
    "pboc_months_plus_odd_days_360": "months_and_days",
    "act/act_isda": "act/act",
    "30/360 monthly": "monthly",
    "30/360": "monthly",
}
ORDERS = {"card_overdue_1_90": CARD_INTEREST_FIRST, "card_overdue_91_plus": CARD_PRINCIPAL_FIRST}
BUCKETS = {
    "costs": "enforcement_costs",
    "enforcement": "enforcement_costs",
    "penalty": "penalty_interest",
    "compound": "compound_interest",
}


def _day_count(name: str) -> Any:  # noqa: ANN401  what is not known the engine refuses
    return DAY_COUNTS.get(name, name)


def _equal_instalment(given: Inputs) -> Answer:
    schedule = equal_instalments(terms(given))
    level = yuan(level_payment(terms(given)))
    shared = {"level_payment": level, "rounded_payment_times_n": level * schedule.months}
    unrounded = _summed(equal_instalments(terms(given, mode="analytic")))
    return written(schedule) | _summed(schedule) | shared | {"analytic": unrounded | shared}


def _summed(schedule: Schedule) -> Answer:
    whole = schedule.months // 12
    years = [year for year in dict.fromkeys((1, 2, whole - 1, whole)) if 1 <= year <= whole]
    return {
        "total_payment": yuan(schedule.total_paid),
        "total_interest": yuan(schedule.total_interest),
        "year_interest": {str(year): yuan(schedule.interest_in_year(year)) for year in years},
        "eu_apr_with_2pct_upfront": effective_with_costs(schedule),
    }


def _equal_principal(given: Inputs) -> Answer:
    rounding = share_rounding(given)
    unrounded = equal_principal(terms(given, mode="analytic"))
    whole = terms(given)
    shown = dict(zip(("first", "second", "third"), (yuan(row.payment) for row in unrounded.rows), strict=False))
    fall = yuan(whole.principal) * whole.annual_rate / (whole.months * 12)
    schedule = equal_principal(whole, residue=given.get("residue", "last"), rounding=rounding)
    ends = {"last": yuan(unrounded.last_payment), "step": fall}
    return written(schedule) | _summed(schedule) | {"analytic": shown | ends | _summed(unrounded)}


def _interest_only(given: Inputs) -> Answer:
    start = day(given["start_date"])
    first = add_months(start, 1, anchor=given.get("due_day"))
    schedule = interest_only(
        terms(given, first_due=first), basis=_day_count(given.get("day_count", "monthly")), start=start
    )
    answer = written(schedule)
    since = start
    for row in answer["rows"]:
        row["days"], since = (row["date"] - since).days, row["date"]
    return answer


def _step(given: Inputs) -> Answer:
    growth = Decimal(given["annual_growth"])
    schedule, yearly = step(terms(given), growth=growth), step_payments(terms(given), growth=growth)
    planned = [yearly[k // 12] for k in range(schedule.months)]
    return written(schedule) | {
        "first_payment": yuan(yearly[0]),
        "last_year_payment": yuan(yearly[-1]),
        "published_total_interest_rounded_payments": yuan(sum(planned) - schedule.opening),
        "eu_apr_with_2pct_upfront": effective_with_costs(schedule, planned),
    }


def _balloon(given: Inputs) -> Answer:
    schedule = balloon(terms(given), long_term=given["amortisation_n"])
    whole = replace(terms(given), months=given["amortisation_n"])
    return written(schedule) | {
        "level_payment": yuan(level_payment(whole)),
        "balloon_after_last_instalment": yuan(standing(whole, paid_months=given["n"]).outstanding),
        "eu_apr_with_2pct_upfront": effective_with_costs(schedule),
    }


def _fixed_payment(given: Inputs) -> Answer:
    payment = fen(given["payment"])
    plan = fixed_payment(terms(given), payment=payment, longest=LONGEST_BOOK)
    answer: Answer = {
        "status": plan.status,
        "first_interest": yuan(plan.first_interest),
        "minimum_payment_that_amortises": yuan(plan.least_payment),
    }
    unrounded = fixed_payment(terms(given, mode="analytic"), payment=payment, longest=LONGEST_BOOK).schedule
    if plan.schedule is None or unrounded is None:
        return answer
    analytic = {"months": unrounded.months, "last_payment": yuan(unrounded.last_payment)}
    costs = effective_with_costs(unrounded)
    return answer | written(plan.schedule) | {"analytic": analytic, "eu_apr_with_2pct_upfront": costs}


def _percent_of_balance(given: Inputs) -> Answer:
    plan = percent_of_balance(
        terms(given),
        percent=Decimal(given["percent"]),
        floor=fen(given.get("floor", "0.00")),
        interest_on_top=given["interest_on_top"],
        floor_on="principal" if given["interest_on_top"] else "payment",
    )
    schedule = plan.schedule
    if schedule is None:
        return {"status": plan.status}
    return written(schedule) | {
        "status": plan.status,
        "months": schedule.months,
        "first": yuan(schedule.first_payment),
        "second": yuan(schedule.rows[min(1, schedule.months - 1)].payment),
        "last": yuan(schedule.last_payment),
        "total_payment": yuan(schedule.total_paid),
        "eu_apr_with_2pct_upfront": effective_with_costs(schedule),
    }


def _holiday(given: Inputs) -> Answer:
    holiday = Holiday(
        months=given["holiday_months"],
        after=given.get("holiday_after_k", 0),
        treatment=given["holiday_mode"],
        ending=given["after_holiday"],
    )
    plan = with_holiday(terms(given), holiday)
    return written(plan.schedule) | {
        "new_level_payment": yuan(plan.new_level),
        "remaining_n": plan.months_after,
        "deferred_interest": yuan(plan.deferred_interest),
    }


def _extension(given: Inputs) -> Answer:
    granted = Extension(
        extra=given["extension_months"],
        annual_rate=Decimal(given.get("new_annual_rate", given["annual_rate"])),
        arrears=fen(given.get("capitalised_arrears", "0.00")),
    )
    change = extension(terms(given), granted, after=given["paid_k"])
    return {
        "outstanding_before": yuan(change.balance_before),
        "new_principal": yuan(change.balance_after),
        "old_payment": yuan(change.old_payment),
        "total_interest_after": yuan(change.new_interest),
        "extra_interest_vs_original": yuan(-change.interest_saved),
    } | _after(change)


def _after(change: Change) -> Answer:
    return {
        "payment": yuan(change.new_payment),
        "new_payment": yuan(change.new_payment),
        "remaining_n": change.months_left,
        "last_payment": yuan(change.last_payment),
        "interest_saved": yuan(change.interest_saved),
    }


def _repricing(given: Inputs) -> Answer:
    rate = Decimal(given["new_annual_rate"])
    change = repricing(terms(given), after=given["reprice_after_k"], annual_rate=rate)
    old = {"old_payment": yuan(change.old_payment), "balance_at_reprice": yuan(change.balance_before)}
    return old | _after(change)


def _odd_first_period(given: Inputs) -> Answer:
    paid_out, first = day(given["disbursed"]), day(given["first_due"])
    basis = _day_count(given.get("first_period_basis", "act/360"))
    schedule = odd_first_period(terms(given, first_due=first), paid_out=paid_out, basis=basis)
    top = schedule.rows[0]
    return written(schedule) | {
        "first_period_days": (first - paid_out).days,
        "first_payment": yuan(top.payment),
        "first_interest": yuan(top.interest),
        "first_principal": yuan(top.principal),
        "second_payment": yuan(schedule.rows[min(1, schedule.months - 1)].payment),
        "last_payment": yuan(schedule.last_payment),
        "total_interest": yuan(schedule.total_interest),
    }


def _prepay_full(given: Inputs) -> Answer:
    found = {mode: standing(terms(given, mode=mode), paid_months=given["after_k"]) for mode in ("ledger", "analytic")}
    return {mode: {name: yuan(amount) for name, amount in at._asdict().items()} for mode, at in found.items()}


def _prepay_partial(given: Inputs) -> Answer:
    lower = prepayment(terms(given), after=given["after_k"], amount=fen(given["amount"]), effect="reduce_payment")
    sooner = prepayment(terms(given), after=given["after_k"], amount=fen(given["amount"]), effect="shorten_term")
    return {
        "balance_after": yuan(lower.balance_after),
        "reduce_payment": _after(lower),
        "shorten_term": _after(sooner),
    }


def _single_period(given: Inputs) -> Answer:
    start, end, principal = day(given["start_date"]), day(given["end_date"]), fen(given["principal"])
    rate, span = Decimal(given["annual_rate"]), period(start, end)
    interest = {
        name: yuan(interest_between(principal, rate, start, end, basis=basis)) for name, basis in DAY_COUNTS.items()
    }
    return {
        "actual_days": span.days,
        "whole_months": span.whole_months,
        "odd_days": span.odd_days,
        "interest": interest,
        "repayment_pboc": yuan(principal) + interest["pboc_months_plus_odd_days_360"],
    }


def _monthly(given: Inputs) -> Answer:
    anchor = given.get("due_day")
    first = add_months(day(given["start_date"]), 1, anchor=anchor)
    return {"dates": list(due_dates(first, given["n"], anchor=anchor))}


def _penalty(given: Inputs) -> Answer:
    arrears = Arrears(
        principal=fen(given["overdue_principal"]),
        interest=fen(given["overdue_interest"]),
        contract_rate=Decimal(given["contract_rate"]),
        multiple=Decimal(given["penalty_multiple"]),
        basis=_day_count(given.get("basis", "act/360")),
        settlement=given.get("compound_settlement", "none"),
        settlement_day=given.get("settlement_day") or 20,
    )
    found = arrears_until(arrears, since=day(given["from"]), until=day(given["to"]))
    return {
        "days": found.days,
        "penalty_interest": yuan(found.penalty_interest),
        "compound_interest": yuan(found.compound_interest),
        "total_due": yuan(found.owed),
        "compound_segments": [{"to": part.until, "amount": yuan(part.amount)} for part in found.segments],
    }


def _allocate(given: Inputs) -> Answer:
    names = {BUCKETS.get(name, name): name for name in given["buckets"]}
    owed = {part: fen(given["buckets"][name]) for part, name in names.items()}
    found = allocate(fen(given["payment"]), owed, order=ORDERS.get(given["rule"], LOAN))
    return {
        "applied": {names[part]: yuan(amount) for part, amount in found.applied.items()},
        "remaining": {names[part]: yuan(amount) for part, amount in found.remaining.items()},
        "unapplied": yuan(found.unapplied),
    }


def _convert(given: Inputs) -> Answer:
    found = from_nominal(Decimal(given["nominal_annual"]), periods_per_year=given.get("periods_per_year", 12))
    return {"per_period": found.per_period, "nominal_annual": found.nominal, "effective_annual": found.effective}


def _irr(given: Inputs) -> Answer:
    return rates(irr([fen(flow) for flow in given["cash_flows"]], periods_per_year=given.get("periods_per_year", 12)))


def _xirr(given: Inputs) -> Answer:
    flows: list[tuple[date, int]] = [(day(flow["date"]), fen(flow["amount"])) for flow in given["flows"]]
    found = xirr(flows, days_a_year=Decimal(given.get("basis", "act/365").removeprefix("act/")))
    return {"xirr": found.rate, "reason": found.reason}


def _lump_sum(given: Inputs) -> Answer:
    parts = {name: fen(given[name]) for name in ("principal", "interest", "fees", "offer")}
    offered = LumpSum(**parts, months_until_paid=given.get("paid_in_months", 0))
    found: Settlement = lump_sum(offered, annual_discount=Decimal(given["annual_discount"]))
    return {
        "total": yuan(found.owed),
        "discount_share": found.waived_share,
        "waived": {name: yuan(amount) for name, amount in found.waived.items()},
        "bank_present_value": yuan(found.present_value),
    }


LOANS: Mapping[str, Operation] = {
    "schedule.equal_instalment": _equal_instalment,
    "schedule.equal_principal": _equal_principal,
    "schedule.interest_only": _interest_only,
    "schedule.step": _step,
    "schedule.balloon": _balloon,
    "schedule.fixed_payment": _fixed_payment,
    "schedule.percent_of_balance": _percent_of_balance,
    "schedule.holiday": _holiday,
    "schedule.extension": _extension,
    "schedule.repricing": _repricing,
    "schedule.odd_first_period": _odd_first_period,
    "prepay.full": _prepay_full,
    "prepay.partial": _prepay_partial,
    "interest.single_period": _single_period,
    "dates.monthly": _monthly,
    "overdue.penalty": _penalty,
    "payment.allocate": _allocate,
    "rate.convert": _convert,
    "rate.irr": _irr,
    "rate.xirr": _xirr,
    "settlement.lump_sum": _lump_sum,
}
