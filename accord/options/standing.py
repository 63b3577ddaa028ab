"""What the days a debt is overdue mean for a way to repay, each with the rule that says so.

Few rules speak of days. Where none does, that is said too: no lender may claim a day that no rule knows.
"""

from __future__ import annotations

from datetime import date

from accord.case import Debt
from accord.days import days_past_due
from accord.i18n import N_
from accord.knowledge.rules import figure
from accord.options.base import CARDS, ByDays, Note, no_day_counts

EXTENSION_RULE = "loan.extension"
GRACE_RULE = "credit_card.grace_days"
CARD_PLAN_RULE = "credit_card.personal_instalment.longest_term"
ORDER_RULE = "loan.payment_order"

STILL_IN_TIME = N_(
    "By what is entered it is not overdue. An extension can be asked for before the due date, so ask now."
)
PAST_THE_DATE = N_(
    "Days overdue: {days}. The law speaks of an extension before the due date. Where that has passed, the same is "
    "asked for as a change of the contract. Either takes the bank's agreement."
)
CARD_PLAN_ANY_DAY = N_(
    "Days overdue: {days}. The rule names no number of days: what counts is that the debt is more than you can repay "
    "and that you want to repay."
)
WITHIN_GRACE = N_(
    "Days overdue: {days}. Cards generally have at least {grace} days of grace, in which a payment still counts as in "
    "time; confirm with the bank."
)
PAST_GRACE = N_(
    "Days overdue: {days}. This is past the {grace} days of grace usual for cards, so what was missed is due too."
)
IN_ORDER = N_(
    "Days overdue: {days}. While a part is overdue, payments generally cover costs and interest before principal; you "
    "may ask for principal first."
)


def extension(debt: Debt, on: date) -> ByDays:
    """Say whether a loan can still be extended before its due date; a card has no such day."""
    if debt.kind in CARDS:
        return no_day_counts(debt, on)
    days = days_past_due(debt.overdue_since, on)
    return ByDays(Note(PAST_THE_DATE, {"days": str(days)}) if days else Note(STILL_IN_TIME), EXTENSION_RULE)


def card_plan(debt: Debt, on: date) -> ByDays:
    """Say that a personalised plan hangs on no number of days."""
    return ByDays(Note(CARD_PLAN_ANY_DAY, _days(debt, on)), CARD_PLAN_RULE)


def contract(debt: Debt, on: date) -> ByDays:
    """Say how going on with the contract stands: a card's days of grace, or in which order a loan's payments count."""
    days = days_past_due(debt.overdue_since, on)
    if debt.kind not in CARDS:
        return ByDays(Note(IN_ORDER, _days(debt, on)), ORDER_RULE)
    grace = int(figure(GRACE_RULE, on))
    message = WITHIN_GRACE if days <= grace else PAST_GRACE
    return ByDays(Note(message, {**_days(debt, on), "grace": str(grace)}), GRACE_RULE)


def _days(debt: Debt, on: date) -> dict[str, str]:
    return {"days": str(days_past_due(debt.overdue_since, on))}
