"""A payment holiday (暂缓还款): some months without an instalment, then equal instalments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.case import Debt
from accord.i18n import N_
from accord.loans.holiday import Holiday, with_holiday
from accord.options import standing
from accord.options.base import ANY_DEBT, Draft, Note, Option, Parameter, Request
from accord.options.sliders import ONE, is_card, longest_term, months_slider, rate_notes, rate_slider

USUAL_HOLIDAY = 3
LONGEST_HOLIDAY = 12
DEFERRED = N_(
    "Interest of the free months is spread over the later instalments and bears no interest itself. "
    "That is part of the request; the bank may count differently."
)


def parameters(debt: Debt, on: date) -> tuple[Parameter, ...]:
    """Return sliders for the free months, the months after them and the rate."""
    free = Parameter(
        name="holiday_months",
        title=N_("Months without an instalment"),
        unit="months",
        low=ONE,
        high=Decimal(LONGEST_HOLIDAY),
        default=Decimal(USUAL_HOLIDAY),
        step=ONE,
    )
    return (free, months_slider(debt, on), rate_slider(debt, on))


def arrange(request: Request) -> Draft:
    """Put free months before equal instalments on everything owed; a card's plan keeps its longest term all in all."""
    free = int(request.values["holiday_months"])
    most = longest_term(request.debt, request.made_on) - free if is_card(request.debt) else request.months
    months = min(request.months, most)
    terms = request.terms(request.owed.total, months=months)
    plan = with_holiday(terms, Holiday(months=free, treatment="accrue_defer"))
    notes = rate_notes(request.debt, request.annual_rate, request.made_on)
    return Draft(schedule=plan.schedule, notes=(Note(DEFERRED), *notes) if plan.deferred_interest else notes)


OPTION = Option(
    id="payment_holiday",
    title=N_("Payment holiday"),
    what=N_(
        "For some months no instalment is due, or only a small sum as a sign of good will. "
        "Afterwards you repay in equal instalments."
    ),
    who=N_("People whose income has stopped or fallen, with a day in sight on which it may come back."),
    gives=(
        N_("It gives time to find work, get well or wait for money that is on its way."),
        N_("You promise nothing that you cannot keep today."),
    ),
    costs=(
        N_("Unless agreed otherwise interest runs on, so every later instalment is higher."),
        N_("Without a written agreement the debt stays overdue and collection may go on."),
    ),
    arguments=(
        N_("Name the month in which income returns, and what you base it on: a contract, a season, a treatment plan."),
        N_("Offer a small sum in the meantime and a short report each month."),
    ),
    checks=(
        N_("Proof of what happened: notice of dismissal, medical papers, a certificate of disaster."),
        N_("Whether the trouble looks temporary."),
    ),
    kinds=ANY_DEBT,
    rules=("loan.change_by_agreement", "loan.extension", "loan.relief_2025"),
    parameters=parameters,
    arrange=arrange,
    by_days=standing.extension,
)
