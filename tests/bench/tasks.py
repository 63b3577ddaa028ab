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
from tests.bench.timing import Line, best, ratio

LOANS, MONTHS = 10_000, 60
SOME, FEW = 1_000, 100
LONG = Terms(principal=50_000_000, annual_rate=Decimal("0.049"), months=360, first_due=date(2026, 12, 31))
HOME, STRESS, RUN = Household(income=8_000, expenses=5_200, buffer=6_000), Stress(), Run(months=60, seed=1)
LONG_MONTHS = 360
"""Rows of the schedules from which the target against the amortization package seems to have been set."""
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
    room = np.empty((4, MONTHS, LOANS), dtype=np.int64)
    ours = best(lambda: book_levels(loans.opening, loans.ppm, loans.months, out=room), runs=30)
    broadcast = loans.rate, MONTHS, loans.yuan
    one = _for_peers(loans, MONTHS)
    planned = level_payments(loans.opening, loans.ppm, loans.months).tolist()
    plain = list(zip(loans.opening.tolist(), loans.ppm.tolist(), planned, strict=True))[:SOME]
    peers_times = {
        "numpy-financial, broadcast": (best(lambda: peers.financial_schedule(*broadcast), runs=4), 20),
        "pyxirr, broadcast": (best(lambda: peers.pyxirr_schedule(*broadcast), runs=4), 25),
        "QuantLib, loop": (_scaled(lambda: [peers.quantlib_leg(*loan) for loan in one], FEW), 200),
        "plain Python loop": (_scaled(lambda: [peers.python_ledger(p, r, MONTHS, a) for p, r, a in plain], SOME), None),
    }
    for name, (time, target) in peers_times.items():
        yield Line("T1", f"10,000 x 60 exact ledgers, against {name}", time / ours, target)
    yield from _against_amortization(loans, ours)
    share = room.nbytes / ours / _copy_bandwidth()
    yield Line("T1", "the same, written bytes as a part of this machine's copy", 100 * share, 25, unit="%")


def _against_amortization(loans: Sample, ours: float) -> Iterator[Line]:
    """Compare with the amortization package's 360 rows, from which 600x seems to stem, and then row for row.

    Row for row the target is a sixth of it, because 360 rows take that package six times as long as 60.
    """
    short, long = _for_peers(loans, MONTHS), _for_peers(loans, LONG_MONTHS)
    its_short = _scaled(lambda: [peers.amortization_rows(*loan) for loan in short], FEW)
    its_long = _scaled(lambda: [peers.amortization_rows(*loan) for loan in long], FEW)
    room, months = np.empty((4, LONG_MONTHS, LOANS), dtype=np.int64), np.full(LOANS, LONG_MONTHS)
    ours_long = best(lambda: book_levels(loans.opening, loans.ppm, months, out=room), runs=6)
    what = "exact ledgers, against amortization, loop"
    yield Line("T1", f"10,000 x 60 {what} of 10,000 x 360 (see docs/performance.md)", its_long / ours, 600)
    yield Line("T1", f"10,000 x 60 {what} of 10,000 x 60 (row for row)", its_short / ours, 100)
    yield Line("T1", f"10,000 x 360 {what} of 10,000 x 360 (row for row)", its_long / ours_long, 100)


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
    ours = best(lambda: irr_many(flows), runs=8)
    yield Line(
        "T3", "IRR of 10,000 x 61, against a pyxirr loop", _scaled(lambda: peers.pyxirr_irr(rows), SOME) / ours, 6
    )
    slow = _scaled(lambda: peers.financial_irr(rows[:FEW]), FEW)
    yield Line("T3", "the same, against a numpy-financial loop", slow / ours, 250)
    found = np.array(peers.pyxirr_irr(rows), dtype=np.float64)
    error = float(np.abs(irr_many(flows)[:SOME] - found).max())
    yield Line("T3", "the same, largest difference to pyxirr", error, 1e-10, at_least=False, unit="")


