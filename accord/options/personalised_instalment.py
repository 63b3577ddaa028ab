"""A personalised instalment plan (个性化分期): all that a card owes, in equal parts, up to the longest term."""

from __future__ import annotations

from datetime import date

from accord.case import Debt
from accord.i18n import N_
from accord.loans import equal_instalments
from accord.options import standing
from accord.options.base import CARDS, Draft, Option, Parameter, Request
from accord.options.sliders import CARD_PLAN_RULE, down_payment_slider, months_slider, rate_notes, rate_slider


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the term, what is paid at once, and the rate, which starts at 0."""
    return (months_slider(debt, on), down_payment_slider(debt), rate_slider(debt, on))


def arrange(request: Request) -> Draft:
    """Spread everything owed, less what is paid at once, over the term in equal instalments."""
    at_once = request.fen("down_payment")
    return Draft(
        schedule=equal_instalments(request.terms(request.owed.total - at_once)),
        down_payment=at_once,
        notes=rate_notes(request.debt, request.annual_rate, request.made_on),
    )


OPTION = Option(
    id="personalised_instalment",
    title=N_("Personalised instalment plan"),
    what=N_(
        "Everything the card owes is put into equal instalments "
        "over at most {credit_card.personal_instalment.longest_term:years} years. "
        "Card rules name this way: the bank may agree to it when the debt is more than you can repay "
        "and you still want to repay."
    ),
    who=N_("Credit-card holders only. A balance that is already in instalments may be part of it."),
    gives=(
        N_("One fixed amount a month; once it is signed, collection stops for as long as you keep to it."),
        N_("You may ask that no further interest or fees run during the plan; the agreement must say whether they do."),
    ),
    costs=(
        N_("The bank may agree, it does not have to."),
        N_("Until it is paid off you promise not to apply for any credit card."),
        N_("A missed instalment can end the plan; choose one that also holds in a bad month."),
    ),
    arguments=(
        N_("Say both things the rule asks for: what you cannot pay, with figures, and that you are willing to repay."),
        N_("A sum paid at once, even a small one, shows that you mean it."),
        N_("A plan that is kept can return more to the bank than a sale of the debt."),
    ),
    checks=(
        N_("Income, spending and all debts, with proof."),
        N_("Whether you can be reached, and whether earlier promises were kept."),
    ),
    kinds=CARDS,
    rules=(
        CARD_PLAN_RULE,
        "credit_card.personal_instalment.contents",
        "credit_card.personal_instalment.collection_stops",
        "credit_card.instalments_again",
    ),
    parameters=parameters,
    arrange=arrange,
    by_days=standing.card_plan,
)
