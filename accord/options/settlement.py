"""Settlement in one sum (一次性减免结清): a sum at once, and the bank gives up the rest."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, Decimal

from accord.budget.means import owed_parts
from accord.case import Debt
from accord.i18n import N_
from accord.loans import Terms, equal_instalments
from accord.money import to_yuan
from accord.options.base import ANY_DEBT, Draft, Fit, Note, Option, Parameter, Request, no_day_for_a_waiver, refused
from accord.options.sliders import owed_in_yuan, yuan_slider

NOTHING_OFFERED = N_("Enter the sum you could pay at once.")
IN_WRITING = N_(
    "Pay only when the bank has agreed in writing that this sum closes the debt, and only into its own account."
)
NOTHING_WAIVED = N_("At this sum nothing is waived: it pays off the debt in full.")
LOWEST_PART = Decimal("0.05")


def parameters(debt: Debt, _on: date) -> tuple[Parameter, ...]:
    """Return one slider: the sum, which starts at the principal."""
    owed = owed_in_yuan(debt)
    low = (owed * LOWEST_PART).quantize(Decimal(1), rounding=ROUND_DOWN)
    start = to_yuan(owed_parts(debt).principal)
    return (yuan_slider("settlement", N_("Sum paid at once"), low=low, high=owed, default=max(low, start)),)


def arrange(request: Request) -> Draft | Fit:
    """Pay the sum on the first due date; everything else is waived."""
    amount = request.fen("settlement")
    if amount <= 0:
        return refused(NOTHING_OFFERED)
    terms = Terms(principal=amount, annual_rate=Decimal(0), months=1, first_due=request.first_due)
    waived = request.owed.total - amount
    notes = (Note(IN_WRITING),) if waived else (Note(NOTHING_WAIVED), Note(IN_WRITING))
    return Draft(schedule=equal_instalments(terms), waived=waived, notes=notes)


OPTION = Option(
    id="settlement",
    title=N_("Settlement in one sum"),
    what=N_(
        "You pay one sum that is less than what is owed, and the bank closes the debt. "
        "The slider starts at the principal: everything beyond it would be waived."
    ),
    who=N_("People who can raise a sum once, from their own means, without new debt."),
    gives=(
        N_("One payment, and the debt is closed."),
        N_("The bank is spared further collection."),
    ),
    costs=(
        N_("The money is needed at once. Do not borrow elsewhere for it, and leave yourself enough to live."),
        N_("Whether the bank agrees, and to which sum, is its own decision; nothing can be counted on."),
        N_("Ask before you pay how the bank will report it to the credit record."),
    ),
    arguments=(
        N_("Say where the sum comes from, that it is all there is, and until which day it is available."),
        N_("Ask for a settlement agreement first and a settlement certificate afterwards, both in writing."),
    ),
    checks=(
        N_("Where the money comes from, and what else you own."),
        N_("How long the debt has been overdue, and what the bank could otherwise expect."),
    ),
    kinds=ANY_DEBT,
    rules=("loan.waiver", "loan.change_by_agreement"),
    parameters=parameters,
    arrange=arrange,
    by_days=no_day_for_a_waiver,
)
