"""Low instalments and a final sum (气球贷): pay an amount you can keep, and the rest on a day that is known now."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.case import Debt
from accord.i18n import N_
from accord.loans import Schedule, level_payment, level_then_rest
from accord.money import to_yuan, yuan
from accord.options.base import LOANS, Draft, Fit, Note, Option, Parameter, Request, refused
from accord.options.sliders import (
    level_instalment,
    longest_term,
    months_slider,
    owed_in_yuan,
    rate_notes,
    rate_slider,
    starting_term,
    yuan_slider,
)

FINAL_SUM = N_(
    "The last payment is {amount}, due on the last day of the plan. Where it comes from must be known today."
)
BELOW_INTEREST = N_(
    "{instalment} a month does not cover the interest of {interest}, so the debt would grow. "
    "From {figure} a month it falls; {level} a month would clear it in {months} months."
)


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the instalment, which starts at that of the longest term, the months, and the rate."""
    start = to_yuan(level_instalment(debt, longest_term(debt, on), on)).quantize(Decimal(1))
    title = N_("Instalment until then")
    owed = owed_in_yuan(debt)
    low = min(Decimal(1), owed)
    slider = yuan_slider("instalment", title, low=low, high=owed, default=max(low, min(start, owed)))
    return (slider, months_slider(debt, on, default=min(36, starting_term(debt))), rate_slider(debt, on))


def arrange(request: Request) -> Draft | Fit:
    """Pay the instalment each month, on everything owed, and all that is left with the last one."""
    schedule = level_then_rest(request.terms(request.owed.total), payment=max(1, request.fen("instalment")))
    if "balance_grows" in schedule.flags:
        return _below_interest(request, schedule)
    notes = rate_notes(request.debt, request.annual_rate, request.made_on)
    if schedule.last_payment > schedule.first_payment:
        notes = (Note(FINAL_SUM, {"amount": yuan(schedule.last_payment)}), *notes)
    return Draft(schedule=schedule, notes=notes)


def _below_interest(request: Request, schedule: Schedule) -> Fit:
    """Say what would let the debt fall, and what would clear it; a fen above the level payment, for the odd fen."""
    interest = schedule.rows[0].interest
    level = level_payment(request.terms(request.owed.total)) + 1
    return refused(
        BELOW_INTEREST,
        needed=level,
        instalment=yuan(schedule.first_payment),
        interest=yuan(interest),
        figure=yuan(interest + 1),
        level=yuan(level),
        months=str(request.months),
    )


OPTION = Option(
    id="balloon",
    title=N_("Low instalments and a final sum"),
    what=N_(
        "You pay an instalment you can keep for some years, and all that is left in one sum at the end. "
        "The day and the sum of that last payment are fixed now."
    ),
    who=N_("People who know of money to come on a certain day: a maturing policy, a sale that is signed, a pension."),
    gives=(
        N_("A low instalment until the day the money comes."),
        N_("The bank knows from the start when and how the rest is repaid."),
    ),
    costs=(
        N_("If the money does not come, the last payment cannot be made and the plan breaks at its end."),
        N_("Interest runs on a balance that hardly falls, so it costs more in total."),
    ),
    arguments=(
        N_("Show the paper that proves the money to come, with its day and its amount."),
        N_("Ask for a talk half a year before the last payment, to be put into the agreement."),
    ),
    checks=(N_("Proof of the money to come, and what happens if it is late."),),
    kinds=LOANS,
    rules=("loan.change_by_agreement", "loan.cost_disclosure"),
    parameters=parameters,
    arrange=arrange,
)
