"""Goal seek: the term that makes an instalment work, and the waiver that does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from accord.case import Ask, Debt
from accord.options.base import Fit
from accord.options.catalogue import option
from accord.options.making import attempt
from accord.options.plan import Plan

WHOLE_SHARE = 100


def months_for(option_id: str, debt: Debt, ask: Ask | None, on: date, *, at_most: int) -> Plan | None:
    """Return the plan with the shortest term whose every instalment is at most `at_most` fen.

    None when the option does not fit, or when even its longest term asks for more. An option without a term is
    tried as it is.
    """
    way = option(option_id)
    if not way.fits(debt).ok:
        return None
    term = next((slider for slider in way.parameters(debt, on) if slider.name == "months"), None)
    if term is None:
        return _if_within(attempt(option_id, debt, ask, on), at_most)
    wanted = ask or Ask(debt_id=debt.id)

    return _first(
        lambda months: _if_within(attempt(option_id, debt, wanted.model_copy(update={"months": months}), on), at_most),
        int(term.low),
        int(term.high),
    )


def waiver_for(debt: Debt, ask: Ask | None, on: date, *, at_most: int) -> Plan | None:
    """Return the waiver plan with the smallest waiver (in whole percent) whose instalments are at most `at_most` fen.

    None when there is nothing to waive, or when even waiving all of it is not enough over the term asked for.
    """
    wanted = ask or Ask(debt_id=debt.id)

    return _first(
        lambda part: _if_within(
            attempt("waiver", debt, wanted.model_copy(update={"waived_share": Decimal(part) / WHOLE_SHARE}), on),
            at_most,
        ),
        0,
        WHOLE_SHARE,
    )


def _if_within(made: Plan | Fit, at_most: int) -> Plan | None:
    return made if isinstance(made, Plan) and made.highest_instalment <= at_most else None


def _first(made: Callable[[int], Plan | None], low: int, high: int) -> Plan | None:
    """Return the plan at the smallest number that gives one; larger numbers only make it easier.

    Odd fen in the last instalment, and instalments that rise with the years, can make a number fail although a
    smaller one worked. The answer is then not the very smallest, but it always keeps to what was asked.
    """
    best = made(high)
    while best and low < high:
        middle = (low + high) // 2
        found = made(middle)
        best, low, high = (found, low, middle) if found else (best, middle + 1, high)
    return best
