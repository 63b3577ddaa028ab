"""Charts on paper."""

from datetime import date
from typing import get_args

from accord.case.samples import sample
from accord.charts import (
    Bars,
    LineChart,
    Mark,
    Point,
    PrivateChart,
    Role,
    Series,
    Table,
    Timeline,
    WeekPoint,
    WeekStrip,
    money_flow,
)
from accord.charts.records import OpenChart
from accord.documents.drawing import chart_height, draw_chart
from accord.documents.sheet import MARGIN, WIDTH, Area, Line, Sheet, Text

TABLE = Table((), ())


def line_chart(count: int, *, stepped: bool = False) -> LineChart:
    """Return a chart of `count` lines."""
    series = tuple(
        Series(f"s{k}", (Point(date(2027, 1, 5), 100.0 + k), Point(date(2028, 1, 5), 0.0)), Role.OTHER)
        for k in range(count)
    )
    return LineChart(title="t", sentence="s", table=TABLE, alt="", series=series, stepped=stepped)


def drawn(chart: OpenChart) -> Sheet:
    """Return a sheet with one chart on it."""
    sheet = Sheet()
    draw_chart(sheet, chart)
    return sheet


def test_lines_are_told_apart_by_dash_and_weight() -> None:
    marks = [mark for mark in drawn(line_chart(6)).pages[0] if isinstance(mark, Line) and mark.width > 0.3]

    assert len({(mark.dash, mark.width) for mark in marks[:6]}) == 6
    assert max(marks, key=lambda mark: mark.width).dash == ()


def test_a_stepped_line_stays_level_between_points() -> None:
    line = [mark for mark in drawn(line_chart(1, stepped=True)).pages[0] if isinstance(mark, Line)][-1]

    assert len(line.points) == 3
    assert line.points[0][1] == line.points[1][1]


def test_stacked_bars_stand_on_each_other_with_patterns() -> None:
    roles = (Role.PRINCIPAL, Role.INTEREST, Role.FEES)
    series = tuple(Series(role.value, (Point("a", 10.0),), role) for role in roles)
    bars = Bars(title="t", sentence="s", table=TABLE, alt="", categories=("a",), series=series)
    areas = [mark for mark in drawn(bars).pages[0] if isinstance(mark, Area)][:3]

    assert len({area.pattern for area in areas}) == 3
    assert abs(areas[1].y + areas[1].height - areas[0].y) < 0.01


def test_every_kind_of_chart_stays_on_the_page() -> None:
    charts: tuple[OpenChart, ...] = (
        line_chart(3),
        money_flow(sample("lin_jing_card", "zh_CN")),
        Timeline(
            title="t",
            sentence="",
            table=TABLE,
            alt="",
            marks=(Mark("a", 90), Mark("b", 360)),
            here=Mark("h", 74),
            end=400,
        ),
        WeekStrip(
            title="t",
            sentence="",
            table=TABLE,
            alt="",
            days=tuple("一二三四五六日"),
            points=(WeekPoint(6, 22.7, "x", Role.VISIT),),
            quiet=(22, 8),
        ),
    )
    for chart in charts:
        sheet = drawn(chart)
        texts = [mark for mark in sheet.pages[0] if isinstance(mark, Text)]

        assert all(MARGIN - 3 <= mark.x <= MARGIN + WIDTH for mark in texts)
        assert all(mark.y <= MARGIN + chart_height(chart) + 1 for mark in texts)


def test_a_line_chart_without_days_is_left_empty() -> None:
    chart = LineChart(title="t", sentence="s", table=TABLE, alt="", series=())

    assert drawn(chart).pages == [[]]


def test_a_private_chart_is_no_chart_for_a_paper() -> None:
    assert PrivateChart not in get_args(OpenChart)
