"""Chart values: open and private kinds, and how much one chart may hold."""

from typing import get_args

import pytest

from accord.charts.records import (
    MOST_SERIES,
    Bars,
    Chart,
    LineChart,
    OpenChart,
    PrivateChart,
    Reference,
    Role,
    Series,
    Table,
)

EMPTY = Table(("a",), ())


def lines(number: int) -> LineChart:
    series = tuple(Series(str(k), (), Role.OTHER) for k in range(number))
    return LineChart(title="t", sentence="s", table=EMPTY, alt="a", series=series)


def test_six_series_can_be_told_apart_and_seven_cannot() -> None:
    assert len(lines(MOST_SERIES).series) == 6
    with pytest.raises(ValueError, match="at most 6"):
        lines(MOST_SERIES + 1)


def test_bars_keep_the_same_limit() -> None:
    series = tuple(Series(str(k), (), Role.OTHER) for k in range(7))

    with pytest.raises(ValueError, match="at most 6"):
        Bars(title="t", sentence="s", table=EMPTY, alt="a", categories=(), series=series)


def test_a_private_chart_is_no_open_chart() -> None:
    hidden = PrivateChart(chart=lines(1), lines=(Reference("limit", 900.0, Role.CEILING),), sentence="s", table=EMPTY)

    assert not isinstance(hidden, get_args(OpenChart))
    assert not isinstance(hidden, Chart)
    assert all(issubclass(kind, Chart) for kind in get_args(OpenChart))


def test_an_open_chart_keeps_nothing_of_the_private_one() -> None:
    hidden = PrivateChart(chart=lines(1), lines=(Reference("limit", 900.0, Role.CEILING),), sentence="s", table=EMPTY)

    assert hidden.chart == lines(1)
