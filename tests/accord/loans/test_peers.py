"""Schedules and rates against programs of others: amortization to the fen, the rest to what floats allow."""

from datetime import date
from decimal import Decimal
from math import sqrt

import numpy as np
import numpy_financial as npf
import pytest
import pyxirr
import QuantLib as ql  # noqa: N813  short, as its own examples have it
from amortization.schedule import amortization_schedule
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from accord.days import due_dates
from accord.loans import DayCount, Terms, equal_instalments, interest_between, irr, level_payment, xirr
from tests.accord.loans.ready import ANY_TERMS, terms

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
RATES = st.decimals("0.0001", "0.36", places=4)


def _rows_may_be_off_by(loan: Terms) -> float:
    """Return how far (fen) unrounded floats may lie from a booked balance: half a fen a row, and interest on it."""
    grown: float = (1 + float(loan.annual_rate) / 12) ** loan.months
    return loan.months * grown + 1e-4 * sqrt(loan.principal)


@settings(max_examples=50, deadline=None)
@given(st.integers(10_000, 100_000_000), st.integers(1, 3_600), st.integers(2, 120))
def test_rows_agree_with_amortization_to_the_fen(principal: int, rate: int, months: int) -> None:
    ours = equal_instalments(terms(principal, str(Decimal(rate) / 10_000), months)).rows
    assume(min(row.principal for row in ours) > 0)

    theirs = list(amortization_schedule(principal / 100, rate / 10_000, months))

    # It rounds floats, so a tie may fall the other way, and a fen a month is all that can grow out of one.
    assert all(abs(row.balance - round(peer.balance * 100)) <= months for row, peer in zip(ours, theirs, strict=True))
    for owed, row, peer in zip([principal, *(row.balance for row in ours)], ours, theirs, strict=False):
        if owed * rate % 120_000 == 60_000:
            break
        assert (row.interest, row.balance) == (round(peer.interest * 100), round(peer.balance * 100))


def test_a_tie_that_floats_lose_is_rounded_up_here() -> None:
    # 41.00 yuan at 18% a year bears 0.615 a month.
    ours = equal_instalments(terms(4_100, "0.18", 12)).rows[0]

    assert ours.interest == 62
    assert next(amortization_schedule(41.0, 0.18, 12)).interest == pytest.approx(0.61)


@settings(max_examples=60, deadline=None)
@given(ANY_TERMS)
def test_rows_agree_with_numpy_financial(loan: Terms) -> None:
    assume(loan.annual_rate > 0)
    rate, periods = float(loan.annual_rate) / 12, np.arange(1, loan.months + 1)

    interest = npf.ipmt(rate, periods, loan.months, -loan.principal)
    principal = npf.ppmt(rate, periods, loan.months, -loan.principal)
    ours = equal_instalments(loan)

    slack = _rows_may_be_off_by(loan)
    balances = loan.principal - np.cumsum(principal)
    assert np.abs(np.array([row.balance for row in ours.rows]) - balances).max() <= slack
    assert np.abs(np.array([row.interest for row in ours.rows]) - interest).max() <= slack


@settings(max_examples=60, deadline=None)
@given(ANY_TERMS)
def test_the_level_payment_agrees_with_pyxirr(loan: Terms) -> None:
    theirs = pyxirr.pmt(float(loan.annual_rate) / 12, loan.months, -loan.principal)

    assert theirs is not None
    assert abs(level_payment(loan) - theirs) <= 0.5 + 1e-6 * loan.principal


@settings(max_examples=20, deadline=None)
@given(st.integers(100_000, 50_000_000), RATES, st.integers(2, 120))
def test_flows_agree_with_a_leg_of_quantlib(principal: int, rate: Decimal, months: int) -> None:
    loan = terms(principal, str(rate), months)
    start, length = ql.Date(15, 1, 2026), ql.Period(months, ql.Months)
    days = ql.Schedule(
        *(start, start + length, ql.Period(ql.Monthly), ql.NullCalendar()),
        *(ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Forward, False),
    )
    notionals = list(ql.sinkingNotionals(length, ql.Monthly, float(rate), float(principal)))
    leg = ql.FixedRateLeg(days, ql.Thirty360(ql.Thirty360.BondBasis), notionals, [float(rate)])

    interest = [flow.amount() for flow in leg][:months]
    ours = [row.interest for row in equal_instalments(loan).rows]
    assert len(interest) == months
    assert max(abs(one - other) for one, other in zip(ours, interest, strict=True)) <= _rows_may_be_off_by(loan)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 2_000), st.integers(1, 10**9), RATES)
def test_interest_by_the_day_agrees_with_quantlib(start: date, length: int, principal: int, rate: Decimal) -> None:
    end = date.fromordinal(start.toordinal() + length)
    counts: dict[DayCount, ql.DayCounter] = {
        "act/360": ql.Actual360(),
        "act/365": ql.Actual365Fixed(),
        "act/act": ql.ActualActual(ql.ActualActual.ISDA),
    }
    first, last = (ql.Date(day.day, day.month, day.year) for day in (start, end))

    for basis, count in counts.items():
        ours = interest_between(principal, rate, start, end, basis=basis)
        theirs = principal * float(rate) * count.yearFraction(first, last)
        assert abs(ours - theirs) <= 0.5 + 1e-9 * principal


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=60), st.integers(1, 10**7))
def test_rates_of_return_agree_with_pyxirr_and_numpy_financial(payments: list[int], lent: int) -> None:
    assume(sum(payments) > lent / 2)
    flows = [-float(lent), *map(float, payments)]

    ours = irr(flows).per_period

    assert ours is not None
    assert float(ours) == pytest.approx(pyxirr.irr(flows), abs=1e-8, rel=1e-7)
    assert abs(npf.npv(float(ours), flows)) <= 1e-6 * max(lent, sum(payments)) * len(flows)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.lists(st.integers(1_000, 10**6), min_size=1, max_size=48), st.floats(0.34, 1.99))
def test_dated_rates_agree_with_pyxirr(first: date, payments: list[int], part: float) -> None:
    lent = round(sum(payments) * part)
    days = due_dates(first, len(payments) + 1)
    flows = [-float(lent), *map(float, payments)]

    ours, theirs = xirr(list(zip(days, flows, strict=True))).rate, pyxirr.xirr(list(days), flows)

    assert ours is not None
    assert theirs is not None
    assert float(ours) == pytest.approx(theirs, rel=1e-6, abs=1e-7)
