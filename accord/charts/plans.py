"""Charts of repayment plans: the balance over time, the instalments against the month, what each plan costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from accord.charts.records import (
    MOST_SERIES,
    Bars,
    LineChart,
    Point,
    PrivateChart,
    Reference,
    Role,
    Series,
    Table,
)
from accord.charts.wording import alt, in_yuan, written
from accord.i18n import N_, _
from accord.money import to_fen
from accord.options.plan import Plan

BALANCE = N_("{plan}: {opening} go into instalments; on {day} nothing is owed any more.")
BALANCE_GROWS = N_("{plan}: the balance grows up to {peak} before it falls; on {day} nothing is owed any more.")
WITHIN = N_("{plan}: the highest instalment is {highest}; {surplus} a month is left, so it fits every month.")
ABOVE = N_("{plan}: the highest instalment is {highest}; {surplus} a month is left, {gap} short in that month.")
COST = N_("{plan} costs {total} in all: {principal} of what is owed today, {interest} interest and {fees} fees.")
CEILING_KEPT = N_("The highest instalment, {highest}, is within your own limit of {ceiling}. Only you see this line.")
CEILING_BROKEN = N_(
    "The highest instalment, {highest}, is {gap} above your own limit of {ceiling}. Only you see this line."
)


def balance_over_time(plans: Sequence[Plan], chosen: str = "") -> LineChart:
    """Return what is still owed in instalments after each due date, one line a plan; see `_ordered`.

    Args:
        plans: at least one.
        chosen: option id of the plan that comes first; the first plan when left out.
    """
    shown = _ordered(plans, chosen)
    first = shown[0]
    sentence = _(_balance_message(first)).format(
        plan=first.title,
        opening=written(first.restructured),
        peak=written(first.schedule.highest_balance),
        day=first.paid_off_on.isoformat(),
    )
    return LineChart(
        title=_("What is still owed"),
        x_title=_("Due date"),
        y_title=_("Balance, yuan"),
        sentence=sentence,
        table=_by_month(shown, balance_at),
        alt=alt("lines", sentence),
        series=_lines(shown, _balances),
    )


def instalments_against_surplus(plans: Sequence[Plan], surplus: Decimal, chosen: str = "") -> LineChart:
    """Return each plan's instalments over time against what is left in a month (yuan).

    What is left stands in the budget a bank gets anyway; the ceiling belongs in `instalments_against_ceiling`.
    """
    shown, left = _ordered(plans, chosen), to_fen(surplus)
    first, gap = shown[0], shown[0].highest_instalment - left
    sentence = _(ABOVE if gap > 0 else WITHIN).format(
        plan=first.title, highest=written(first.highest_instalment), surplus=written(left), gap=written(gap)
    )
    return LineChart(
        title=_("Instalments and what is left in a month"),
        x_title=_("Due date"),
        y_title=_("Instalment, yuan"),
        sentence=sentence,
        table=_by_month(shown, payment_at),
        alt=alt("lines", sentence),
        series=_lines(shown, _payments),
        lines=(Reference(_("left in a month"), in_yuan(left), Role.SURPLUS),),
        stepped=True,
    )


def instalments_against_ceiling(
    plans: Sequence[Plan], surplus: Decimal, ceiling: Decimal, chosen: str = ""
) -> PrivateChart:
    """Return the same chart with the person's own limit (yuan) over it. Private: no paper for a bank takes it."""
    highest, most = _ordered(plans, chosen)[0].highest_instalment, to_fen(ceiling)
    message = CEILING_BROKEN if highest > most else CEILING_KEPT
    return PrivateChart(
        chart=instalments_against_surplus(plans, surplus, chosen),
        lines=(Reference(_("your own limit"), in_yuan(most), Role.CEILING),),
        sentence=_(message).format(highest=written(highest), ceiling=written(most), gap=written(highest - most)),
        table=Table((_("Reference line"), _("Yuan a month")), ((_("your own limit"), written(most)),)),
    )


