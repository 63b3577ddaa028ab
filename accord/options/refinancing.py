"""A new loan to pay off this one (借新还旧): shown with its dangers, never proposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accord.case import Debt
from accord.i18n import N_
from accord.loans import equal_instalments
from accord.options.base import ANY_DEBT, Draft, Note, Option, Parameter, Request
from accord.options.sliders import HIGHEST_UNKNOWN_RATE, contract_rate, months_slider, rate_slider

WARNING = N_(
    "We do not propose this. A new loan moves the debt and does not make it smaller; some who offer such loans take "
    "fees in advance, or your papers. Pay nobody in advance, and give nobody codes, cards or passwords."
)
OTHER_COSTS = N_("Counted without the fees of a new loan. Ask for its yearly rate with all costs, in writing.")


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the months and the rate of the new loan, which starts at this contract's."""
    rate = rate_slider(debt, on, default=contract_rate(debt, on) or HIGHEST_UNKNOWN_RATE / 2)
    # Somebody else's loan does not end at this contract's rate, least of all where this one bears no interest.
    return (months_slider(debt, on), replace(rate, high=max(rate.high, HIGHEST_UNKNOWN_RATE), own=True))


def arrange(request: Request) -> Draft:
    """Repay everything owed through a new loan in equal instalments."""
    return Draft(
        schedule=equal_instalments(request.terms(request.owed.total)), notes=(Note(WARNING), Note(OTHER_COSTS))
    )


OPTION = Option(
    id="refinancing",
    title=N_("A new loan to pay off this one (not advised)"),
    what=N_(
        "Somebody lends you the whole sum, you pay off this debt, and then repay the new one. "
        "It stands here so that it can be compared, because people in arrears are often offered it."
    ),
    who=N_("Hardly anybody who is already in arrears. Inside one bank, at a lower rate and without fees, it can help."),
    gives=(N_("One creditor in place of several, if the new rate with all costs is truly lower."),),
    costs=(
        N_("New fees, often a higher rate, and a debt that begins anew."),
        N_("Where a home is put up as security, an unsecured debt becomes one that can cost the home."),
        N_("Offers to people in arrears can be fraud: fees in advance, papers misused, money that never comes."),
    ),
    arguments=(N_("Ask the present bank first whether it changes this loan itself; that costs nothing."),),
    checks=(N_("Income, arrears and all other debts; after arrears a lender may well refuse."),),
    kinds=ANY_DEBT,
    rules=("loan.change_by_agreement", "loan.cost_disclosure"),
    parameters=parameters,
    arrange=arrange,
    recommendable=False,
)
