"""A waiver of interest and charges (减免利息、罚息和费用): part of them is given up, the rest goes into instalments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.budget.means import owed_parts
from accord.case import Debt
from accord.i18n import N_
from accord.loans import equal_instalments
from accord.loans.payoff import share_of
from accord.options.base import ANY_DEBT, FITS, Draft, Fit, Option, Parameter, Request, no_day_for_a_waiver, refused
from accord.options.sliders import ONE, ZERO, down_payment_slider, months_slider, rate_notes, rate_slider

NOTHING_TO_WAIVE = N_(
    "Enter interest, penalty interest and fees apart from the principal first: a waiver can only be asked for these."
)

NOTHING_LEFT = N_("With these figures nothing would be left for instalments. Lower the sum at once, or the waiver.")


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the part to be waived, the term, what is paid at once, and the rate."""
    share = Parameter(
        name="waived_share",
        title=N_("Part of interest, penalty and fees to be waived"),
        unit="share",
        low=ZERO,
        high=ONE,
        default=ONE,
        step=Decimal("0.05"),
    )
    return (share, months_slider(debt, on), down_payment_slider(debt), rate_slider(debt, on))


def extra_fit(debt: Debt) -> Fit:
    """Refuse while nothing beyond the principal is entered."""
    return FITS if owed_parts(debt).beyond_principal else refused(NOTHING_TO_WAIVE)


def arrange(request: Request) -> Draft | Fit:
    """Leave out a share of fees, penalty interest and interest, each rounded once; spread the rest over the term."""
    owed, share = request.owed, request.values["waived_share"]
    waived = sum(share_of(part, share) for part in (owed.fees, owed.penalty_interest, owed.interest))
    at_once = min(request.fen("down_payment"), owed.total - waived)
    rest = owed.total - waived - at_once
    if rest <= 0:
        return refused(NOTHING_LEFT)
    return Draft(
        schedule=equal_instalments(request.terms(rest)),
        waived=waived,
        down_payment=at_once,
        notes=rate_notes(request.debt, request.annual_rate, request.made_on),
    )


OPTION = Option(
    id="waiver",
    title=N_("Waiver of interest and charges, rest in instalments"),
    what=N_(
        "You ask the bank to give up interest, penalty interest or fees that have built up, in whole or in part. "
        "The rest, always with the full principal, is repaid in instalments."
    ),
    who=N_("People whose charges grew through illness, loss of work or another cause they can prove."),
    gives=(
        N_("The debt shrinks before the first instalment."),
        N_("Charges that are disputed can be settled in the same talk."),
    ),
    costs=(
        N_(
            "The law allows a creditor to waive, it does not oblige one. This stays a request, often decided higher up."
        ),
        N_("It may come with conditions, such as a sum at once or all instalments in time."),
    ),
    arguments=(
        N_("Ask for the exact make-up of the balance first; then name the item and the reason."),
        N_("Show that the full principal comes back, and by when."),
    ),
    checks=(
        N_("Proof of the hardship, and since when it has lasted."),
        N_("Whether the charges were worked out as the contract says."),
    ),
    kinds=ANY_DEBT,
    rules=("loan.waiver", "loan.penalty_reduced_by_court", "credit_card.no_interest_on_fees"),
    parameters=parameters,
    arrange=arrange,
    by_days=no_day_for_a_waiver,
    extra_fit=extra_fit,
)
