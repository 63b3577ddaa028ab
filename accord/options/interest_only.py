"""Interest only for a while (先息后本): interest each month, the whole rest in one sum at the end."""

from __future__ import annotations

from datetime import date

from accord.case import Debt
from accord.i18n import N_
from accord.loans import interest_only
from accord.money import yuan
from accord.options.base import LOANS, Draft, Note, Option, Parameter, Request
from accord.options.sliders import months_slider, rate_notes, rate_slider

USUAL_TERM = 12
LONGEST = 36
ONE_SUM = N_("On {day} the whole rest of {amount} falls due in one sum. Choose this only if that money is sure.")


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the months until the final sum and the rate."""
    return (months_slider(debt, on, default=USUAL_TERM, high=LONGEST), rate_slider(debt, on))


def arrange(request: Request) -> Draft:
    """Charge interest each month on everything owed and the whole of it on the last due date."""
    schedule = interest_only(request.terms(request.owed.total))
    last = schedule.rows[-1]
    final = Note(ONE_SUM, {"day": last.due.isoformat(), "amount": yuan(last.payment)})
    return Draft(schedule=schedule, notes=(final, *rate_notes(request.debt, request.annual_rate, request.made_on)))


OPTION = Option(
    id="interest_only",
    title=N_("Interest only, then the rest at once"),
    what=N_(
        "For a while you pay interest alone, so the debt does not grow. At the end the whole rest is due in one sum."
    ),
    who=N_("Borrowers who know which money will repay the rest: a sale, an insurance payment, a finished contract."),
    gives=(
        N_("Among the lowest monthly payments, and the debt does not grow."),
        N_("It keeps the loan alive while something is being sold or finished."),
    ),
    costs=(
        N_("Nothing is repaid until the last day; the large sum is then due at once."),
        N_("If the expected money fails to come, you stand where you began, with a new deadline."),
    ),
    arguments=(
        N_("Bring proof of the money to come: a sales contract, a policy, a signed order."),
        N_("Offer to turn it into equal instalments after the agreed months if the money is late."),
    ),
    checks=(
        N_("Where the final sum comes from, and how sure that is."),
        N_("For a secured loan, the security and its value."),
    ),
    kinds=LOANS,
    rules=("loan.change_by_agreement", "loan.relief_2025"),
    parameters=parameters,
    arrange=arrange,
)
