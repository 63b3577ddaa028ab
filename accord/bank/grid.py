"""A grid of offers valued at once: term × yearly rate × waiver × first payment.

How many plans of a payment still stand after each month is known on a line of payments (`Standing`). Sums over the
months are made once for each point of that line; each cell is then a look-up and three products. Amounts are floats
in fen: the grid finds where to look, and what is offered is then booked exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from accord.bank.view import BankView
from accord.budget.stress import HORIZON, SURVIVAL_THRESHOLD, Survival
from accord.errors import TermsError
from accord.i18n import N_

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
LINE_POINTS = 301
BINS = 2048
EMPTY = N_("A map of offers needs at least one term, rate, waiver and first payment.")
PAUSE = N_("A map of offers after a pause needs futures seen after the same pause, and skips one month a year at most.")
PAID_A_YEAR = 11
"""Instalments in twelve months when one of them may be skipped."""


@dataclass(frozen=True, kw_only=True)
class Axes:
    """What is offered; one value an entry.

    Args:
        terms: months, rising.
        annual_rates: yearly fractions.
        waived: fen given up at once.
        first_payments: fen paid when signing.
        pause: months without an instalment before the first, the same for the whole map; their interest is spread
            over the instalments and bears none itself.
        skips: instalments that may be skipped each year and are paid at the end, 0 or 1, the same for the whole map.
    """

    terms: tuple[int, ...]
    annual_rates: tuple[float, ...] = (0.0,)
    waived: tuple[int, ...] = (0,)
    first_payments: tuple[int, ...] = (0,)
    pause: int = 0
    skips: int = 0

    def __post_init__(self) -> None:
        """Refuse an empty axis, and a pause or skips that cannot be."""
        if not all((self.terms, self.annual_rates, self.waived, self.first_payments)):
            raise TermsError(EMPTY, field="axes")
        if self.pause < 0 or self.skips not in {0, 1}:
            raise TermsError(PAUSE, field="pause" if self.pause < 0 else "skips")

    @property
    def spans(self) -> tuple[int, ...]:
        """Months from the first instalment to the last, for each term, when every skip is used."""
        return tuple(span(months, self.skips) for months in self.terms)

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """Number of entries along each axis."""
        return len(self.terms), len(self.annual_rates), len(self.waived), len(self.first_payments)

    @property
    def cells(self) -> int:
        """Number of offers."""
        return int(np.prod(self.shape))


def span(months: int, skips: int) -> int:
    """Return how many months `months` instalments take when `skips` (0 or 1) of each year are skipped."""
    return months + skips * ((months - 1) // PAID_A_YEAR)


class Standing(NamedTuple):
    """How many plans still stand, for payments on an even line; months count from the first instalment.

    Attributes:
        step: fen between two payments of the line; the first is 0.
        able: shape (months, payments): part of futures that could make every payment so far.
        alive: the same with what breaks although it could be paid: what a bank reckons with.
        before: part of plans that still stands after each month of a pause before the first instalment.
    """

    step: float
    able: Floats
    alive: Floats
    before: tuple[float, ...] = ()

    @property
    def start(self) -> float:
        """Part of plans that still stands when the first instalment is due."""
        return self.before[-1] if self.before else 1.0

    def largest_kept(self, months: int) -> float:
        """Return the largest payment of the line, fen, that 8 in 10 futures keep for `months`."""
        kept = np.flatnonzero(self.able[months - 1] >= SURVIVAL_THRESHOLD)
        return float(kept[-1] * self.step) if kept.size else 0.0

    def place(self, payments: Floats) -> tuple[NDArray[np.int64], Floats]:
        """Return where payments lie on the line: the point below and the part of the way to the next."""
        most = self.able.shape[1] - 2
        place = np.minimum(payments / self.step, most + 0.999_999)
        below = place.astype(np.int64)
        return below, place - below


def steady(view: BankView, *, months: int, most: float) -> Standing:
    """Return plans that break at the view's own chance, whatever the payment."""
    alive = np.repeat(((1 - view.break_hazard) ** np.arange(1, months + 1))[:, None], 2, axis=1)
    return Standing(most, np.ones_like(alive), alive)


def of_household(drawn: Survival, *, months: int, most: float, other_break: float) -> Standing:
    """Return plans that stand as long as a household's futures (in yuan) can pay; `most` fen ends the line."""
    line = np.linspace(0, most, LINE_POINTS)
    yuan = line / 100
    able = np.stack([drawn.shares(yuan, months=month) for month in range(1, months + 1)])
    alive = able * ((1 - other_break) ** np.arange(1, months + 1))[:, None]
    return Standing(most / (LINE_POINTS - 1), able, alive)


class Valued(NamedTuple):
    """A valued grid; arrays of shape `axes.shape`.

    Attributes:
        axes: what the cells offer.
        payment: level instalment, fen, unrounded.
        value: worth to the bank, fen.
        able: part of the person's futures that keep it to the end.
    """

    axes: Axes
    payment: Floats
    value: Floats
    able: Floats

    @property
    def cells(self) -> int:
        """Number of offers."""
        return int(self.payment.size)


