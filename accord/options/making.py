"""From an option, a debt and an ask to a plan, or to the reason why there is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from accord.budget.means import owed_parts
from accord.case import Ask, Debt
from accord.days import add_months
from accord.errors import TermsError
from accord.i18n import N_
from accord.money import yuan
from accord.options.base import Draft, Fit, Note, Option, Parameter, Request, asked
from accord.options.catalogue import OPTIONS, option
from accord.options.plan import Plan
from accord.options.sliders import percent

UNFIT = N_("This way to repay cannot be worked out for this debt. The reason stands beside it in the list.")
MOVED = N_("What was asked lies outside this way's bounds; it is counted with {value}.")


class Refusal(NamedTuple):
    """An option that cannot be used for a debt, and why."""

    option: Option
    fit: Fit


def attempt(option_id: str, debt: Debt, ask: Ask | None, on: date) -> Plan | Fit:
    """Return the plan an option makes for a debt, or why it makes none.

    Args:
        option_id: one of the ids in `OPTIONS`.
        debt: the debt as entered.
        ask: what is asked for; fields the option does not use are left aside, missing ones take its defaults.
        on: the day the plan is made; without a first due date asked for it begins a month later.
    """
    way = option(option_id)
    fit = way.fits(debt)
    if not fit.ok:
        return fit
    wanted = ask or Ask(debt_id=debt.id)
    sliders = way.parameters(debt, on)
    request = Request(
        debt=debt,
        owed=owed_parts(debt),
        made_on=on,
        first_due=wanted.first_due or add_months(on, 1),
        values={slider.name: _value(slider, wanted, way.id) for slider in sliders},
    )
    try:
        draft = way.arrange(request)
    except TermsError as error:
        return Fit(ok=False, note=Note(error.message, {name: str(value) for name, value in error.params.items()}))
    if isinstance(draft, Fit):
        return draft
    return _plan(way, request, draft, moved=_moved(sliders, wanted) if wanted.option == way.id else (), on=on)


def plan(option_id: str, debt: Debt, ask: Ask | None, on: date) -> Plan:
    """Return the plan an option makes for a debt; arguments as for `attempt`.

    Raises:
        TermsError: it makes none; `attempt` says why.
    """
    made = attempt(option_id, debt, ask, on)
    if isinstance(made, Fit):
        raise TermsError(UNFIT, field="option")
    return made


def plans(debt: Debt, ask: Ask | None, on: date) -> tuple[Plan, ...]:
    """Return the plans of all options that fit, in the order offered."""
    made = (attempt(way.id, debt, ask, on) for way in OPTIONS)
    return tuple(result for result in made if isinstance(result, Plan))


def refusals(debt: Debt, ask: Ask | None, on: date) -> tuple[Refusal, ...]:
    """Return the options that cannot be used, each with its reason, in the order offered."""
    made = ((way, attempt(way.id, debt, ask, on)) for way in OPTIONS)
    return tuple(Refusal(way, result) for way, result in made if isinstance(result, Fit))


def ask_for(chosen: Plan) -> Ask:
    """Return the terms of a plan, ready to be stored in the case."""
    return chosen.asked.model_copy()


def _value(slider: Parameter, ask: Ask, option_id: str) -> Decimal:
    another = ask.option and ask.option != option_id
    value = None if slider.own and another else getattr(ask, slider.name)
    return slider.default if value is None else slider.within(Decimal(value))


def _moved(sliders: tuple[Parameter, ...], ask: Ask) -> tuple[Note, ...]:
    wanted = ((slider, getattr(ask, slider.name)) for slider in sliders)
    outside = ((slider, value) for slider, value in wanted if value is not None and slider.within(value) != value)
    return tuple(Note(MOVED, {"value": _written(slider, slider.within(Decimal(value)))}) for slider, value in outside)


def _written(slider: Parameter, value: Decimal) -> str:
    if slider.unit == "yuan":
        return yuan(value)
    return str(value) if slider.unit == "months" else percent(value)


def _plan(way: Option, request: Request, draft: Draft, *, moved: tuple[Note, ...], on: date) -> Plan:
    return Plan(
        option_id=way.id,
        option_title=way.title,
        debt_id=request.debt.id,
        made_on=on,
        schedule=draft.schedule,
        owed=request.owed.total,
        waived=draft.waived,
        down_payment=draft.down_payment,
        asked=asked(way.id, request),
        notes=(*moved, *draft.notes),
    )
