"""Keep paying as contracted (按原合同还款): nothing changes; everything else is measured against it."""

from __future__ import annotations

from datetime import date

from accord.budget.means import owed_parts
from accord.case import Debt
from accord.i18n import N_
from accord.loans import Terms
from accord.loans.payoff import fixed_payment
from accord.money import to_fen, to_yuan, yuan
from accord.options import standing
from accord.options.base import ANY_DEBT, FITS, Draft, Fit, Option, Parameter, Request, refused
from accord.options.sliders import contract_rate, level_instalment, rate_notes, yuan_slider

CLEARED_WITHIN = 60
"""Months in which the figure named instead would clear the debt. Our own choice, no rule's: five years is about as far
as a household can look ahead, and most contracts are done by then."""
UNKNOWN_INSTALMENT = N_("Enter the contract's instalment, or how many months are left. One of the two is enough.")
NEVER_ENDS = N_(
    "At {instalment} a month this debt never ends: interest alone is {interest} a month. "
    "{figure} a month would clear it in {months} months."
)


def contract_instalment(debt: Debt, on: date) -> int | None:
    """Return the contract's instalment in fen, worked out from the months left when it is not entered.

    `on` is the day whose usual rate counts where the contract's is not known.
    """
    if debt.contract_instalment:
        return to_fen(debt.contract_instalment)
    return level_instalment(debt, debt.months_left, on) if debt.months_left else None


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return one slider: the instalment, up to all that is owed."""
    owed = to_yuan(owed_parts(debt).total)
    low = min(to_yuan(1), owed)
    start = max(low, to_yuan(contract_instalment(debt, on) or 0))
    title = N_("Instalment a month")
    return (yuan_slider("instalment", title, low=low, high=max(owed, start), default=start),)


def extra_fit(debt: Debt) -> Fit:
    """Refuse while neither the instalment nor the months left are known."""
    return FITS if debt.contract_instalment or debt.months_left else refused(UNKNOWN_INSTALMENT)


def arrange(request: Request) -> Draft | Fit:
    """Pay the instalment on all that is owed, at the contract's rate, until it is cleared."""
    rate = contract_rate(request.debt, request.made_on)
    terms = Terms(principal=request.owed.total, annual_rate=rate, months=1, first_due=request.first_due)
    payment = max(1, request.fen("instalment"))
    payoff = fixed_payment(terms, payment=payment)
    if payoff.schedule is None:
        needed = max(payoff.least_payment, level_instalment(request.debt, CLEARED_WITHIN, request.made_on))
        return refused(
            NEVER_ENDS,
            needed=needed,
            instalment=yuan(payment),
            interest=yuan(payoff.first_interest),
            figure=yuan(needed),
            months=str(CLEARED_WITHIN),
        )
    return Draft(schedule=payoff.schedule, notes=rate_notes(request.debt, rate, request.made_on))


OPTION = Option(
    id="keep_paying",
    title=N_("Keep paying as agreed"),
    what=N_(
        "You go on with the instalment the contract sets, until nothing is owed. "
        "What is overdue now is part of what is repaid."
    ),
    who=N_("Anyone whose budget carries the instalment every month, not only this one."),
    gives=(
        N_("Nothing has to be negotiated, and what you pay each month stays as it is."),
        N_("It is the yardstick: compare every other way with this one."),
    ),
    costs=(
        N_("Interest runs at the contract's rate to the end."),
        N_("While an overdue part is open, penalty interest or late fees can go on."),
    ),
    arguments=(N_("Say which day of the month your money comes in; a due date just after it is easier to keep."),),
    checks=(N_("Whether the overdue part is paid up, and from which account the instalment is drawn."),),
    kinds=ANY_DEBT,
    rules=("loan.payment_order", "credit_card.grace_days"),
    parameters=parameters,
    arrange=arrange,
    by_days=standing.contract,
    extra_fit=extra_fit,
)
