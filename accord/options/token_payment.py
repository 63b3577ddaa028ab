"""A small sum a month for now (小额还款): a sign of good will while nothing more is possible."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.case import Debt
from accord.i18n import N_
from accord.loans import level_then_rest
from accord.money import yuan
from accord.options.base import ANY_DEBT, Draft, Fit, Note, Option, Parameter, Request
from accord.options.sliders import ONE, owed_in_yuan, rate_notes, rate_slider, yuan_slider

USUAL_MONTHS = 6
LONGEST = 12
USUAL_TOKEN = Decimal(100)

REST = N_(
    "After these months {amount} is still owed. It is shown as one sum only because nothing else is agreed yet: ask "
    "now for a day to look at it again."
)
GROWS = N_(
    "The small sum does not cover the interest, so the debt grows meanwhile. From {figure} a month it would not."
)


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the small sum, the months it is paid, and the rate."""
    owed = owed_in_yuan(debt)
    sum_a_month = yuan_slider(
        "instalment", N_("Small sum a month"), low=min(ONE, owed), high=owed, default=min(USUAL_TOKEN, owed)
    )
    months = Parameter(
        name="months",
        title=N_("Number of months"),
        unit="months",
        low=ONE,
        high=Decimal(LONGEST),
        default=Decimal(USUAL_MONTHS),
        step=ONE,
    )
    return (sum_a_month, months, rate_slider(debt, on))


def arrange(request: Request) -> Draft | Fit:
    """Pay the small sum for the months asked for; what is left then stands in the month after."""
    terms = request.terms(request.owed.total, months=request.months + 1)
    schedule = level_then_rest(terms, payment=max(1, request.fen("instalment")))
    notes = rate_notes(request.debt, request.annual_rate, request.made_on)
    if "balance_grows" in schedule.flags:
        notes = (Note(GROWS, {"figure": yuan(schedule.rows[0].interest)}), *notes)
    return Draft(schedule=schedule, notes=(Note(REST, {"amount": yuan(schedule.last_payment)}), *notes))


OPTION = Option(
    id="token_payment",
    title=N_("A small sum a month for now"),
    what=N_(
        "For some months you pay a small sum that you can spare, and both sides look again on an agreed day. "
        "It does not pay the debt off; it keeps the talk going."
    ),
    who=N_("People with almost nothing left after necessary spending, who still want to show good will."),
    gives=(
        N_("You stay in touch and can show a payment each month."),
        N_("You promise nothing that you cannot keep."),
    ),
    costs=(
        N_("The debt hardly falls, and where interest runs it may grow."),
        N_(
            "A payment can set the time limit for a claim running anew. For an old debt ask a lawyer before the "
            "first one."
        ),
    ),
    arguments=(
        N_("Show the budget: this sum is what is left, and why."),
        N_("Offer a short report on the day on which both look again."),
    ),
    checks=(N_("The budget, and whether the trouble looks temporary."),),
    kinds=ANY_DEBT,
    rules=("loan.change_by_agreement",),
    parameters=parameters,
    arrange=arrange,
    leaves_rest=True,
)
