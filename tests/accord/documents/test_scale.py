"""Axes of charts on paper."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.documents.scale import DaySpan, Frame, day_ticks, tick_label, ticks
from accord.i18n import speaking


@settings(max_examples=100, deadline=None)
@given(st.integers(-1_000_000, 0), st.integers(1, 10**9))
def test_ticks_enclose_the_values_and_hold_zero(low: int, high: int) -> None:
    marks = ticks(low, high)

    assert marks[0] <= low + 1e-6 * high
    assert marks[-1] >= high * (1 - 1e-9)
    assert len(marks) <= 8
    assert any(abs(mark) < 1e-9 * max(1, high) for mark in marks)


def test_ticks_are_evenly_apart() -> None:
    gaps = {round(after - before, 6) for before, after in pairwise(ticks(0, 86_400))}

    assert gaps == {20_000.0}


def test_a_value_lies_between_the_edges() -> None:
    frame = Frame(0, 10, 100, 40, 0, 200)

    assert frame.at(0) == pytest.approx(50)
    assert frame.at(200) == pytest.approx(10)
    assert frame.at(100) == pytest.approx(30)


def test_labels_follow_the_language() -> None:
    with speaking("zh_CN"):
        assert tick_label(50_000) == "5万"
    with speaking("en"):
        assert tick_label(50_000) == "50k"


def test_day_ticks_begin_and_end_with_the_span() -> None:
    span = DaySpan(date(2027, 1, 5), date(2031, 12, 5))

    days = day_ticks(span, 5)

    assert (days[0], days[-1], len(days)) == (span.first, span.last, 6)
    assert day_ticks(DaySpan(span.first, span.first), 5) == (span.first, span.first)
