"""Rates of return of many rows of flows at once, by Newton's method.

Flows lie month-major: shape (times, rows). The usual row pays out first and comes back later, with one change of
sign, so that it has exactly one root above -100%. Rows of another shape, and the few that do not settle, go one by
one through `accord.loans.cost`, so both ways give the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import inf, log1p, nan

import numpy as np
from numpy.typing import ArrayLike, NDArray

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.cost import DAYS_A_YEAR, irr, xirr

Floats = NDArray[np.float64]
MOST_STEPS = 40
SETTLED = 1e-13
LIKELY_LOG = 0.5
"""A month; columns that grow faster are looked at one by one, where yearly rates have their limits."""
ANY_DAY = date(2000, 1, 1)
MONTH = 30
SHAPE = N_("Rates for many rows need one line of amounts for each time, and times that never go back.")


def irr_many(flows: ArrayLike) -> Floats:
    """Return the rate of return per period of each column of `flows`; nan where none is defined.

    Args:
        flows: shape (periods + 1, rows); paid out and paid back with opposite signs.

    Raises:
        TermsError: no two-dimensional table.
    """
    amounts = _table(flows)
    found = _newton(amounts, [1] * (len(amounts) - 1), _start(amounts, np.arange(len(amounts), dtype=np.float64)))
    for column in _left_over(amounts, found):
        rate = irr(amounts[:, column].tolist()).per_period
        found[column] = _log_of(rate)
    return np.expm1(found)


def xirr_many(days: Sequence[date], flows: ArrayLike) -> Floats:
    """Return the compounded yearly rate of each column of flows that share their days; nan where none is defined.

    Args:
        days: one a line of `flows`, in order.
        flows: shape (days, rows).

    Raises:
        TermsError: no two-dimensional table, or days that go back.
    """
    amounts = _table(flows)
    gaps = [(later - day).days for day, later in pairwise(days)]
    if len(days) != len(amounts) or min(gaps, default=0) < 0:
        raise TermsError(SHAPE, field="days")
    times = np.array([0, *np.cumsum(gaps)], dtype=np.float64)
    found = _newton(amounts, gaps, _start(amounts, times))
    for column in _left_over(amounts, found * MONTH):
        later = [ANY_DAY + timedelta(days=int(time)) for time in times]
        rate = xirr(list(zip(later, amounts[:, column].tolist(), strict=True))).rate
        found[column] = _log_of(rate) / float(DAYS_A_YEAR)
    return np.expm1(found * float(DAYS_A_YEAR))


def _table(flows: ArrayLike) -> Floats:
    amounts = np.ascontiguousarray(flows, dtype=np.float64)
    if amounts.ndim != 2 or not len(amounts):  # noqa: PLR2004  a table has two dimensions
        raise TermsError(SHAPE, field="flows")
    return amounts


def _start(amounts: Floats, times: Floats) -> Floats:
    """Return a first ln(1+rate) per unit of time: growth of what was paid out until the payments' mean time."""
    back = np.maximum(amounts, 0) if (amounts[0] <= 0).all() else np.abs(amounts)
    back[0] = 0
    with np.errstate(all="ignore"):
        total = back.sum(axis=0)
        guess: Floats = np.log(total / np.abs(amounts[0])) / (times @ back / total)
    return np.nan_to_num(guess, nan=0.0, posinf=0.0, neginf=0.0)


def _newton(amounts: Floats, gaps: Sequence[int], log_rate: Floats) -> Floats:
    """Solve for ln(1+rate) per unit of time by Horner's scheme from the last time back; nan where not settled."""
    sets = sorted(set(gaps))
    settled = np.zeros(log_rate.size, dtype=np.bool_)
    with np.errstate(all="ignore"):
        for _ in range(MOST_STEPS):
            powers = {gap: np.exp(-gap * log_rate) for gap in sets}
            worth, slope = _horner(amounts, gaps, powers)
            step = worth / slope
            log_rate = log_rate - step
            settled = np.abs(step) <= SETTLED * (1 + np.abs(log_rate))
            if (settled | ~np.isfinite(step)).all():
                break
    return np.where(settled, log_rate, np.nan)


def _horner(amounts: Floats, gaps: Sequence[int], powers: dict[int, Floats]) -> tuple[Floats, Floats]:
    """Return the worth of the flows and its slope in ln(1+rate)."""
    worth, slope, spare = amounts[-1].copy(), np.zeros_like(amounts[-1]), np.empty_like(amounts[-1])
    for amount, gap in zip(amounts[-2::-1], reversed(gaps), strict=True):
        np.multiply(worth, gap, out=spare)
        slope -= spare
        slope *= powers[gap]
        worth *= powers[gap]
        worth += amount
    return worth, slope


def _left_over(amounts: Floats, found: Floats) -> list[int]:
    """Return the columns to be solved one by one: not settled, or with another number of sign changes than one."""
    lowest, highest = amounts[1:].min(axis=0, initial=0), amounts[1:].max(axis=0, initial=0)
    paid_out_first = (amounts[0] < 0) & (lowest == 0) & (highest > 0)
    received_first = (amounts[0] > 0) & (highest == 0) & (lowest < 0)
    doubtful = np.isnan(found) | (np.abs(found) > LIKELY_LOG)
    return np.flatnonzero(~(paid_out_first | received_first) | doubtful).tolist()


def _log_of(rate: Decimal | None) -> float:
    """Return ln(1+rate); nan where there is none, minus infinity where all is lost to the last of twelve places."""
    if rate is None:
        return nan
    return log1p(float(rate)) if rate > -1 else -inf
