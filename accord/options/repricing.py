"""Repricing (调整合同利率): the loan stays as it is, only its rate follows what is usual today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from accord.case import Debt
from accord.i18n import N_
from accord.loans import level_payment, repriced
from accord.money import yuan
from accord.options.base import FITS, LOANS, Draft, Fit, Note, Option, Parameter, Request, refused
from accord.options.rate_cut import NO_RATE_TO_CUT, RATE_FIRST
from accord.options.sliders import ONE, ZERO, rate_slider

MONTHS_FIRST = N_("Enter how many months are left first; it stands in the contract or in the bank's app.")
CHANGE = N_("The instalment goes from {before} to {after}, for the same months.")
CHANGE_LATER = N_("From {day} on the instalment goes from {before} to {after}, for the same months.")
A_YEAR = 12


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the new rate, which starts at nine tenths of the contract's, and when it begins.

    It begins on a day the contract names, at most a year away; one instalment at least is left for it.
    """
    waits = Parameter(
        name="repricing_after",
        title=N_("Instalments at the old rate first"),
        unit="months",
        low=ZERO,
        high=Decimal(max(0, min(A_YEAR, (debt.months_left or 1) - 1))),
        default=ZERO,
        step=ONE,
    )
    return (rate_slider(debt, on, default=(debt.annual_rate or ZERO) * 9 / 10), waits)


def extra_fit(debt: Debt) -> Fit:
    """Refuse while the contract's rate or its months are not known."""
    if debt.annual_rate is None:
        return refused(RATE_FIRST)
    if not debt.months_left:
        return refused(MONTHS_FIRST)
    return FITS if debt.annual_rate else refused(NO_RATE_TO_CUT)


def arrange(request: Request) -> Draft:
    """Pay the first instalments at the contract's rate, then set the new one; the months that are left stay."""
    months, after = request.debt.months_left or 1, int(request.values["repricing_after"])
    contract = request.debt.annual_rate or ZERO
    terms = replace(request.terms(request.owed.total, months=months), annual_rate=contract)
    schedule = repriced(terms, after=after, annual_rate=request.annual_rate)
    figures = {"before": yuan(level_payment(terms)), "after": yuan(schedule.rows[after].payment)}
    day = {"day": schedule.rows[after].due.isoformat()} if after else {}
    return Draft(schedule=schedule, notes=(Note(CHANGE_LATER if after else CHANGE, figures | day),))


OPTION = Option(
    id="repricing",
    title=N_("Today's rate for the same months"),
    what=N_(
        "Many loans name a day in the year on which the rate may be set anew, following a published base rate. "
        "You ask what yours would be today, and for the change on the next such day."
    ),
    who=N_("Borrowers, of home loans above all, whose rate was fixed when rates were higher."),
    gives=(
        N_("A lower instalment without a longer term and without a new contract."),
        N_("It is an ordinary change, not a concession for people in trouble."),
    ),
    costs=(
        N_("With a floating rate it can also rise again later."),
        N_("It often helps only a little; a longer term lowers the instalment more."),
    ),
    arguments=(
        N_("Quote the clause of your contract that says how and when the rate is set."),
        N_("Ask which rate the same bank gives new customers for such a loan today."),
    ),
    checks=(N_("Whether the contract allows it, and whether payments are up to date."),),
    kinds=LOANS,
    rules=("loan.change_by_agreement", "loan.cost_disclosure"),
    parameters=parameters,
    arrange=arrange,
    extra_fit=extra_fit,
)
