"""Where both sides can agree: plans the household can pay that beat the bank's best alternative.

A grid of offers is valued at once from sums over months. Values are floats in fen; payments are exact fen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from accord.bank.view import BankView
from accord.errors import TermsError
from accord.i18n import N_
from accord.loans.instalments import level_payment
from accord.loans.schedule import Terms

NONE_GIVEN = N_("A grid of offers needs at least one term and one rate.")
ANY_DAY = date(2000, 1, 1)
"""Level payments do not depend on dates."""


class Cell(NamedTuple):
    """One offer: term, yearly rate, level payment (fen), worth to the bank (fen), and whether both sides gain."""

    months: int
    annual_rate: Decimal
    payment: int
    bank_value: float
    agreeable: bool


class Sides(NamedTuple):
    """What both sides bring, fen: the balance, the most the household can pay, the bank's best alternative."""

    balance: int
    affordable: int
    bank_alternative: float


class Zopa(NamedTuple):
    """All offers of a grid, by term, then rate."""

    cells: tuple[Cell, ...]
    sides: Sides

    @property
    def agreeable(self) -> tuple[Cell, ...]:
        """Offers that both sides can accept."""
        return tuple(cell for cell in self.cells if cell.agreeable)

    @property
    def pareto(self) -> tuple[Cell, ...]:
        """Agreeable offers that no other beats on both sides: payments rise, so does the bank's value."""
        return pareto(self.agreeable)

    @property
    def missing_payment(self) -> int:
        """Fen a month the household lacks for the cheapest offer the bank gains from; 0 when there is none lacking."""
        gains = [cell.payment for cell in self.cells if cell.bank_value >= self.sides.bank_alternative]
        return max(0, min(gains, default=0) - self.sides.affordable)

    @property
    def missing_value(self) -> float:
        """Fen the best affordable offer lacks against the bank's alternative; 0 when none is lacking."""
        worth = [cell.bank_value for cell in self.cells if cell.payment <= self.sides.affordable]
        return max(0.0, self.sides.bank_alternative - max(worth, default=0.0))


def pareto(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return the cells that no other beats with both a lower or equal payment and a higher value."""
    best, kept = float("-inf"), []
    for cell in sorted(cells, key=lambda cell: (cell.payment, -cell.bank_value)):
        if cell.bank_value > best:
            best = cell.bank_value
            kept.append(cell)
    return tuple(kept)


def zopa(sides: Sides, view: BankView, *, terms: Sequence[int], annual_rates: Sequence[Decimal]) -> Zopa:
    """Value every pair of a term and a rate as a level plan, and tell which both sides can accept.

    Raises:
        TermsError: a term or rate outside its bounds, or none at all.
    """
    if not (terms and annual_rates):
        raise TermsError(NONE_GIVEN, field="annual_rates" if terms else "terms")
    payments = np.array(
        [[_payment(sides.balance, months, rate) for rate in annual_rates] for months in terms], dtype=np.float64
    )
    values = level_values(sides.balance, payments, view, terms=terms, annual_rates=annual_rates)
    cells = [
        _cell(sides, months, rate, (int(payments[t, r]), float(values[t, r])))
        for t, months in enumerate(terms)
        for r, rate in enumerate(annual_rates)
    ]
    return Zopa(tuple(cells), sides)


def level_values(
    balance: int,
    payments: NDArray[np.float64],
    view: BankView,
    *,
    terms: Sequence[int],
    annual_rates: Sequence[Decimal],
) -> NDArray[np.float64]:
    """Return the bank's value of level plans, in fen; payments and result have shape (terms, rates).

    With x = (1-h) v the value is (A-c) sum x^k + h rho v^(1+L) (P sum z^(k-1) - A sum x^(k-1) a_(k-1)), where
    z = x (1+i) and a_k is the amount that k payments of 1 have grown to.
    """
    at = np.asarray(terms) - 1
    months = np.arange(max(terms))[:, None]
    growth = 1 + np.asarray([float(rate) for rate in annual_rates])[None, :] / 12
    kept = (1 - view.break_hazard) * view.monthly_discount
    weights = kept ** months.astype(np.float64)
    grown = growth**months
    saved = np.vstack([np.zeros((1, growth.size)), np.cumsum(grown, axis=0)[:-1]])
    paid = np.cumsum(kept * weights, axis=0)[at]
    owed = np.cumsum(weights * grown, axis=0)[at]
    repaid = np.cumsum(weights * saved, axis=0)[at]
    after_break = view.break_hazard * view.recovery * view.monthly_discount ** (1 + view.lag_months)
    value: NDArray[np.float64] = (payments - view.servicing_cost) * paid + after_break * (
        balance * owed - payments * repaid
    )
    return value


def _payment(balance: int, months: int, rate: Decimal) -> int:
    return level_payment(Terms(principal=balance, annual_rate=rate, months=months, first_due=ANY_DAY))


def _cell(sides: Sides, months: int, rate: Decimal, found: tuple[int, float]) -> Cell:
    payment, value = found
    agreeable = payment <= sides.affordable and value >= sides.bank_alternative
    return Cell(months, rate, payment, value, agreeable)