def valued(owed: int, axes: Axes, standing: Standing, view: BankView) -> Valued:
    """Value every offer on a debt of `owed` fen; cells that leave nothing to pay are free and worth what is paid.

    A plan with a skip a year is counted as if it were always used: as many months of a payment that much smaller.

    Raises:
        TermsError: `standing` was not seen after the pause of `axes`, or not for as many months as its terms take.
    """
    if len(standing.before) != axes.pause:
        raise TermsError(PAUSE, field="pause")
    if max(axes.spans) > len(standing.able):
        raise TermsError(HORIZON, field="terms", months=len(standing.able))
    growth, terms = 1 + np.array(axes.annual_rates) / 12, np.array(axes.spans)
    left = owed - np.array(axes.waived)[:, None] - np.array(axes.first_payments)[None, :]
    principal = np.maximum(left, 0.0)[None]
    factors = _factors(terms, growth) + (growth - 1) * axes.pause / terms[:, None]
    sums, (later, meanwhile) = _sums(standing, view, growth, terms), _pause_worth(standing, view)
    payment, value, able = (np.empty(axes.shape) for _ in range(3))
    for t, months in enumerate(axes.spans):
        np.multiply(principal, factors[t][:, None, None], out=payment[t])
        tables = standing.able[months - 1], *(table[t] for table in sums)
        value[t], able[t] = _one_term(payment[t], principal, tables, (standing, view))
        if axes.skips:
            payment[t] *= months / axes.terms[t]
    if axes.pause:
        value *= later
        value += principal * meanwhile
    value += np.array(axes.first_payments, dtype=np.float64)
    return Valued(axes, payment, value, able)


def _one_term(
    payment: Floats, principal: Floats, tables: tuple[Floats, ...], model: tuple[Standing, BankView]
) -> tuple[Floats, Floats]:
    """Return worth and share kept of the offers of one term, shape (rates, waivers, first payments).

    One term at a time keeps the arrays small enough to stay near the processor.
    """
    standing, view = model
    able, paid, owed, repaid = tables
    below, part = standing.place(payment)
    by_rate = below + (np.arange(len(owed)) * standing.able.shape[1])[:, None, None]
    value = (payment - view.servicing_cost) * _between(paid, below, part)
    value += principal * _between(owed, by_rate, part)
    value -= payment * _between(repaid, by_rate, part)
    value *= principal > 0
    return value, _between(able, below, part)


def pareto_cells(payment: Floats, value: Floats, among: Bools) -> NDArray[np.int64]:
    """Return the places (in the flattened grid) that none beats with a payment as low and a higher value.

    By rising payment; O(N log N).
    """
    places = _hopeful(payment.ravel(), value.ravel(), np.flatnonzero(among))
    order = np.argsort(payment.ravel()[places])
    paid, ranked = payment.ravel()[places][order], value.ravel()[places][order]
    best_before = np.concatenate([[-np.inf], np.maximum.accumulate(ranked)[:-1]]) if ranked.size else ranked
    rising = np.flatnonzero(ranked > best_before)
    last_of_its_payment = np.append(paid[rising][1:] != paid[rising][:-1], np.ones(min(1, rising.size), dtype=np.bool_))
    found: NDArray[np.int64] = places[order][rising[last_of_its_payment]]
    return found


def _hopeful(payment: Floats, value: Floats, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Drop what is beaten by the best of a lower bin of payments: all but a few, without sorting."""
    if not places.size:
        return places
    paid, worth = payment[places], value[places]
    width = max(float(np.ptp(paid)), 1.0)
    bins = ((paid - paid.min()) * ((BINS - 1) / width)).astype(np.int64)
    best = np.full(BINS, -np.inf)
    np.maximum.at(best, bins, worth)
    best_lower = np.concatenate([[-np.inf], np.maximum.accumulate(best)[:-1]])
    hopeful: NDArray[np.int64] = places[worth > best_lower[bins]]
    return hopeful


def _factors(terms: NDArray[np.int64], growth: Floats) -> Floats:
    """Return the level payment of a yuan, shape (terms, rates)."""
    rate = growth - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        factors: Floats = rate[None, :] / -np.expm1(-terms[:, None] * np.log1p(rate)[None, :])
    return np.where(rate[None, :] == 0, 1 / terms[:, None], factors)


def _sums(
    standing: Standing, view: BankView, growth: Floats, terms: NDArray[np.int64]
) -> tuple[Floats, Floats, Floats]:
    """Return sums over the months for each term: of payments made, of balances at a break, of what had been repaid.

    The first has shape (terms, payments), the others (terms, rates, payments).
    """
    months = np.arange(standing.alive.shape[0])
    worth = view.monthly_discount ** (months + 1.0)
    before = np.vstack([np.full((1, standing.alive.shape[1]), standing.start), standing.alive[:-1]])
    broken = (before - standing.alive) * (worth * view.recovery * view.monthly_discount**view.lag_months)[:, None]
    grown = growth[None, :] ** months[:, None]
    saved = np.vstack([np.zeros((1, growth.size)), np.cumsum(grown, axis=0)[:-1]])
    paid = np.cumsum(standing.alive * worth[:, None], axis=0)[terms - 1]
    owed = np.cumsum(broken[:, None, :] * grown[:, :, None], axis=0)[terms - 1]
    repaid = np.cumsum(broken[:, None, :] * saved[:, :, None], axis=0)[terms - 1]
    return paid, owed, repaid


def _pause_worth(standing: Standing, view: BankView) -> tuple[float, float]:
    """Return what a yuan after the pause is worth today, and what breaks in it bring back of a yuan owed."""
    discount, back, stood = view.monthly_discount, 0.0, 1.0
    for month, stands in enumerate(standing.before, 1):
        back += (stood - stands) * view.recovery * float(discount ** (month + view.lag_months))
        stood = stands
    return float(discount ** len(standing.before)), back


def _between(table: Floats, below: NDArray[np.int64], part: Floats) -> Floats:
    """Return values of `table` between two neighbouring payments; `below` counts through the flattened table."""
    flat = table.ravel()
    low = flat.take(below)
    found: Floats = flat.take(below + 1)
    found -= low
    found *= part
    found += low
    return found
