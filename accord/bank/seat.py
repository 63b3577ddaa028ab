"""The bank's seat: what a plan is worth to it, beside collecting, suing and selling. Only for the person.

Every value is a range that follows from a table of assumptions; none is a forecast. The accounting loss stands
apart: it is larger, it is booked at once, and it explains why an officer may still say no.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from accord.bank.accounting import Modification, modification
from accord.bank.assumptions import BankTable, Range, sale_price
from accord.bank.view import BankView, kept_plan_value
from accord.bank.ways import Collection, Litigation, WaysOut, alternatives
from accord.budget.means import comes_first
from accord.budget.stress import Survival
from accord.case import Debt
from accord.days import days_past_due
from accord.i18n import N_, _
from accord.options.plan import Plan
from accord.options.sliders import contract_rate

Verdict = Literal["clearly", "likely", "unclear", "less"]
FEN_A_YUAN = 100
OTHER_PART = 0.4
"""Part of the table's breaks that happen although the money was there: 0.8% of 2% a month."""

VERDICTS: dict[Verdict, str] = {
    "clearly": N_("By these assumptions the plan brings the bank more than any other way, even where it goes badly."),
    "likely": N_("By these assumptions the plan usually brings the bank more than its other ways."),
    "unclear": N_("By these assumptions the plan and the bank's other ways lie close together."),
    "less": N_(
        "By these assumptions another way brings the bank more. A sum at once or a longer plan may change that."
    ),
}
SECURED = N_(
    "This comparison is for debts without security. With a home or a car behind the debt a bank looks at that first."
)
A_YUAN = N_("For each yuan owed the plan brings back about {plan} yuan, the best other way about {other}.")

WHY_NOT: tuple[str, ...] = (
    N_("The officer may have no power to grant it: terms beyond a limit go to somebody else. Ask who decides."),
    N_("Changed terms are a loss in this year's books at once, even where they bring more money in the end."),
    N_("A restructured debt is watched for at least a year, and a plan that breaks early looks worse than none."),
    N_("What is granted to one has to be explained to others."),
    N_("Without proof of income and hardship nobody can sign it, however sensible it is."),
    N_("The officer may be measured by what comes in this month. A small first payment speaks to that."),
)
"""Why an officer may still say no; each a message."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    """What the bank looks at; fen; private.

    Attributes:
        owed: all that is owed today.
        plan: worth of the plan.
        half_kept: worth of the same plan when it is paid for half its months and then breaks.
        collection, litigation, sale: worth of the other ways; a lawsuit may cost more than it brings.
        books: the loss booked when terms are changed; None while the contract's rate is not known.
    """

    owed: int
    plan: Range
    half_kept: Range
    collection: Range
    litigation: Range
    sale: Range
    books: Modification | None

    @property
    def best_other(self) -> Range:
        """The best of the other ways, at each end of the ranges."""
        lows, middles, highs = zip(self.collection, self.litigation, self.sale, strict=True)
        return Range(max(lows), max(middles), max(highs))

    @property
    def verdict(self) -> Verdict:
        """How the plan stands against the best other way."""
        other = self.best_other
        if self.plan.low >= other.high:
            return "clearly"
        if self.plan.middle >= other.high or self.plan.low >= other.middle:
            return "likely"
        return "unclear" if self.plan.high >= other.low and self.plan.middle >= other.low else "less"

    @property
    def sentence(self) -> str:
        """The verdict, and both ways for each yuan owed; in the reader's language."""
        plan, other = (f"{value.middle / self.owed:.2f}" for value in (self.plan, self.best_other))
        return f"{_(VERDICTS[self.verdict])} {_(A_YUAN).format(plan=plan, other=other)}"


def seat(
    plan: Plan, debt: Debt, on: date, *, table: BankTable | None = None, drawn: Survival | None = None
) -> Seat | None:
    """Return what the bank looks at when it is offered a plan for a debt; None for a secured debt (see `SECURED`).

    Args:
        plan: the plan.
        debt: what it is for.
        on: the day it is looked at.
        table: the bank's ranges, changed or not.
        drawn: the household's futures in yuan; with them, breaks follow from what it can pay, and the table's chance
            of a break comes on top only as far as plans break that could be paid.
    """
    if comes_first(debt):
        return None
    ranges = table or BankTable()
    rate = contract_rate(debt, on)
    payments = [row.payment for row in plan.rows]
    books = (
        modification(plan.owed, [plan.down_payment + payments[0], *payments[1:]], nominal_rate=rate) if rate else None
    )
    collection, litigation, sale = ways_out(plan.owed, days_past_due(debt.overdue_since, on), ranges, on)
    return Seat(
        owed=plan.owed,
        plan=plan_range(plan, ranges, drawn),
        half_kept=_half_kept(plan, ranges),
        collection=collection,
        litigation=litigation,
        sale=sale,
        books=books,
    )


def plan_range(plan: Plan, table: BankTable, drawn: Survival | None = None) -> Range:
    """Return what a plan is worth to the bank, fen, when the assumptions are bad, middling and good for it."""
    payments, balances = _flows(plan)
    values = []
    for corner in range(3):
        view = view_at(table, corner)
        alive = _alive(payments, view, drawn)
        values.append(plan.down_payment + kept_plan_value(payments, balances, alive, view))
    return Range(*values)


def view_at(table: BankTable, corner: int) -> BankView:
    """Return the bank's view of a plan where the assumptions are bad (0), middling (1) or good (2) for the plan."""
    against = 2 - corner
    return BankView(
        annual_discount=table["annual_discount"][against],
        break_hazard=table["break_hazard"][against],
        recovery=table["recovery"][corner],
        servicing_cost=table["servicing_cost"][against] * FEN_A_YUAN,
    )


def ways_out(claim: int, days: int, table: BankTable, on: date) -> tuple[Range, Range, Range]:
    """Return collection, lawsuit and sale as ranges of fen, each from its worst to its best assumptions.

    Court fees and sale prices are those of the rules in force on `on`, the day it is looked at.
    """
    price, found = sale_price(days, on), []
    for corner in range(3):
        against = 2 - corner
        ways = WaysOut(
            annual_discount=table["annual_discount"][against],
            collection=Collection(
                recovery=table["collection_recovery"][corner], fee_share=table["collection_fee"][against]
            ),
            litigation=Litigation(
                recovery=table["litigation_recovery"][corner], delay_months=round(table["litigation_months"][against])
            ),
            sale_price=price[corner],
        )
        found.append(alternatives(claim, ways, on))
    return (
        Range(*(way.collection for way in found)),
        Range(*(way.litigation for way in found)),
        Range(*(way.sale for way in found)),
    )


def _flows(plan: Plan) -> tuple[list[int], list[int]]:
    balances = [plan.schedule.opening, *(row.balance for row in plan.rows[:-1])]
    return [row.payment for row in plan.rows], balances


def _alive(payments: Sequence[int], view: BankView, drawn: Survival | None) -> list[float]:
    keeps = 1 - view.break_hazard
    if drawn is None:
        return [keeps**k for k in range(1, len(payments) + 1)]
    able = drawn.standing([payment / 100 for payment in payments])
    other = 1 - view.break_hazard * OTHER_PART
    return [share * other**k for k, share in enumerate(able, 1)]


def _half_kept(plan: Plan, table: BankTable) -> Range:
    payments, balances = _flows(plan)
    kept = len(payments) // 2
    alive = [1.0] * kept + [0.0] * (len(payments) - kept)
    return Range(
        *(plan.down_payment + kept_plan_value(payments, balances, alive, view_at(table, corner)) for corner in range(3))
    )
