"""The proposal: what the plan means in figures, its schedule, one chart."""

from __future__ import annotations

from collections.abc import Iterable

from accord.charts.plans import balance_over_time
from accord.documents.asking import instalment_numbers, paid_months, promised, rest_day, uneven
from accord.documents.blocks import Block, ChartBlock, Column, Heading, KeyValues, Paragraph, Small, Table
from accord.documents.facts import Facts
from accord.documents.phrasing import long_day, percent
from accord.i18n import N_, _, plural
from accord.loans import Row
from accord.money import to_yuan, yuan
from accord.options import Plan

FIRST_ROWS = 6
MOST_ROWS = 14
MORE = 2
IN_A_PAUSE = "–"
"""Stands for the number of a month in which nothing is paid."""


def proposal(facts: Facts, *, full: bool = False) -> tuple[Block, ...]:
    """Return the proposal from what the person chose to ask; without a choice, the day by which it comes.

    Args:
        facts: what the paper knows.
        full: every row of the schedule, for the person's own set; otherwise six rows and a line for each twelve months.
    """
    plan = facts.plan
    if plan is None:
        text = _("I will send {you} my income, spending and a proposal for an arrangement by {day}.")
        return (Heading(_("Proposal")), Paragraph(text.format(you=facts.you, day=facts.plan_by)))
    # One or two points make no picture.
    chart = (ChartBlock(balance_over_time((plan,))),) if plan.months > MORE and rest_day(plan) is None else ()
    return (
        Heading(_("Proposal")),
        KeyValues(figures(plan)),
        schedule_table(promised(plan), full=full),
        *chart,
        Small(_("Worked out from the amounts above; the records of {you} are decisive.").format(you=facts.you)),
    )


def figures(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Return the plan's figures by name."""
    rows = [(_("Arrangement"), plan.title), (_("Owed when it begins"), yuan(plan.owed))]
    if plan.waived:
        rows.append((_("Asked to be waived"), yuan(plan.waived)))
    if plan.down_payment:
        rows.append((_("Paid at once"), yuan(plan.down_payment)))
    rows += _how(plan)
    again = rest_day(plan)
    if again:
        rows += [
            (_("Look again together on"), long_day(again)),
            (_("Still owed then"), yuan(plan.rows[-1].payment)),
        ]
        return tuple(rows)
    rows += [
        (
            _("Paid in all"),
            _("{paid}, of it interest {interest} and fees {fees}").format(
                paid=yuan(plan.total_paid), interest=yuan(plan.interest), fees=yuan(plan.fees)
            ),
        ),
        (_("Paid off on"), long_day(plan.paid_off_on)),
    ]
    if plan.nominal_rate:
        rows.append((_("Yearly rate (IRR×12)"), percent(plan.nominal_rate)))
    return tuple(rows)


def schedule_table(rows: Iterable[Row], *, full: bool = False) -> Table:
    """Return the schedule; long ones as six rows and then a line for each twelve months."""
    rows = tuple(rows)
    columns = (
        Column(_("No."), 0.7),
        Column(_("Due date"), 1.6),
        Column(_("Instalment (yuan)"), 1.2, "right"),
        Column(_("of it principal"), 1.2, "right"),
        Column(_("of it interest and fees"), 1.2, "right"),
        Column(_("Balance (yuan)"), 1.2, "right"),
    )
    numbered = tuple(zip(instalment_numbers(rows), rows, strict=True))
    shown = numbered if full or len(rows) <= MOST_ROWS else numbered[:FIRST_ROWS]
    # Six rows let the officer check the arithmetic; the years after that show only where it leads.
    blocks = (_block(numbered[start : start + 12]) for start in range(len(shown), len(rows), 12))
    total = (
        _("Sum"),
        "",
        _plain(sum(row.payment for row in rows)),
        _plain(sum(row.principal for row in rows)),
        _plain(sum(row.interest + row.fee for row in rows)),
        "",
    )
    return Table(columns, (*(_single(number, row) for number, row in shown), *blocks), total)


def _how(plan: Plan) -> tuple[tuple[str, str], ...]:
    # "1 instalment each month" would make a clerk look for the second one.
    if plan.months == 1:
        return ((_("One payment of"), yuan(plan.first_instalment)),)
    return ((_("Put into instalments"), yuan(plan.restructured)), (_("Instalments"), _instalments(plan)))


def _instalments(plan: Plan) -> str:
    count = plural(N_("{n} instalment"), N_("{n} instalments"), paid_months(plan))
    usual = _("{count}, {amount} each month").format(count=count, amount=yuan(plan.usual_instalment))
    if not uneven(plan):
        return usual
    return _("{usual}, the largest {amount}").format(usual=usual, amount=yuan(plan.highest_instalment))


def _single(number: int, row: Row) -> tuple[str, ...]:
    cost = row.interest + row.fee
    return (
        str(number) if number else IN_A_PAUSE,
        row.due.isoformat(),
        _plain(row.payment),
        _plain(row.principal),
        _plain(cost),
        _plain(row.balance),
    )


def _block(numbered: tuple[tuple[int, Row], ...]) -> tuple[str, ...]:
    if len(numbered) == 1:
        return _single(*numbered[0])
    rows = tuple(row for _number, row in numbered)
    numbers = [number for number, _row in numbered if number]
    first, last = rows[0], rows[-1]
    return (
        f"{numbers[0]}–{numbers[-1]}" if numbers else IN_A_PAUSE,
        f"{first.due:%Y-%m} – {last.due:%Y-%m}",
        _plain(sum(row.payment for row in rows)),
        _plain(sum(row.principal for row in rows)),
        _plain(sum(row.interest + row.fee for row in rows)),
        _plain(last.balance),
    )


def _plain(fen: int) -> str:
    return f"{to_yuan(fen):,.2f}"
