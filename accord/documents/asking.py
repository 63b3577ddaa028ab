"""What is asked for, as rows of a box: the way, the amount each month, the term, the first date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import accumulate

from accord.documents.facts import Facts
from accord.documents.phrasing import amount_in_full, long_day, percent
from accord.i18n import N_, _, plural
from accord.loans import Row
from accord.money import to_fen, to_yuan, yuan
from accord.options import Plan, option

Pairs = tuple[tuple[str, str], ...]
MERE_ROUNDING = 100
"""Fen; a last instalment may differ by this much from the others."""


def ask_rows(facts: Facts) -> Pairs:
    """Return what is asked for; blank lines where nothing is chosen yet."""
    if facts.plan is None:
        return _open(facts)
    rows = _chosen(facts, facts.plan)
    if facts.plan.down_payment != to_fen(facts.case.position.can_pay_now or Decimal(0)):
        return rows
    # The same payment already stands beside as what can be paid now; twice, it would read as two payments.
    return tuple(row for row in rows if row[0] != _("Paid at once"))


def instalment_words(plan: Plan) -> str:
    """Return the usual instalment, and in Chinese its capitals."""
    return amount_in_full(to_yuan(plan.usual_instalment))


def term_words(plan: Plan) -> str:
    """Return the number of monthly instalments."""
    return plural(N_("{n} month"), N_("{n} months, one instalment a month"), paid_months(plan))


def promised(plan: Plan) -> tuple[Row, ...]:
    """Return the rows that are offered: without the last one where it only shows what is still owed then."""
    return plan.rows[:-1] if option(plan.option_id).leaves_rest else plan.rows


def instalment_numbers(rows: Iterable[Row]) -> tuple[int, ...]:
    """Return each row's number among those that are paid; 0 in a pause, as a bank counts its instalments."""
    paid = [1 if row.payment else 0 for row in rows]
    return tuple(number if counted else 0 for number, counted in zip(accumulate(paid), paid, strict=True))


def rest_day(plan: Plan) -> date | None:
    """Return the day both sides look again, where a plan leaves a rest that nothing is agreed about yet."""
    return plan.rows[-1].due if option(plan.option_id).leaves_rest else None


def uneven(plan: Plan) -> bool:
    """Tell whether one instalment is larger than the usual one by more than rounding."""
    return max((row.payment for row in promised(plan)), default=0) - plan.usual_instalment > MERE_ROUNDING


def paid_months(plan: Plan) -> int:
    """Return the number of instalments that are paid; the months of a pause are named apart."""
    return sum(1 for row in promised(plan) if row.payment)


def _open(facts: Facts) -> Pairs:
    return (
        (_("Each month"), facts.gap(_("the instalment you ask for (chapter 5)"))),
        (_("Term"), facts.gap(_("the number of months you ask for (chapter 5)"))),
        (_("First payment on"), facts.gap(_("the first due date you ask for (chapter 5)"))),
    )


def _chosen(facts: Facts, plan: Plan) -> Pairs:
    rows = [(_("Arrangement"), plan.title)]
    # A single payment has no term and no monthly amount; a bank clerk would look for a second one.
    if plan.months == 1:
        rows.append((_("One payment of"), amount_in_full(to_yuan(plan.first_instalment))))
        rows.append((_("Paid by"), _first_day(facts, plan.rows[0].due)))
        return (*rows, *_conditions(plan))
    if plan.asked.holiday_months:
        pause = plural(N_("{n} month at first"), N_("{n} months at first"), plan.asked.holiday_months)
        rows.append((_("Nothing to pay for"), pause))
    rows.append((_("Each month"), instalment_words(plan)))
    if uneven(plan):
        rows.append((_("Largest instalment"), yuan(plan.highest_instalment)))
    rows.append((_("Term"), term_words(plan)))
    rows.append((_("First payment on"), _first_day(facts, _first_payment(plan))))
    again = rest_day(plan)
    if again:
        rows.append((_("Look again together on"), long_day(again)))
    return (*rows, *_conditions(plan))


def _first_day(facts: Facts, day: date) -> str:
    """Return the first day asked for; a blank line once it is past, for no bank can agree to it any more."""
    return facts.day(facts.ahead(day), _("the first due date you ask for (chapter 5)"))


def _conditions(plan: Plan) -> Pairs:
    rows: list[tuple[str, str]] = []
    if plan.down_payment:
        rows.append((_("Paid at once"), yuan(plan.down_payment)))
    if plan.waived:
        rows.append((_("Asked to be waived"), yuan(plan.waived)))
    if plan.months > 1 and plan.asked.annual_rate is not None:
        rows.append((_("Yearly rate asked for"), _rate(plan.asked.annual_rate)))
    return tuple(rows)


def _rate(rate: Decimal) -> str:
    # A bare "0%" is overlooked; it is what the bank has to decide about.
    return percent(rate) if rate else _("0% (no interest)")


def _first_payment(plan: Plan) -> date:
    return next((row.due for row in plan.rows if row.payment), plan.rows[0].due)
