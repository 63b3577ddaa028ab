"""What the private parts of chapter 5 share: one household, one set of assumptions, one table of the bank.

What the person changed is kept in the private part of the case. Nothing here can reach a paper for the bank.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from typing import Any

import numpy as np

from accord.bank.area import Area, Parties, area
from accord.bank.assumptions import BANK_ASSUMPTIONS, BankTable, Range
from accord.bank.grid import Axes, of_household
from accord.bank.packages import Choice, Question, Weights, choices_of, weights_from
from accord.bank.pauses import variants
from accord.bank.seat import Seat, plan_range, seat, view_at, ways_out
from accord.budget.assumptions import Assumption, by_rule
from accord.budget.creditors import set_aside
from accord.budget.means import comes_first, owed_parts
from accord.budget.promise import Promise, futures, household_of, promise, stress_of
from accord.budget.stress import SURVIVAL_THRESHOLD, Household, Stress, Survival
from accord.case import Case, Debt, FigureRange
from accord.days import days_past_due
from accord.knowledge.rules import rule
from accord.money import to_fen
from accord.options import Plan, attempt, option
from accord.options.recommendation import monthly_limit
from accord.options.sliders import contract_rate, longest_term
from components.once import once
from components.page import reader_day
from components.session import set_answer

BENEFIT_RULE = "benefits.unemployment.months"
PLACES = 6
SHORT_TERMS = 60
WAIVED_PARTS = (0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0)
FIRST_PARTS = (0.0, 0.025, 0.05, 0.075, 0.10, 0.125, 0.15)
RATE_PARTS = (0, 0.25, 0.5, 1)
"""What the map looks at: waivers as parts of interest and charges, first payments as parts of what is owed,
yearly rates as parts of the contract's."""


def changed_assumptions(case: Case) -> dict[str, float]:
    """Return the figures about the household's future that the person changed, by name, each within its range.

    A kept figure that another edition's range leaves out is moved to its end rather than refused.
    """
    known = {one.name: one for one in assumptions()}
    kept = ((known[name], float(value)) for name, value in case.private.assumptions.items() if name in known)
    return {one.name: min(max(value, one.low), one.high) for one, value in kept}


def change_assumption(case: Case, name: str, value: float) -> None:
    """Keep a figure about the household's future."""
    set_answer("private.assumptions", {**case.private.assumptions, name: _exact(value)})


def changed_ranges(case: Case) -> dict[str, Range]:
    """Return the bank's ranges that the person changed, by name."""
    known = {one.name for one in BANK_ASSUMPTIONS}
    kept = {name: found for name, found in case.private.bank_ranges.items() if name in known}
    return {name: Range(*sorted(map(float, (one.low, one.middle, one.high)))) for name, one in kept.items()}


def change_range(case: Case, name: str, found: Range) -> None:
    """Keep a range of the bank's."""
    made = FigureRange(low=_exact(found.low), middle=_exact(found.middle), high=_exact(found.high))
    set_answer("private.bank_ranges", {**case.private.bank_ranges, name: made})


def as_they_were(field: str) -> None:
    """Take back every change of the private field that holds them."""
    set_answer(f"private.{field}", {})


def _exact(value: float) -> Decimal:
    return Decimal(str(round(value, PLACES)))


def prefer(case: Case, question: Question, choice: Choice | None) -> None:
    """Keep the answer to an either/or question; None takes it back."""
    others = {name: kept for name, kept in case.private.tradeoffs.items() if name != question.id}
    set_answer("private.tradeoffs", others | ({question.id: choice} if choice else {}))


def own_weights(case: Case) -> Weights:
    """Return what each issue is worth to the person; all alike while nothing is answered."""
    return weights_from(choices_of(case.private.tradeoffs))


def assumptions() -> tuple[Assumption, ...]:
    """Return every figure about the household's future with its range, by the rules of the reader's day."""
    first, last = rule(BENEFIT_RULE, reader_day()).span or (0, 0)
    return by_rule((int(first), int(last)))


def stress(case: Case) -> Stress:
    """Return the assumptions in use: those that go with the person's answers, then their own figures."""
    return stress_of(case, assumptions(), **changed_assumptions(case))


def bank_table(case: Case) -> BankTable:
    """Return the bank's ranges in use."""
    return BankTable(changed_ranges(case))


def home(case: Case, debt: Debt, *, at_once: int = 0) -> Household | None:
    """Return the household that has to keep a plan for this debt; None while no budget is entered.

    A secured debt's own instalment stands in the budget already: it is taken out, because the plan takes its place.
    """
    own = to_fen(debt.contract_instalment or Decimal(0)) if comes_first(debt) else 0
    return household_of(case, committed=set_aside(case, debt) - own, at_once=at_once)


def income_told(case: Case) -> bool:
    """Tell whether the person said how even the income is, and whether it may stop: without it nothing is promised."""
    return case.private.steadiness is not None and case.private.income_may_stop is not None


def promise_of(case: Case, debt: Debt, plan: Plan) -> Promise | None:
    """Return how often a plan is paid to the end; None while month or income are not told of."""
    return kept(case, debt, [row.payment for row in plan.rows], at_once=plan.down_payment)


def kept(case: Case, debt: Debt, payments: list[int], *, at_once: int = 0) -> Promise | None:
    """Return how often payments (fen, month by month) are all made; None while month or income are not told of."""
    found = home(case, debt, at_once=at_once)
    return None if found is None or not income_told(case) else promise(found, stress(case), payments)


def drawn(case: Case, debt: Debt, months: int, *, at_once: int = 0) -> Survival | None:
    """Return the household's futures; None while no budget is entered."""
    found = home(case, debt, at_once=at_once)
    return None if found is None else futures(found, stress(case), months)


