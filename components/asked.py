"""What is asked for each debt: taking a plan, an option or other terms as the ask of the case."""

from __future__ import annotations

from accord.case import Ask, Case, Debt
from accord.i18n import _, plural
from accord.options import Plan, attempt, recommended
from components.amounts import amount_text
from components.page import reader_day
from components.session import current_case, forget_widgets

PAUSE = "payment_holiday"


def headline(plan: Plan) -> str:
    """Return what a plan asks for, in a few words.

    A pause names its months, not the instalment that might follow: somebody with nothing to spare would read that
    amount out on the phone.
    """
    free = plan.asked.holiday_months
    if plan.option_id == PAUSE and free:
        return plural("A pause of {n} month", "A pause of {n} months", free)
    return _("{amount} a month, for {months} months").format(
        amount=amount_text(plan.usual_instalment), months=plan.months
    )


def put_ask(ask: Ask) -> None:
    """Make these terms the ask of their debt."""
    case = current_case()
    case.asks = [*(kept for kept in case.asks if kept.debt_id != ask.debt_id), ask]
    forget_widgets(f"asks.{ask.debt_id}")


def take_option(debt_id: str, option_id: str) -> None:
    """Make an option, with its own defaults, the ask of a debt."""
    debt = current_case().debt(debt_id)
    made = attempt(option_id, debt, None, reader_day()) if debt else None
    if isinstance(made, Plan):
        put_ask(made.asked)


def asked_plan(case: Case, debt: Debt) -> Plan | None:
    """Return the plan of what is asked for a debt, or the one to begin with; None while none can be worked out."""
    ask = case.ask(debt.id)
    made = attempt(ask.option, debt, ask, reader_day()) if ask and ask.option else None
    return made if isinstance(made, Plan) else recommended(case, debt, reader_day()).plan
