"""Rates of many rows at once agree with rates one by one, and with pyxirr."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
import pyxirr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accord.days import due_dates
from accord.errors import TermsError
from accord.loans.cost import irr, xirr
from accord.loans.many import book_levels
from accord.loans.many_rates import Floats, irr_many, xirr_many

DAYS = due_dates(date(2026, 1, 31), 25)


def _flows(ppm: list[int], fee: int = 0) -> Floats:
    opening = np.array([1_000_000 + 7 * part for part in ppm])
    found = book_levels(opening, np.array(ppm), np.full(len(ppm), 24))
    table: Floats = np.vstack([fee - opening, found.payment]).astype(np.float64)
    return table


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 3_000_000), min_size=1, max_size=8), st.integers(0, 200_000))
def test_monthly_rates_agree_with_pyxirr(ppm: list[int], fee: int) -> None:
    flows = _flows(ppm, fee)

    peers = [pyxirr.irr(column) for column in flows.T.tolist()]

    assert irr_many(flows) == pytest.approx(np.array(peers, dtype=np.float64), abs=1e-10)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 3_000_000), min_size=1, max_size=8))
def test_dated_rates_agree_with_pyxirr(ppm: list[int]) -> None:
    flows = _flows(ppm)

    peers = [pyxirr.xirr(DAYS, column) for column in flows.T.tolist()]

    assert xirr_many(DAYS, flows) == pytest.approx(np.array(peers, dtype=np.float64), rel=1e-8, abs=1e-8)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.integers(-1_000, 1_000), min_size=4, max_size=4), min_size=1, max_size=5))
@example([[0, 0, 11, -1]])  # a dated rate of -100% to the last of twelve places
def test_any_flows_get_the_answer_they_get_alone(rows: list[list[int]]) -> None:
    alone = [irr(row).per_period for row in rows]
    dated = [xirr(list(zip(DAYS, row, strict=False))).rate for row in rows]

    assert irr_many(np.array(rows).T) == pytest.approx(_numbers(alone), rel=1e-7, abs=1e-9, nan_ok=True)
    assert xirr_many(DAYS[:4], np.array(rows).T) == pytest.approx(_numbers(dated), rel=1e-6, abs=1e-8, nan_ok=True)


def _numbers(rates: Sequence[object]) -> Floats:
    return np.array([np.nan if rate is None else float(str(rate)) for rate in rates])


def test_flows_of_one_sign_have_no_rate() -> None:
    assert np.isnan(irr_many([[100.0], [100.0]])).all()


def test_less_than_was_paid_out_is_a_negative_rate() -> None:
    assert irr_many([[-200.0], [50.0], [50.0]])[0] == pytest.approx(-0.3596, abs=1e-4)


def test_the_order_of_signs_does_not_matter() -> None:
    flows = _flows([120_000, 182_500])

    assert irr_many(-flows) == pytest.approx(irr_many(flows), abs=1e-13)


def test_days_that_go_back_are_refused() -> None:
    with pytest.raises(TermsError) as refused:
        xirr_many([date(2026, 2, 1), date(2026, 1, 1)], [[-1.0], [2.0]])

    assert refused.value.field == "days"


def test_a_single_line_is_no_table() -> None:
    with pytest.raises(TermsError):
        irr_many([-1.0, 2.0])


def test_days_of_the_examples_are_of_unequal_length() -> None:
    assert len({(later - day).days for day, later in pairwise(DAYS)}) > 1