def calmer_plan(case: Case, debt: Debt, plan: Plan) -> Plan | None:
    """Return the same way over the shortest longer term that is kept 8 times in 10; None where no term is."""
    sliders = {slider.name: slider for slider in option(plan.option_id).parameters(debt, reader_day())}
    longest = int(sliders["months"].high) if "months" in sliders else 0
    found = drawn(case, debt, max(longest, plan.months), at_once=plan.down_payment)
    if found is None:
        return None
    for months in range((plan.asked.months or plan.months) + 1, longest + 1):
        if not _may_be_calm(plan, found, months):
            continue
        made = attempt(plan.option_id, debt, plan.asked.model_copy(update={"months": months}), reader_day())
        if isinstance(made, Plan) and _calm(made, found):
            return made
    return None


def _may_be_calm(plan: Plan, found: Survival, months: int) -> bool:
    """Tell whether a term could be calm at all: no instalments are below what has to be paid back, without interest.

    It is cheap to ask and spares most terms their schedule. Where a plan's months are not its instalments, as with a
    pause, nothing is ruled out.
    """
    if plan.months != plan.asked.months or months > found.months:
        return True
    least = (plan.owed - plan.waived - plan.down_payment) / months / 100
    return least <= 0 or found.at(least, months=months).share >= SURVIVAL_THRESHOLD


def _calm(plan: Plan, found: Survival) -> bool:
    paid = plan.highest_instalment / 100
    return plan.months <= found.months and found.at(paid, months=plan.months).share >= SURVIVAL_THRESHOLD


def buffer_needed(found: Survival, payments: Sequence[float]) -> int:
    """Return how much more put by (fen, rounded up to 100 yuan) makes the payments (yuan) hold 8 times in 10."""
    paid = np.cumsum(np.asarray(payments, dtype=np.float64))
    lowest = (found.kept[: paid.size] - paid[:, None]).min(axis=0)
    missing = max(0.0, -float(np.quantile(lowest, 1 - SURVIVAL_THRESHOLD)))
    return ceil(missing / 100) * 10_000


def worth(case: Case, debt: Debt, plan: Plan) -> float | None:
    """Return what a plan brings the bank for each yuan owed, in the middle of the assumptions; None when secured."""
    if comes_first(debt):
        return None
    found = drawn(case, debt, plan.months, at_once=plan.down_payment)
    return plan_range(plan, bank_table(case), found).middle / plan.owed


def seat_of(case: Case, debt: Debt, plan: Plan) -> Seat | None:
    """Return what the bank looks at when it is offered this plan; None for a secured debt."""
    table = bank_table(case)
    found = drawn(case, debt, plan.months, at_once=plan.down_payment)
    inputs = (debt.model_dump_json(), plan.asked.model_dump_json(), _inputs(case, debt), reader_day())
    return once("seat", inputs, lambda: seat(plan, debt, reader_day(), table=table, drawn=found))


def area_of(case: Case, debt: Debt) -> Area | None:
    """Return where both can agree on this debt; None while no budget is entered, or for a secured debt."""
    if comes_first(debt) or not owed_parts(debt).total or home(case, debt) is None:
        return None
    return once("area", (debt.model_dump_json(), _inputs(case, debt), reader_day()), lambda: _area(case, debt))


def _inputs(case: Case, debt: Debt) -> tuple[Any, ...]:
    """Return what the private figures of a debt depend on beside the debt itself."""
    ranges = tuple(sorted(changed_ranges(case).items()))
    return (home(case, debt), stress(case), ranges, monthly_limit(case, debt), case.position.can_pay_now)


def varied(case: Case, debt: Debt, found: Area) -> tuple[Area, ...]:
    """Return the map of a debt after pauses and with a month a year to be skipped."""
    return once("varied", (id(found), _inputs(case, debt)), lambda: _varied(case, debt, found))


def _varied(case: Case, debt: Debt, found: Area) -> tuple[Area, ...]:
    return variants(found, _futures(case, debt, found.grid.axes), other_break=stress(case).other_break)


def _futures(case: Case, debt: Debt, axes: Axes) -> Survival:
    return futures(home(case, debt) or Household(income=0, expenses=0), stress(case), axes.terms[-1])


def _area(case: Case, debt: Debt) -> Area:
    table, owed = bank_table(case), owed_parts(debt)
    ways = ways_out(owed.total, days_past_due(debt.overdue_since, reader_day()), table, reader_day())
    parties = Parties(
        owed=owed.total,
        waivable=owed.beyond_principal,
        affordable=monthly_limit(case, debt) or 0,
        cash=to_fen(case.position.can_pay_now or Decimal(0)),
        other_way=max(way.middle for way in ways),
        other_way_at_best=max(way.high for way in ways),
    )
    axes = _axes(debt, parties)
    found, longest = _futures(case, debt, axes), axes.terms[-1]
    most = max(3.0 * parties.affordable, 2.0 * parties.owed / longest, 1.0)
    standing = of_household(found, months=longest, most=most, other_break=stress(case).other_break)
    return area(parties, axes, standing, view_at(table, 1))


def _axes(debt: Debt, parties: Parties) -> Axes:
    longest = longest_term(debt, reader_day())
    step = 1 if longest <= SHORT_TERMS else 3
    contract = float(contract_rate(debt, reader_day()))
    firsts = {round(parties.owed * part) for part in FIRST_PARTS} | {min(parties.cash, parties.owed // 2)}
    return Axes(
        terms=tuple(range(6, longest + 1, step)),
        annual_rates=tuple(sorted({round(contract * part, 4) for part in RATE_PARTS})),
        waived=tuple(sorted({round(parties.waivable * part) for part in WAIVED_PARTS})),
        first_payments=tuple(sorted(firsts)),
    )
