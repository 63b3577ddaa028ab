"""The interactive path: what one move of a slider in the options lab costs, and how that grows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from accord.bank.area import Parties, area, openings
from accord.bank.assumptions import BankTable
from accord.bank.grid import Axes, of_household
from accord.bank.seat import seat, view_at, ways_out
from accord.budget.means import limit, owed_parts
from accord.budget.promise import futures, household_of, promise, stress_of
from accord.budget.stress import known_survival
from accord.case import Ask, Case, Debt, DebtKind
from accord.case.samples import sample
from accord.days import days_past_due
from accord.money import to_fen
from accord.options import comparison, plans, recommended
from tests.bench.timing import Line, best

ON = date(2026, 11, 23)


def move(case: Case, debt: Debt, months: int) -> int:
    """Do everything one slider move asks for: all plans, the recommendation, promises, the bank's seat, the map."""
    made = plans(debt, Ask(debt_id=debt.id, months=months), ON)
    comparison(made, limit(case))
    first = recommended(case, debt, ON)
    home, stress = household_of(case), stress_of(case)
    if home is None:
        return 0
    for plan in made:
        promise(home, stress, [row.payment for row in plan.rows])
    if first.plan:
        seat(first.plan, debt, ON)
    owed = owed_parts(debt)
    most = max(1.0, owed.total / 3)
    standing = of_household(futures(home, stress, 60), months=60, most=most, other_break=stress.other_break)
    other = ways_out(owed.total, days_past_due(debt.overdue_since, ON), BankTable(), ON)
    best_other = max(way.middle for way in other)
    parties = Parties(
        owed=owed.total,
        waivable=owed.beyond_principal,
        affordable=to_fen(limit(case)),
        cash=to_fen(case.position.can_pay_now or Decimal(0)),
        other_way=best_other,
        other_way_at_best=max(way.high for way in other),
    )
    waived = tuple(round(owed.beyond_principal * part / 4) for part in range(5))
    firsts = tuple(round(owed.total * part / 20) for part in range(4))
    axes = Axes(
        terms=tuple(range(6, 61, 3)), annual_rates=(0.0, 0.036, 0.072, 0.12), waived=waived, first_payments=firsts
    )
    openings(area(parties, axes, standing, view_at(BankTable(), 1)))
    return len(made)


def interactive() -> Iterator[Line]:
    """Measure the full sample case, then more debts and longer terms; the first move draws the futures."""
    case = sample("lin_jing_card", "en")

    def first_move() -> None:
        known_survival.cache_clear()
        move(case, case.debts[0], 48)

    yield Line(
        "move", "full sample case, the first move (draws the futures)", best(first_move, runs=3) * 1e3, unit=" ms"
    )
    yield Line("move", "full sample case, every later move", _later(case, 48), unit=" ms")
    for debts in (1, 5, 20):
        for months in (60, 360):
            grown = _with_debts(debts, months)
            yield Line("move", f"{debts} debts, a term of {months} months", _later(grown, months), unit=" ms")


def _later(case: Case, months: int) -> float:
    move(case, case.debts[0], months)
    return best(lambda: move(case, case.debts[0], months), runs=5) * 1e3


def _with_debts(count: int, months: int) -> Case:
    case = sample("lin_jing_card", "en")
    kind = DebtKind.MORTGAGE if months > 120 else DebtKind.CONSUMER_LOAN
    made = Debt(id="debt-1", kind=kind, principal=Decimal(60_000), annual_rate=Decimal("0.06"), months_left=months)
    rest = [made.model_copy(update={"id": f"debt-{k}", "kind": DebtKind.CREDIT_CARD}) for k in range(2, count + 1)]
    return case.model_copy(update={"debts": [made, *rest]})