def cost_split(plans: Sequence[Plan], chosen: str = "") -> Bars:
    """Return what each plan costs in all: what is owed today, interest and fees on top of each other."""
    shown = _ordered(plans, chosen)
    titles = tuple(plan.title for plan in shown)
    parts = (
        (_("Of what is owed today"), Role.PRINCIPAL, [plan.principal for plan in shown]),
        (_("Interest"), Role.INTEREST, [plan.interest for plan in shown]),
        (_("Fees"), Role.FEES, [plan.fees for plan in shown]),
    )
    first = shown[0]
    amounts = (first.total_paid, first.principal, first.interest, first.fees)
    names = ("total", "principal", "interest", "fees")
    sentence = _(COST).format(plan=first.title, **{k: written(v) for k, v in zip(names, amounts, strict=True)})
    return Bars(
        title=_("What each plan costs in all"),
        y_title=_("Yuan"),
        sentence=sentence,
        table=_cost_table(shown),
        alt=alt("bars", sentence),
        categories=titles,
        series=tuple(
            Series(label, tuple(Point(title, in_yuan(fen)) for title, fen in zip(titles, fens, strict=True)), role)
            for label, role, fens in parts
        ),
    )


def balance_at(plan: Plan, k: int) -> int | None:
    """Return the balance after the `k`-th due date, fen; 0 is the opening balance, None is past the end."""
    if k == 0:
        return plan.restructured
    return plan.rows[k - 1].balance if k <= plan.months else None


def payment_at(plan: Plan, k: int) -> int | None:
    """Return the payment on the `k`-th due date, fen; None is past the end. At 0 stands what is paid at once."""
    if k == 0:
        return plan.down_payment
    return plan.rows[k - 1].payment if k <= plan.months else None


def _ordered(plans: Sequence[Plan], chosen: str) -> tuple[Plan, ...]:
    """Return the chosen plan first, then the others in their order; at most `MOST_SERIES`."""
    first = next((plan for plan in plans if plan.option_id == chosen), plans[0])
    return (first, *(plan for plan in plans if plan is not first))[:MOST_SERIES]


def _balance_message(plan: Plan) -> str:
    return BALANCE_GROWS if plan.schedule.highest_balance > plan.restructured else BALANCE


def _lines(shown: tuple[Plan, ...], points: Callable[[Plan], tuple[Point, ...]]) -> tuple[Series, ...]:
    return tuple(Series(plan.title, points(plan), Role.OTHER if k else Role.CHOSEN) for k, plan in enumerate(shown))


def _balances(plan: Plan) -> tuple[Point, ...]:
    return (
        Point(plan.made_on, in_yuan(plan.restructured)),
        *(Point(row.due, in_yuan(row.balance)) for row in plan.rows),
    )


def _payments(plan: Plan) -> tuple[Point, ...]:
    return tuple(Point(row.due, in_yuan(row.payment)) for row in plan.rows)


def _by_month(shown: tuple[Plan, ...], figure: Callable[[Plan, int], int | None]) -> Table:
    """Return one row a due date, as dates of the longest plan; a plan that has ended shows a dash."""
    longest = max(shown, key=lambda plan: plan.months)
    days: tuple[date, ...] = (longest.made_on, *(row.due for row in longest.rows))
    rows = tuple((day.isoformat(), *(_cell(figure(plan, k)) for plan in shown)) for k, day in enumerate(days))
    return Table((_("Due date"), *(plan.title for plan in shown)), rows)


def _cell(fen: int | None) -> str:
    return "–" if fen is None else written(fen)


def _cost_table(shown: tuple[Plan, ...]) -> Table:
    headers = (_("Way to repay"), _("Of what is owed today"), _("Interest"), _("Fees"), _("In all"))
    rows = tuple(
        (plan.title, *(written(fen) for fen in (plan.principal, plan.interest, plan.fees, plan.total_paid)))
        for plan in shown
    )
    return Table(headers, rows)
