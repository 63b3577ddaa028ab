"""Low first, more later (前少后多、阶梯还款): instalments that rise once a year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.case import Debt
from accord.i18n import N_
from accord.loans import step
from accord.money import yuan
from accord.options.base import ANY_DEBT, Draft, Note, Option, Parameter, Request
from accord.options.sliders import ZERO, months_slider, rate_notes, rate_slider, starting_term

USUAL_STEP = Decimal("0.10")
LONG_TERM_STEP = Decimal("0.03")
MEDIUM_TERM = 60
STEEPEST = Decimal("0.50")
GROWS = N_("The first instalments are below the interest, so the debt grows before it falls, up to {amount}.")


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the yearly rise, the term and the rate."""
    rise = Parameter(
        name="yearly_step",
        title=N_("Rise a year"),
        unit="rate",
        low=ZERO,
        high=STEEPEST,
        default=USUAL_STEP if starting_term(debt) <= MEDIUM_TERM else LONG_TERM_STEP,
        step=Decimal("0.01"),
    )
    return (rise, months_slider(debt, on), rate_slider(debt, on))


def arrange(request: Request) -> Draft:
    """Spread everything owed over the term in instalments that rise by a share once a year."""
    schedule = step(request.terms(request.owed.total), growth=request.values["yearly_step"])
    notes = rate_notes(request.debt, request.annual_rate, request.made_on)
    if "balance_grows" in schedule.flags:
        notes = (Note(GROWS, {"amount": yuan(schedule.highest_balance)}), *notes)
    return Draft(schedule=schedule, notes=notes)


OPTION = Option(
    id="step_up",
    title=N_("Low first, more later"),
    what=N_(
        "Instalments begin low and rise once a year by an agreed share. "
        "The term stays fixed and everything owed is repaid."
    ),
    who=N_("People whose income will very likely rise: a new job, an end to training, children who finish school."),
    gives=(
        N_("The lowest payments come first, when money is tightest."),
        N_("The bank sees a plan that grows with your income."),
    ),
    costs=(
        N_("Later instalments are higher than even ones would be; if income does not rise, the plan breaks."),
        N_("More interest in total than equal instalments over the same term, where interest runs."),
    ),
    arguments=(
        N_("Tie each rise to a reason: the end of probation, a raise in the contract, a debt that will be paid off."),
    ),
    checks=(N_("Why income should rise, and whether the last instalment fits it."),),
    kinds=ANY_DEBT,
    rules=("loan.change_by_agreement",),
    parameters=parameters,
    arrange=arrange,
)
