"""A lower rate (下调利率): the same term, less interest."""

from __future__ import annotations

from datetime import date

from accord.case import Debt
from accord.i18n import N_
from accord.loans import equal_instalments
from accord.options.base import FITS, LOANS, Draft, Fit, Option, Parameter, Request, refused
from accord.options.sliders import ZERO, months_slider, rate_slider

RATE_FIRST = N_("Enter the yearly rate first; it stands in the contract or in the bank's app.")
NO_RATE_TO_CUT = N_("By what is entered no interest runs, so there is no rate to lower.")


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the rate, which starts at half the contract's, and the term."""
    half = (debt.annual_rate or ZERO) / 2
    return (rate_slider(debt, on, default=half), months_slider(debt, on))


def extra_fit(debt: Debt) -> Fit:
    """Refuse while no rate is known that could be lowered."""
    if debt.annual_rate is None:
        return refused(RATE_FIRST)
    return FITS if debt.annual_rate else refused(NO_RATE_TO_CUT)


def arrange(request: Request) -> Draft:
    """Spread everything owed over the term in equal instalments at the rate asked for."""
    return Draft(schedule=equal_instalments(request.terms(request.owed.total)))


OPTION = Option(
    id="rate_cut",
    title=N_("Lower interest rate"),
    what=N_(
        "The bank lowers the rate for the rest of the term or for an agreed time. "
        "Everything owed is repaid in equal instalments."
    ),
    who=N_("Borrowers with a high contract rate and a good record before the trouble began."),
    gives=(
        N_("Instalment and total cost both fall, without a longer term."),
        N_("The bank still receives the whole principal."),
    ),
    costs=(
        N_("The bank gives up income, so it may offer this only for some months or with conditions."),
        N_("The slider shows what it would mean; no rule sets a figure."),
    ),
    arguments=(
        N_("Compare the contract's rate with what the same bank offers new customers today."),
        N_("Point to the months you paid in time, and to what you can keep at the lower rate."),
    ),
    checks=(
        N_("Your record with the bank, and whether lower interest makes the plan hold."),
        N_("Who may decide it; ask for the post-loan department."),
    ),
    kinds=LOANS,
    rules=("loan.change_by_agreement", "loan.relief_2025", "loan.cost_disclosure"),
    parameters=parameters,
    arrange=arrange,
    extra_fit=extra_fit,
)
