"""What others need for the same work: numpy-financial, pyxirr, QuantLib, amortization, and a plain Python loop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

import numpy as np
import numpy_financial as npf
import pyxirr
import QuantLib as ql  # noqa: N813  short, as its own examples have it
from amortization.schedule import amortization_schedule
from numpy.typing import NDArray

Floats = NDArray[np.float64]
START = ql.Date(15, 1, 2026)


def financial_schedule(rate: Floats | float, months: int, principal: Floats | float) -> tuple[Floats, ...]:
    """Payments, interest and principal by numpy-financial, as arrays."""
    period = np.arange(1, months + 1).reshape((-1, *(1,) * np.ndim(rate)))
    return (
        npf.pmt(rate, months, principal),
        npf.ipmt(rate, period, months, principal),
        npf.ppmt(rate, period, months, principal),
    )


def pyxirr_schedule(rate: Floats | float, months: int, principal: Floats | float) -> tuple[object, ...]:
    """Payments, interest and principal by pyxirr, as arrays."""
    period = np.arange(1, months + 1).reshape((-1, *(1,) * np.ndim(rate)))
    return (
        pyxirr.pmt(rate, months, principal),
        pyxirr.ipmt(rate, period, months, principal),
        pyxirr.ppmt(rate, period, months, principal),
    )


def amortization_rows(rate: float, months: int, principal: float) -> list[object]:
    """One schedule by amortization (floats rounded to cents)."""
    return list(amortization_schedule(principal, rate, months))


def quantlib_leg(rate: float, months: int, principal: float) -> list[float]:
    """One schedule by QuantLib: a fixed-rate leg on sinking notionals."""
    length = ql.Period(months, ql.Months)
    every = ql.Period(ql.Monthly)
    days = ql.Schedule(
        START, START + length, every, ql.NullCalendar(), ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Forward, False
    )
    notionals = ql.sinkingNotionals(length, ql.Monthly, rate, principal)
    leg = ql.FixedRateLeg(days, ql.Thirty360(ql.Thirty360.BondBasis), list(notionals), [rate])
    return [flow.amount() for flow in leg]


def pyxirr_irr(rows: Sequence[Sequence[float]]) -> list[float | None]:
    """Rates of return one by one by pyxirr."""
    return [pyxirr.irr(row) for row in rows]


def financial_irr(rows: Sequence[Sequence[float]]) -> list[float]:
    """Rates of return one by one by numpy-financial."""
    return [npf.irr(row) for row in rows]


def pyxirr_xirr(days: list[date], rows: Sequence[Sequence[float]]) -> list[float | None]:
    """Dated rates one by one by pyxirr."""
    return [pyxirr.xirr(days, row) for row in rows]


def python_ledger(balance: int, ppm: int, months: int, planned: int) -> list[tuple[int, int]]:
    """One exact ledger in a plain Python loop."""
    rows = []
    for _ in range(months):
        interest = (2 * balance * ppm + 12_000_000) // 24_000_000
        balance -= min(planned - interest, balance)
        rows.append((interest, balance))
    return rows


def python_simulation(paths: int, months: int, payment: float) -> float:
    """The futures in a plain Python loop, for one payment: the share that keeps it up."""
    luck, kept = Random(1), 0  # noqa: S311  futures, no secret
    for _ in range(paths):
        kept += _survives(luck, months, payment)
    return kept / paths


def _survives(luck: Random, months: int, payment: float) -> bool:
    saved, works, wage, idle, alive = 6_000.0, True, 1.0, 0, True
    for _ in range(months):
        chance = luck.random()
        if works and chance < 0.012:
            works, wage = False, wage * 0.9
        elif not works and chance < 0.15:
            works = True
        idle = 0 if works else idle + 1
        part = wage if works else (0.25 if idle <= 12 else 0.0)
        saved += 8_000 * part * luck.lognormvariate(-0.0072, 0.12) - 5_200 * luck.lognormvariate(-0.0032, 0.08)
        if luck.random() < 0.05:
            saved -= luck.lognormvariate(7.824, 0.6)
        saved -= payment
        alive = alive and saved >= 0
    return alive