def t4() -> Iterator[Line]:
    """Dated rates."""
    flows, days = _flows(), due_dates(date(2026, 1, 31), MONTHS + 1)
    rows = np.ascontiguousarray(flows.T[:SOME]).tolist()
    ours = best(lambda: xirr_many(days, flows), runs=8)
    theirs = _scaled(lambda: peers.pyxirr_xirr(list(days), rows), SOME)
    yield Line("T4", "XIRR of 10,000 x 61 with shared days, against a pyxirr loop", theirs / ours, 1.3)
    found = np.array(peers.pyxirr_xirr(list(days), rows), dtype=np.float64)
    error = float(np.abs(xirr_many(days, flows)[:SOME] - found).max())
    yield Line("T4", "the same, largest difference to pyxirr", error, 1e-8, at_least=False, unit="")
    dated = list(zip(days, [round(flow) for flow in rows[0]], strict=True))
    alone = ratio(lambda: xirr(dated), lambda: peers.pyxirr_xirr(list(days), rows[:1]))
    yield Line("T4", "one XIRR, time over pyxirr", alone, 20, at_least=False)


def t5() -> Iterator[Line]:
    """Futures."""
    ours = simulation_time()
    slow = best(lambda: peers.python_simulation(SOME, 60, 1_400), runs=2, scale=RUN.paths / SOME)
    yield Line("T5", "10,000 futures x 60 months, against a plain Python loop", slow / ours, 20)
    drawn = streamed(HOME, STRESS, RUN)
    line = np.linspace(0, 3_000, 301)

    def surface() -> None:
        known = answered(drawn[0], drawn[1].copy())
        for month in range(1, 61):
            known.shares(line, months=month)

    yield Line(
        "T5", "sorting and a surface of 60 x 301, time over the simulation", best(surface) / ours, 1, at_least=False
    )


def t6() -> Iterator[Line]:
    """The map of offers."""
    standing = of_household(_drawn(), months=60, most=LINE_END, other_break=0.008)

    def whole() -> None:
        found = valued(OWED, FULL, standing, VIEW)
        pareto_cells(found.payment, found.value, (found.payment < 200_000) & (found.value > 3e6))

    ours = best(whole, runs=12)
    slow = best(lambda: _by_months(standing, FEW), runs=2, scale=FULL.cells / FEW)
    yield Line("T6", f"a map of {FULL.cells:,} offers with its edge, against a plain Python loop", slow / ours, 200)
    coarse = best(lambda: valued(OWED, COARSE, standing, VIEW))
    part = coarse / simulation_time()
    yield Line(
        "T6", f"a map of {COARSE.cells:,} offers for a slider, time over the simulation", part, 0.3, at_least=False
    )


def t7() -> Iterator[Line]:
    """A rehearsal."""
    pace = Pace(8, 0.0, 0.25)
    claim = Claim(owed=8_640_000, charges=640_000, other_way=2_850_000)
    customer = Customer(150_000, 0, Pace(8, 0.0, 1.0))
    ours = best(lambda: rehearse(Officer(claim, pace), customer), runs=20)
    rounds = rehearse(Officer(claim, pace), customer).rounds
    what = f"a rehearsal of {rounds} rounds over 810 offers, time over the simulation"
    yield Line("T7", what, ours / simulation_time(), 0.1, at_least=False)


@cache
def simulation_time() -> float:
    """Return the time of one simulation, all payments and horizons, without sorting."""
    return best(lambda: streamed(HOME, STRESS, RUN), runs=8)


@cache
def _drawn() -> Survival:
    return survival(HOME, STRESS, RUN)


@cache
def _flows() -> NDArray[np.float64]:
    loans = sample()
    paid = book_levels(loans.opening, loans.ppm, loans.months).payment
    flows: NDArray[np.float64] = np.vstack([-loans.opening, paid]).astype(np.float64)
    return flows


def _scaled(work: Callable[[], object], part: int) -> float:
    return best(work, runs=2, scale=LOANS / part)


def _copy_bandwidth() -> float:
    source = np.ones(25_000_000)
    target = np.empty_like(source)
    return source.nbytes / best(lambda: np.copyto(target, source), runs=4)


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
