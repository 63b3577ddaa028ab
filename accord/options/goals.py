"""Goal seek in every direction: a term for a payment, a payment for a term, a waiver that makes a payment work.

The answer is never a bare no: where a goal cannot be reached, the figure that would reach it stands beside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accord.case import Ask, Debt
from accord.i18n import N_, _
from accord.loans import Terms, level_payment
from accord.money import to_yuan, yuan
from accord.options.base import Fit, Option, Parameter
from accord.options.catalogue import option
from accord.options.making import attempt
from accord.options.plan import Plan
from accord.options.seeking import months_for, waiver_for

PAYMENT_NEEDED = N_("This takes {figure} a month over {months} months.")
TERM_NEEDED = N_("Not within {months} months: the shortest this way allows is {figure}.")
ONE_SUM_LEFT = N_(
    "Every payment but the last would do: that one is {sum}. Equal instalments would take {figure} a month over "
    "{months} months."
)
NOT_PAID_OFF = N_(
    "This way does not pay the debt off: {sum} would be left. Equal instalments would take {figure} a month over "
    "{months} months."
)
WAIVER_NOT_ENOUGH = N_("Even with all charges waived it takes {figure} a month.")


ONE_SUM_IS_MEANT = frozenset({"settlement"})
"""Ways that are one sum and nothing else."""


@dataclass(frozen=True)
class Goal:
    """What a search found.

    Attributes:
        plan: the plan that reaches the goal; None when none does.
        nearest: the plan that comes closest when none does; None when the option does not fit at all.
        needed: the instalment (fen) that would do, or the months when a term was aimed at that is too short; None
            when the option does not fit. Where a way leaves a rest, always the instalment that would clear it.
        note: in words why not and what would; empty when the goal is reached.
    """

    plan: Plan | None
    nearest: Plan | None = None
    needed: int | None = None
    note: str = ""


def term_for(option_id: str, debt: Debt, ask: Ask | None, on: date, *, payment: int) -> Goal:
    """Return the shortest plan whose every instalment is at most `payment` fen, or what it would take.

    An option whose slider is the instalment itself pays just that much.
    """
    way, wanted = option(option_id), ask or Ask(debt_id=debt.id)
    refusal = way.fits(debt)
    if not refusal.ok:
        return Goal(None, None, refusal.needed, refusal.reason)
    sliders = {slider.name: slider for slider in way.parameters(debt, on)}
    if "instalment" in sliders:
        wanted = wanted.model_copy(update={"instalment": to_yuan(payment)})
        made = attempt(option_id, debt, wanted, on)
        return _refused(made) if isinstance(made, Fit) else _paying(way, made, payment)
    found = months_for(option_id, debt, wanted, on, at_most=payment)
    if found:
        return Goal(found)
    longest = {"months": int(sliders["months"].high)} if "months" in sliders else {}
    nearest = attempt(option_id, debt, wanted.model_copy(update=longest), on)
    return _refused(nearest) if isinstance(nearest, Fit) else _too_dear(way, nearest)


def payment_for(option_id: str, debt: Debt, ask: Ask | None, on: date, *, months: int) -> Goal:
    """Return the plan that is paid off within `months`, with the smallest instalment this way allows."""
    way, wanted = option(option_id), ask or Ask(debt_id=debt.id)
    refusal = way.fits(debt)
    if not refusal.ok:
        return Goal(None, None, refusal.needed, refusal.reason)
    sliders = {slider.name: slider for slider in way.parameters(debt, on)}
    if "months" in sliders:
        return _within_term(way, debt, wanted, on, (months, _pause(sliders.get("holiday_months"), wanted)))
    if "instalment" in sliders:
        return _smallest_instalment(way, debt, wanted, on, months)
    made = attempt(option_id, debt, wanted, on)
    return _refused(made) if isinstance(made, Fit) else _ends_within(made, months)


def waiver_needed(debt: Debt, ask: Ask | None, on: date, *, payment: int) -> Goal:
    """Return the plan with the smallest waiver whose instalments are at most `payment` fen, or what it would take."""
    found = waiver_for(debt, ask, on, at_most=payment)
    if found:
        return Goal(found)
    wanted = (ask or Ask(debt_id=debt.id)).model_copy(update={"waived_share": Decimal(1)})
    nearest = attempt("waiver", debt, wanted, on)
    if isinstance(nearest, Fit):
        return _refused(nearest)
    needed = nearest.highest_instalment
    return Goal(None, nearest, needed, _(WAIVER_NOT_ENOUGH).format(figure=yuan(needed)))


def _pause(slider: Parameter | None, ask: Ask) -> int:
    """Return the months of a pause that count towards the term asked for."""
    if slider is None:
        return 0
    return int(slider.default if ask.holiday_months is None else slider.within(Decimal(ask.holiday_months)))


def _within_term(way: Option, debt: Debt, ask: Ask, on: date, goal: tuple[int, int]) -> Goal:
    """Try the term less the pause in it; a way whose bounds are narrower is tried with the nearest."""
    months, pause = goal
    made = attempt(way.id, debt, ask.model_copy(update={"months": max(1, months - pause)}), on)
    if isinstance(made, Fit):
        return _refused(made)
    return _rest_left(made, NOT_PAID_OFF) if way.leaves_rest else _ends_within(made, months)


def _smallest_instalment(way: Option, debt: Debt, ask: Ask, on: date, months: int) -> Goal:
    """Search the smallest whole fen that clears the debt within `months`."""
    slider = next(one for one in way.parameters(debt, on) if one.name == "instalment")
    low, high = 1, int(slider.high.scaleb(2))
    best = _paid_within(way, debt, ask, on, (high, months))
    while best and low < high:
        middle = (low + high) // 2
        found = _paid_within(way, debt, ask, on, (middle, months))
        best, low, high = (found, low, middle) if found else (best, middle + 1, high)
    if best:
        return Goal(best)
    made = attempt(way.id, debt, ask.model_copy(update={"instalment": slider.high}), on)
    return _refused(made) if isinstance(made, Fit) else _ends_within(made, months)


def _paid_within(way: Option, debt: Debt, ask: Ask, on: date, goal: tuple[int, int]) -> Plan | None:
    instalment, months = goal
    made = attempt(way.id, debt, ask.model_copy(update={"instalment": to_yuan(instalment)}), on)
    return made if isinstance(made, Plan) and made.months <= months else None


def _paying(way: Option, made: Plan, payment: int) -> Goal:
    """Accept a plan that pays the chosen instalment; one that ends in a large sum says how large."""
    if made.highest_instalment <= payment:
        return Goal(made)
    return _rest_left(made, NOT_PAID_OFF if way.leaves_rest else ONE_SUM_LEFT)


def _too_dear(way: Option, nearest: Plan) -> Goal:
    """Return what the nearest plan takes; where a sum at the end is too large, that sum, for nothing less would do."""
    needed = nearest.highest_instalment
    if nearest.ends_in_one_sum and way.id not in ONE_SUM_IS_MEANT:
        return Goal(None, nearest, needed, _rest_left(nearest, ONE_SUM_LEFT).note)
    return Goal(None, nearest, needed, _(PAYMENT_NEEDED).format(figure=yuan(needed), months=nearest.months))


def _rest_left(made: Plan, message: str) -> Goal:
    """Return the equal instalment that would clear the debt over the plan's months, a fen above it for the odd fen."""
    terms = Terms(
        principal=made.restructured,
        annual_rate=made.asked.annual_rate or Decimal(0),
        months=made.months,
        first_due=made.rows[0].due,
    )
    needed = level_payment(terms) + 1
    figures = {"sum": yuan(made.last_instalment), "figure": yuan(needed), "months": made.months}
    return Goal(None, made, needed, _(message).format(**figures))


def _ends_within(made: Plan, months: int) -> Goal:
    if made.months <= months:
        return Goal(made)
    return Goal(None, made, made.months, _(TERM_NEEDED).format(months=months, figure=made.months))


def _refused(fit: Fit) -> Goal:
    return Goal(None, None, fit.needed, fit.reason)
