"""Pay the minimum (最低还款): what a card asks for each month so that it counts as paid, no more."""

from __future__ import annotations

from datetime import date

from accord.case import Debt
from accord.i18n import N_
from accord.knowledge.rules import figure
from accord.loans import Terms
from accord.loans.payoff import percent_of_balance
from accord.money import yuan
from accord.options import standing
from accord.options.base import CARDS, Draft, Fit, Note, Option, Parameter, Request, refused
from accord.options.sliders import contract_rate, level_instalment, longest_term, percent, rate_notes

SHARE_RULE = "credit_card.minimum_payment.share"
FLOOR = 10_000
"""Fen. The last small amounts are paid off at 100 yuan a month; an assumption, so that the path ends."""

STALLS = N_(
    "Paying only the minimum, this balance would not fall. A fixed {figure} a month would clear it in {months} months."
)
SHARE_ASSUMED = N_("Counted with a minimum of {share} of the balance plus interest; the bank sets the real figure.")


def parameters(_debt: Debt, _on: date) -> tuple[Parameter, ...]:
    """Return no slider: the bank sets the minimum."""
    return ()


def arrange(request: Request) -> Draft | Fit:
    """Pay a share of the balance and all interest each month, on everything owed, until it is cleared."""
    rate, share = contract_rate(request.debt, request.made_on), figure(SHARE_RULE, request.made_on)
    terms = Terms(principal=request.owed.total, annual_rate=rate, months=1, first_due=request.first_due)
    payoff = percent_of_balance(terms, percent=share, floor=FLOOR, interest_on_top=True)
    if payoff.schedule is None:
        months = longest_term(request.debt, request.made_on)
        needed = level_instalment(request.debt, months, request.made_on)
        return refused(STALLS, needed=needed, figure=yuan(needed), months=str(months))
    notes = (Note(SHARE_ASSUMED, {"share": percent(share)}), *rate_notes(request.debt, rate, request.made_on))
    return Draft(schedule=payoff.schedule, notes=notes)


OPTION = Option(
    id="minimum_payment",
    title=N_("Pay only the minimum"),
    what=N_(
        "You pay the minimum on each bill. It falls from month to month, and so does the balance, but slowly. "
        "All the rest goes on bearing interest."
    ),
    who=N_("Card holders who are short for one or two months and know when that ends."),
    gives=(
        N_("Nothing has to be negotiated, and a bill whose minimum is paid in time is not overdue."),
        N_("You may pay more in any month in which you can."),
    ),
    costs=(
        N_("The first payments are the highest, just when money is short."),
        N_("Interest runs on what is left; this is one of the dearest ways to repay."),
        N_("Once you are overdue, the minimum also contains earlier unpaid amounts."),
    ),
    arguments=(N_("Use it as a bridge and say so: until when, and which instalment follows."),),
    checks=(N_("Only whether the minimum arrives by the due date."),),
    kinds=CARDS,
    rules=(SHARE_RULE, "credit_card.interest.daily_rate", "credit_card.grace_days"),
    parameters=parameters,
    arrange=arrange,
    by_days=standing.contract,
)
