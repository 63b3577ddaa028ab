"""The grid of offers agrees with a plain month loop, cell by cell."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.bank.grid import Axes, Standing, of_household, pareto_cells, steady, valued
from accord.bank.view import BankView, kept_plan_value
from accord.budget.stress import Household, Run, Stress, survival
from accord.errors import TermsError

OWED = 8_640_037
DRAWN = survival(Household(income=8_000, expenses=5_200, buffer=6_000), Stress(), Run(months=60, paths=400, seed=4))
VIEW = BankView()
LINE = of_household(DRAWN, months=60, most=1_500_000, other_break=0.008)


def _by_months(payment: float, months: int, rate: float, principal: float, standing: Standing) -> float:
    below, part = standing.place(np.array([payment]))
    curve = standing.alive[:, below[0]] * (1 - part[0]) + standing.alive[:, below[0] + 1] * part[0]
    balances, balance = list[float](), principal
    for _month in range(months):
        balances.append(balance)
        balance = balance * (1 + rate / 12) - payment
    payments: Sequence[float] = [payment] * months
    return kept_plan_value(payments, balances, curve[:months].tolist(), VIEW)


@settings(max_examples=40)
@given(
    st.integers(1, 60),
    st.floats(0, 0.24),
    st.integers(0, 2_000_000),
    st.integers(0, 2_000_000),
    st.sampled_from([0, 1]),
)
def test_each_cell_is_worth_what_the_month_loop_says(
    months: int, rate: float, waived: int, first: int, which: int
) -> None:
    standing = (LINE, steady(VIEW, months=60, most=1_500_000))[which]
    axes = Axes(terms=(months,), annual_rates=(rate,), waived=(waived,), first_payments=(first,))

    found = valued(OWED, axes, standing, VIEW)

    payment, value = float(found.payment[0, 0, 0, 0]), float(found.value[0, 0, 0, 0])
    looped = _by_months(payment, months, rate, OWED - waived - first, standing) + first
    assert value == pytest.approx(looped, abs=1e-3, rel=1e-9)


def test_able_is_the_share_of_futures_that_keep_the_payment() -> None:
    found = valued(OWED, Axes(terms=(36, 60)), LINE, VIEW)

    for t, months in enumerate((36, 60)):
        exact = DRAWN.at(float(found.payment[t, 0, 0, 0]) / 100, months=months).share
        assert found.able[t, 0, 0, 0] == pytest.approx(exact, abs=0.02)


def test_what_leaves_nothing_to_pay_is_worth_what_is_paid() -> None:
    found = valued(1_000, Axes(terms=(12,), waived=(600,), first_payments=(500,)), LINE, VIEW)

    assert (found.payment[0, 0, 0, 0], found.value[0, 0, 0, 0]) == (0, 500)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), min_size=1, max_size=30))
def test_none_beats_an_offer_on_the_edge(offers: list[tuple[int, int, bool]]) -> None:
    payment, value, among = (np.array(column) for column in zip(*offers, strict=True))

    edge = pareto_cells(payment.astype(float), value.astype(float), among)

    for place in edge:
        beaten = among & (payment <= payment[place]) & (value >= value[place])
        better = beaten & ((payment < payment[place]) | (value > value[place]))
        assert not better.any()
    assert (len(edge) > 0) == bool(among.any())


def test_the_largest_payment_kept_is_read_off_the_line() -> None:
    kept = LINE.largest_kept(36)

    assert DRAWN.at(kept / 100, months=36).share >= 0.8
    assert DRAWN.at((kept + LINE.step) / 100, months=36).share < 0.8


def test_an_empty_axis_is_refused_and_cells_are_counted() -> None:
    assert Axes(terms=(12, 24), annual_rates=(0.0, 0.1, 0.2)).cells == 6
    with pytest.raises(TermsError) as refused:
        Axes(terms=())
    assert refused.value.field == "axes"
