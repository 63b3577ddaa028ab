"""T1 to T8: our work, the peers' work, and the ratio that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from accord.bank.grid import Axes, Standing, of_household, pareto_cells, valued
from accord.bank.view import BankView, kept_plan_value
from accord.budget.stress import Household, Run, Stress, Survival, answered, streamed, survival
from accord.days import due_dates
from accord.loans.columns import level_columns
from accord.loans.cost import xirr
from accord.loans.many import Fen, book_levels, level_payments
from accord.loans.many_rates import irr_many, xirr_many
from accord.loans.schedule import Terms
from accord.rehearsal.officer import Claim, Customer, Officer, Pace, rehearse
from tests.bench import peers
from tests.bench.timing import Line, ratio, times

LOANS, MONTHS = 10_000, 60
SOME, FEW = 1_000, 100
LONG = Terms(principal=50_000_000, annual_rate=Decimal("0.049"), months=360, first_due=date(2026, 12, 31))
HOME, STRESS, RUN = Household(income=8_000, expenses=5_200, buffer=6_000), Stress(), Run(months=60, seed=1)
LONG_MONTHS = 360
COPIED = 200_000_000
"""Bytes copied to see how fast this machine copies: far more than its caches hold."""
OWED, LINE_END, VIEW = 8_640_037, 1_500_000, BankView()
FULL = Axes(
    terms=tuple(range(6, 61)),
    annual_rates=tuple(part / 100 for part in range(13)),
    waived=tuple(range(0, 1_100_000, 100_000)),
    first_payments=tuple(range(0, 3_600_000, 100_000)),
)
COARSE = Axes(
    terms=tuple(range(6, 61, 3)),
    annual_rates=(0.0, 0.036, 0.072, 0.12),
    waived=(0, 300_000, 600_000, 900_000, 1_000_000),
    first_payments=(0, 400_000, 800_000, 1_200_000),
)


class Sample(NamedTuple):
    """Ten thousand invented loans: fen and parts per million a year, and the same for the peers."""

    opening: Fen
    ppm: Fen
    months: Fen
    rate: NDArray[np.float64]
    yuan: NDArray[np.float64]


@cache
def sample() -> Sample:
    """Return the loans, the same each time."""
    luck = np.random.default_rng(1)
    opening, ppm = luck.integers(100_000, 50_000_000, LOANS), luck.integers(1, 5_000, LOANS) * 50
    return Sample(opening, ppm, np.full(LOANS, MONTHS), ppm / 12e6, -opening / 100)


def t1() -> Iterator[Line]:
    """Many exact ledgers at once."""
    loans = sample()
    room = np.empty((4, MONTHS, LOANS), dtype=np.int32)

    def ours() -> None:
        book_levels(loans.opening, loans.ppm, loans.months, out=room)

    broadcast, one = (loans.rate, MONTHS, loans.yuan), _for_peers(loans, MONTHS)
    planned = level_payments(loans.opening, loans.ppm, loans.months).tolist()
    plain = list(zip(loans.opening.tolist(), loans.ppm.tolist(), planned, strict=True))[:FEW]
    others: tuple[tuple[str, Callable[[], object], int, int | None], ...] = (
        ("numpy-financial, broadcast", lambda: peers.financial_schedule(*broadcast), 1, 20),
        ("pyxirr, broadcast", lambda: peers.pyxirr_schedule(*broadcast), 1, 25),
        ("QuantLib, loop", lambda: [peers.quantlib_leg(*loan) for loan in one], LOANS // FEW, 200),
        ("amortization, loop", lambda: [peers.amortization_rows(*loan) for loan in one], LOANS // FEW, 600),
        ("plain Python loop", lambda: [peers.python_ledger(p, r, MONTHS, a) for p, r, a in plain], LOANS // FEW, None),
    )
    for name, theirs, part, target in others:
        yield Line("T1", f"10,000 x 60 exact ledgers, against {name}", times(ours, theirs, part=part), target)
    yield Line("T1", "10,000 x 360 exact ledgers, against amortization, loop", _long_against_amortization(loans))
    share = times(ours, _copying(), part=room.nbytes / COPIED)
    yield Line("T1", "10,000 x 60: bytes written, as a part of this machine's copy", 100 * share, 25, unit="%")


def _long_against_amortization(loans: Sample) -> float:
    room, months = np.empty((4, LONG_MONTHS, LOANS), dtype=np.int32), np.full(LOANS, LONG_MONTHS)
    one = _for_peers(loans, LONG_MONTHS)
    return times(
        lambda: book_levels(loans.opening, loans.ppm, months, out=room),
        lambda: [peers.amortization_rows(*loan) for loan in one],
        part=LOANS // FEW,
    )


def _for_peers(loans: Sample, months: int) -> list[tuple[float, int, float]]:
    pairs = zip(loans.rate[:FEW].tolist(), loans.yuan[:FEW].tolist(), strict=True)
    return [(rate * 12, months, -yuan) for rate, yuan in pairs]


def t2() -> Iterator[Line]:
    """One long exact ledger."""
    rate, principal = 0.049, 500_000.0
    named = {
        "numpy-financial": (lambda: peers.financial_schedule(rate / 12, 360, -principal), 0.5),
        "amortization": (lambda: peers.amortization_rows(rate, 360, principal), 0.4),
        "QuantLib": (lambda: peers.quantlib_leg(rate, 360, principal), 0.25),
    }
    for name, (work, target) in named.items():
        part = ratio(lambda: level_columns(LONG), work)
        yield Line("T2", f"one 360-row exact ledger, time over {name}", part, target, at_least=False)


def t3() -> Iterator[Line]:
    """Rates of return of many rows."""
    flows = _flows()
    rows = np.ascontiguousarray(flows.T[:SOME]).tolist()

    def ours() -> None:
        irr_many(flows)

    for name, theirs, part, target in (
        ("a pyxirr loop", lambda: peers.pyxirr_irr(rows), LOANS // SOME, 6),
        ("a numpy-financial loop", lambda: peers.financial_irr(rows[:FEW]), LOANS // FEW, 250),
    ):
        yield Line("T3", f"IRR of 10,000 x 61, against {name}", times(ours, theirs, part=part), target)
    found = np.array(peers.pyxirr_irr(rows), dtype=np.float64)
    error = float(np.abs(irr_many(flows)[:SOME] - found).max())
    yield Line("T3", "the same, largest difference to pyxirr", error, 1e-10, at_least=False, unit="")


def t4() -> Iterator[Line]:
    """Dated rates."""
    flows, days = _flows(), due_dates(date(2026, 1, 31), MONTHS + 1)
    rows = np.ascontiguousarray(flows.T[:SOME]).tolist()
    many = times(lambda: xirr_many(days, flows), lambda: peers.pyxirr_xirr(list(days), rows), part=LOANS // SOME)
    yield Line("T4", "XIRR of 10,000 x 61 with shared days, against a pyxirr loop", many, 1.3)
    found = np.array(peers.pyxirr_xirr(list(days), rows), dtype=np.float64)
    error = float(np.abs(xirr_many(days, flows)[:SOME] - found).max())
    yield Line("T4", "the same, largest difference to pyxirr", error, 1e-8, at_least=False, unit="")
    dated = list(zip(days, [round(flow) for flow in rows[0]], strict=True))
    alone = ratio(lambda: xirr(dated), lambda: peers.pyxirr_xirr(list(days), rows[:1]))
    yield Line("T4", "one XIRR, time over pyxirr", alone, 20, at_least=False)


def t5() -> Iterator[Line]:
    """Futures."""
    slow = times(simulate, lambda: peers.python_simulation(SOME, 60, 1_400), part=RUN.paths // SOME, long=True)
    yield Line("T5", "10,000 futures x 60 months, against a plain Python loop", slow, 20)
    drawn = streamed(HOME, STRESS, RUN)
    line = np.linspace(0, 3_000, 301)

    def surface() -> None:
        known = answered(drawn[0], drawn[1].copy())
        for month in range(1, 61):
            known.shares(line, months=month)

    part = over_simulation(surface)
    yield Line("T5", "sorting and a surface of 60 x 301, time over the simulation", part, 1, at_least=False)


def t6() -> Iterator[Line]:
    """The map of offers."""
    standing = of_household(_drawn(), months=60, most=LINE_END, other_break=0.008)

    def whole() -> None:
        found = valued(OWED, FULL, standing, VIEW)
        pareto_cells(found.payment, found.value, (found.payment < 200_000) & (found.value > 3e6))

    slow = times(whole, lambda: _by_months(standing, FEW), part=FULL.cells / FEW)
    yield Line("T6", f"a map of {FULL.cells:,} offers with its edge, against a plain Python loop", slow, 200)
    part = over_simulation(lambda: valued(OWED, COARSE, standing, VIEW))
    what = f"a map of {COARSE.cells:,} offers for a slider, time over the simulation"
    yield Line("T6", what, part, 0.3, at_least=False)


def t7() -> Iterator[Line]:
    """A rehearsal."""
    pace = Pace(8, 0.0, 0.25)
    claim = Claim(owed=8_640_000, charges=640_000, other_way=2_850_000)
    customer = Customer(150_000, 0, Pace(8, 0.0, 1.0))
    rounds = rehearse(Officer(claim, pace), customer).rounds
    what = f"a rehearsal of {rounds} rounds over 810 offers, time over the simulation"
    part = over_simulation(lambda: rehearse(Officer(claim, pace), customer))
    yield Line("T7", what, part, 0.1, at_least=False)


def simulate() -> None:
    """Run one simulation, all payments and horizons, without sorting."""
    streamed(HOME, STRESS, RUN)


def over_simulation(ours: Callable[[], object]) -> float:
    """Return a time over that of one simulation."""
    return ratio(ours, simulate, rounds=5, runs=(8, 3))


@cache
def _drawn() -> Survival:
    return survival(HOME, STRESS, RUN)


@cache
def _flows() -> NDArray[np.float64]:
    loans = sample()
    paid = book_levels(loans.opening, loans.ppm, loans.months).payment
    flows: NDArray[np.float64] = np.vstack([-loans.opening, paid]).astype(np.float64)
    return flows


def _copying() -> Callable[[], object]:
    source = np.ones(COPIED // 8)
    target = np.empty_like(source)
    return lambda: np.copyto(target, source)


def _by_months(standing: Standing, cells: int) -> list[float]:
    """Value some offers of the full map one by one, month by month."""
    values = []
    for place in range(0, FULL.cells, FULL.cells // cells)[:cells]:
        t, r, w, d = np.unravel_index(place, FULL.shape)
        months, rate = FULL.terms[t], FULL.annual_rates[r]
        balance = float(OWED - FULL.waived[w] - FULL.first_payments[d])
        payment = balance * rate / 12 / (1 - (1 + rate / 12) ** -months) if rate else balance / months
        below, part = standing.place(np.array([payment]))
        alive = (standing.alive[:, below[0]] * (1 - part[0]) + standing.alive[:, below[0] + 1] * part[0]).tolist()
        balances = []
        for _ in range(months):
            balances.append(balance)
            balance = balance * (1 + rate / 12) - payment
        values.append(kept_plan_value([payment] * months, balances, alive[:months], VIEW))
    return values
