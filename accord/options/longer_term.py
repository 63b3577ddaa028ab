"""A longer term (延长还款期限): the same debt over more months, so that each instalment falls."""

from __future__ import annotations

from datetime import date

from accord.case import Debt
from accord.i18n import N_
from accord.loans import equal_instalments
from accord.options import standing
from accord.options.base import LOANS, Draft, Option, Parameter, Request
from accord.options.sliders import longest_term, months_slider, rate_notes, rate_slider, starting_term


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the term, which starts at half as long again as now, and the rate."""
    longer = min(longest_term(debt, on), starting_term(debt) * 3 // 2)
    return (months_slider(debt, on, default=longer), rate_slider(debt, on))


def arrange(request: Request) -> Draft:
    """Spread everything owed over the term in equal instalments."""
    return Draft(
        schedule=equal_instalments(request.terms(request.owed.total)),
        notes=rate_notes(request.debt, request.annual_rate, request.made_on),
    )


OPTION = Option(
    id="longer_term",
    title=N_("Longer term"),
    what=N_(
        "What is owed, the overdue part included, is spread over more months in equal instalments. "
        "Each month costs less, all months together cost more."
    ),
    who=N_("Borrowers whose income is steady but too small for the instalment. For cards there is a way of their own."),
    gives=(
        N_("The instalment falls at once and stays the same to the end."),
        N_("The bank receives the whole principal, so it gives up less than with a waiver."),
    ),
    costs=(
        N_("Interest runs for more months."),
        N_("Before the loan ends you are bound for longer, also in better times; ask whether you may repay early."),
    ),
    arguments=(
        N_("Show the instalment you can keep to the last month, and the budget it comes from."),
        N_("Ask before the due date where that is still possible: the law speaks of an extension before that day."),
    ),
    checks=(
        N_("Proof of income and a budget, and how you paid before the trouble began."),
        N_("For a secured loan, the security and whether a guarantor agrees."),
    ),
    kinds=LOANS,
    rules=("loan.extension", "loan.relief_2025", "loan.change_by_agreement", "loan.cost_disclosure"),
    parameters=parameters,
    arrange=arrange,
    by_days=standing.extension,
)
