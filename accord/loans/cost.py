"""What borrowing costs a year, three ways, always named.

`nominal` is the internal rate of return times the periods of a year (年化 IRR×12), `effective` compounds it
(年化复利), `simple_yearly_rate` divides all costs by the average principal in use (单利年化). The root is found
in ln(1+rate), where each flow is an exponential and nothing overflows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal, localcontext
from itertools import pairwise
from math import exp, expm1, isfinite, log
from typing import NamedTuple

import numpy as np

from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.schedule import Schedule, check_rate

PLACES = Decimal("1E-12")
MONTHS_A_YEAR = 12
DAYS_A_YEAR = Decimal(365)
LARGEST_LOG = 60.0
MOST_STEPS = 200
CLOSE_ENOUGH = 1e-15
MOST_NEWTON_STEPS = 25
SETTLED = 1e-14

ONE_WAY = N_("All amounts go the same way, so there is no yearly rate to work out.")
NO_ROOT = N_("No yearly rate fits these amounts.")
FIGURES = N_("These amounts are no figures we can count with.")
YEAR = N_("A year must have days to count over.")
PERIODS = N_("The periods of a year must be a whole number from 1 to 366.")


Worth = Callable[[float], float]
"""Worth of flows at ln(1+rate), up to a factor above zero."""


class Rates(NamedTuple):
    """A rate of return per period and its two yearly forms; fractions to twelve places.

    Attributes:
        per_period: internal rate of return of one period; None where it is not defined.
        nominal: `per_period` times the periods of a year; None for a negative return, where it misleads.
        effective: compounded over a year.
        reason: why there is no rate, a sentence to be spoken; None when there is one.
        several: more than one change of sign: the root nearest to zero was taken and others may exist.
    """

    per_period: Decimal | None
    nominal: Decimal | None
    effective: Decimal | None
    reason: str | None = None
    several: bool = False


class YearlyRate(NamedTuple):
    """A compounded yearly rate of dated flows (XIRR); `reason` and `several` as in `Rates`."""

    rate: Decimal | None
    reason: str | None = None
    several: bool = False


class _Flow(NamedTuple):
    time: float
    amount: float


def irr(flows: Sequence[float], *, periods_per_year: int = MONTHS_A_YEAR) -> Rates:
    """Return the rate of return of equally spaced flows (fen; received and paid with opposite signs).

    Raises:
        TermsError: periods of a year outside 1 to 366, or an amount that is no number.
    """
    _check_periods(periods_per_year)
    root, reason = _log_rate(flows, range(len(flows)), _evenly_spaced)
    if root is None:
        return Rates(None, None, None, reason)
    several = _sign_changes(flows) > 1
    nominal = None if root < 0 else _places(expm1(root) * periods_per_year)
    return Rates(_places(expm1(root)), nominal, _compounded(root * periods_per_year), None, several)


def xirr(flows: Sequence[tuple[date, float]], *, days_a_year: Decimal = DAYS_A_YEAR) -> YearlyRate:
    """Return the compounded yearly rate of dated flows (fen), days counted over `days_a_year`.

    Raises:
        TermsError: a year that has no days, or an amount that is no number.
    """
    if not (days_a_year.is_finite() and days_a_year > 0):
        raise TermsError(YEAR, field="days_a_year")
    dated = sorted(flows, key=lambda flow: flow[0])
    year = float(days_a_year)
    amounts = [amount for _, amount in dated]
    times = [(day - dated[0][0]).days / year for day, _ in dated]
    root, reason = _log_rate(amounts, times, _at_times)
    several = root is not None and _sign_changes(amounts) > 1
    return YearlyRate(None if root is None else _compounded(root), reason, several)


def rates_of(schedule: Schedule, *, received: int | None = None) -> Rates:
    """Return what a monthly schedule costs; `received` fen were paid out, the opening balance when left out."""
    paid_out = schedule.opening if received is None else received
    payments = schedule.unrounded.payments if schedule.unrounded else [row.payment for row in schedule.rows]
    return irr([-paid_out, *payments])


def simple_yearly_rate(schedule: Schedule, *, other_costs: int = 0) -> Decimal | None:
    """Return interest, fees and other costs (fen) over the average principal in use, a year, to twelve places.

    None when no principal is ever in use.
    """
    openings = (schedule.opening, *(row.balance for row in schedule.rows[:-1]))
    in_use = sum(openings)
    cost = schedule.total_interest + schedule.total_fees + other_costs
    return (Decimal(cost) * MONTHS_A_YEAR / in_use).quantize(PLACES) if in_use else None


def from_nominal(nominal: Decimal, *, periods_per_year: int = MONTHS_A_YEAR) -> Rates:
    """Return a nominal yearly rate as its rate per period and compounded over the year.

    Raises:
        TermsError: a rate or number of periods outside its bounds.
    """
    check_rate(nominal, "nominal")
    _check_periods(periods_per_year)
    with localcontext() as context:
        context.prec = 50
        per_period = nominal / periods_per_year
        effective = (1 + per_period) ** periods_per_year - 1
    return Rates(per_period.quantize(PLACES), nominal, effective.quantize(PLACES))


def _check_periods(periods_per_year: int) -> None:
    if not 1 <= periods_per_year <= 366:  # noqa: PLR2004  the days of a leap year
        raise TermsError(PERIODS, field="periods_per_year")


def _sign_changes(amounts: Sequence[float]) -> int:
    signs = [amount > 0 for amount in amounts if amount]
    return sum(before != after for before, after in pairwise(signs))


def _log_rate(
    amounts: Sequence[float], times: Sequence[float], worth_of: Callable[[Sequence[float], Sequence[float]], Worth]
) -> tuple[float | None, str | None]:
    """Return ln(1+rate) of the root nearest to zero, or why there is none.

    Raises:
        TermsError: an amount that is no number, or without end.
    """
    if not all(map(isfinite, amounts)):
        raise TermsError(FIGURES, field="flows")
    changes = _sign_changes(amounts)
    if not changes:
        return None, ONE_WAY
    root = _only_root(amounts, times) if changes == 1 else None
    if root is not None:
        return root, None
    worth = worth_of(amounts, times)
    roots = [_bisected(worth, low, high) for low, high in _brackets(worth)]
    return (min(roots, key=lambda root: abs(expm1(root))), None) if roots else (None, NO_ROOT)


def _only_root(amounts: Sequence[float], times: Sequence[float]) -> float | None:
    """Return the root of flows that change sign once, which have one, by Newton's method; None if it does not settle.

    The first guess is the growth of what was paid out until the payments' mean time.
    """
    flows, at = np.asarray(amounts, dtype=np.float64), np.asarray(times, dtype=np.float64)
    out = flows > 0 if flows[np.flatnonzero(flows)[0]] > 0 else flows < 0
    sizes = np.abs(flows)
    back, paid = sizes[~out].sum(), sizes[out].sum()
    span = float(sizes[~out] @ at[~out] / back - sizes[out] @ at[out] / paid)
    log_rate = log(back / paid) / span if span > 0 else 0.0
    with np.errstate(all="ignore"):
        for _ in range(MOST_NEWTON_STEPS):
            worth = flows * np.exp(-log_rate * at)
            step = float(worth.sum() / (at @ worth))
            log_rate += step
            if abs(step) <= SETTLED * (1 + abs(log_rate)):
                return log_rate if abs(log_rate) < LARGEST_LOG else None
    return None


def _evenly_spaced(amounts: Sequence[float], _times: Sequence[float]) -> Worth:
    """Return the worth of flows one period apart, by Horner from whichever end keeps powers below one."""
    backwards = amounts[::-1]

    def worth(x: float) -> float:
        factor, total = exp(-abs(x)), 0.0
        for amount in amounts if x < 0 else backwards:
            total = total * factor + amount
        return total

    return worth


def _at_times(amounts: Sequence[float], times: Sequence[float]) -> Worth:
    """Return the worth of flows at any times, seen from whichever end keeps powers below one."""
    flows, last = [_Flow(*flow) for flow in zip(times, amounts, strict=True)], times[-1]

    def worth(x: float) -> float:
        anchor = last if x < 0 else 0.0
        return sum(flow.amount * exp(-x * (flow.time - anchor)) for flow in flows)

    return worth


def _brackets(worth: Worth) -> Iterator[tuple[float, float]]:
    """Yield the interval nearest to zero where the sign changes, above zero and below, where there is one.

    Both are wanted: a loss of 90% lies nearer to zero than a gain of 100%, though not in logarithms.
    """
    if worth(0.0) == 0.0:
        yield 0.0, 0.0
        return
    for side in (1.0, -1.0):
        edge, step = 0.0, 1e-4
        while edge < LARGEST_LOG:
            near, far = side * edge, side * (edge + step)
            if (worth(near) > 0) != (worth(far) > 0):
                yield near, far
                break
            edge, step = edge + step, step * 1.15


def _bisected(worth: Worth, low: float, high: float) -> float:
    """Return the root between two points of opposite sign, by false position with halving where it drags."""
    at_low, at_high = worth(low), worth(high)
    for _ in range(MOST_STEPS):
        if abs(high - low) <= CLOSE_ENOUGH * max(1.0, abs(low)) or at_low == 0.0:
            break
        middle = (low + high) / 2
        guess = middle if at_low == at_high else low - at_low * (high - low) / (at_high - at_low)
        for point in (guess, middle):
            if min(low, high) < point < max(low, high):
                value = worth(point)
                if (value > 0) == (at_low > 0):
                    low, at_low = point, value
                else:
                    high, at_high = point, value
    return low if abs(at_low) < abs(at_high) else high


def _compounded(log_growth: float) -> Decimal | None:
    return _places(expm1(log_growth)) if log_growth < log(1e15) else None


def _places(value: float) -> Decimal:
    with localcontext() as context:
        context.prec = 50
        return Decimal(value).quantize(PLACES)
