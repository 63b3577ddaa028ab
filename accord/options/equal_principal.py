"""Equal principal (等额本金): the same principal each month, so that instalments fall as interest shrinks."""

from __future__ import annotations

from datetime import date

from accord.case import Debt
from accord.i18n import N_
from accord.loans import equal_principal
from accord.options.base import LOANS, Draft, Option, Parameter, Request
from accord.options.sliders import months_slider, rate_notes, rate_slider


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the term and the rate."""
    return (months_slider(debt, on), rate_slider(debt, on))


def arrange(request: Request) -> Draft:
    """Spread everything owed over the term with the same principal each month."""
    return Draft(
        schedule=equal_principal(request.terms(request.owed.total)),
        notes=rate_notes(request.debt, request.annual_rate, request.made_on),
    )


OPTION = Option(
    id="equal_principal",
    title=N_("Equal principal, falling instalments"),
    what=N_(
        "Each month you repay the same part of the principal, and interest on what is left. "
        "The first instalment is the highest; every later one is a little lower."
    ),
    who=N_("Borrowers who can carry more now than later, for instance shortly before retirement."),
    gives=(
        N_("Less interest in total than equal instalments over the same term."),
        N_("The burden gets lighter every month."),
    ),
    costs=(
        N_("The highest instalment comes first, which is hard in a tight time."),
        N_("Instalments differ every month, so a standing order needs the exact list."),
    ),
    arguments=(N_("Show that the first year's instalments fit your budget; the later ones then fit too."),),
    checks=(N_("Whether income carries the first instalment."),),
    kinds=LOANS,
    rules=("loan.change_by_agreement", "loan.relief_2025"),
    parameters=parameters,
    arrange=arrange,
)
