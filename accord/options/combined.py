"""A pause, then instalments, with charges waived: three months free, then fifty-seven instalments, penalty waived."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.case import Debt
from accord.i18n import N_
from accord.loans.holiday import Holiday, with_holiday
from accord.loans.payoff import share_of
from accord.options import standing
from accord.options.base import ANY_DEBT, Draft, Fit, Note, Option, Parameter, Request, refused
from accord.options.payment_holiday import DEFERRED, LONGEST_HOLIDAY, USUAL_HOLIDAY
from accord.options.sliders import ONE, ZERO, is_card, longest_term, months_slider, rate_notes, rate_slider
from accord.options.waiver import NOTHING_LEFT

ONE_BY_ONE = N_("This asks for three things at once. Say which matters most, in case only one is granted.")


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the free months, the months after them, the part to be waived and the rate."""
    longest = longest_term(debt, on)
    free = Parameter(
        name="holiday_months",
        title=N_("Months without an instalment"),
        unit="months",
        low=ONE,
        high=Decimal(LONGEST_HOLIDAY),
        default=Decimal(USUAL_HOLIDAY),
        step=ONE,
    )
    share = Parameter(
        name="waived_share",
        title=N_("Part of interest, penalty and fees to be waived"),
        unit="share",
        low=ZERO,
        high=ONE,
        default=ONE,
        step=Decimal("0.05"),
    )
    after = longest - USUAL_HOLIDAY if is_card(debt) else None
    return (free, months_slider(debt, on, default=after), share, rate_slider(debt, on))


def arrange(request: Request) -> Draft | Fit:
    """Leave out the waived charges, each rounded once, put the free months first and spread the rest after them."""
    owed, share = request.owed, request.values["waived_share"]
    free = int(request.values["holiday_months"])
    waived = sum(share_of(part, share) for part in (owed.fees, owed.penalty_interest, owed.interest))
    if owed.total <= waived:
        return refused(NOTHING_LEFT)
    most = longest_term(request.debt, request.made_on) - free if is_card(request.debt) else request.months
    months = min(request.months, most)
    terms = request.terms(owed.total - waived, months=months)
    plan = with_holiday(terms, Holiday(months=free, treatment="accrue_defer"))
    notes = (Note(ONE_BY_ONE), *rate_notes(request.debt, request.annual_rate, request.made_on))
    if plan.deferred_interest:
        notes = (Note(DEFERRED), *notes)
    return Draft(schedule=plan.schedule, waived=waived, notes=notes)


OPTION = Option(
    id="combined",
    title=N_("A pause, then instalments, charges waived"),
    what=N_(
        "Some months without an instalment, then equal instalments, and interest, penalty or fees that have built up "
        "are given up in whole or in part."
    ),
    who=N_("People whose income is gone now, has a day on which it may come back, and whose charges grew meanwhile."),
    gives=(
        N_("One agreement in place of three talks."),
        N_("Nothing is due while nothing comes in, and the debt does not start higher than its principal."),
    ),
    costs=(
        N_("Asking for much at once is refused more easily than asking for one thing."),
        N_("The law allows each part of it by agreement; it obliges the bank to none."),
    ),
    arguments=(
        N_("Name the month in which you begin to pay, and the instalment you can then keep."),
        N_("Show that the full principal comes back, and by when."),
    ),
    checks=(
        N_("Proof of what happened, and of the day on which income returns."),
        N_("Whether the first instalment after the pause fits the budget."),
    ),
    kinds=ANY_DEBT,
    rules=("loan.change_by_agreement", "loan.extension", "loan.waiver", "loan.relief_2025"),
    parameters=parameters,
    arrange=arrange,
    by_days=standing.extension,
)
