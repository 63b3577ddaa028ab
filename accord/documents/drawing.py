"""Charts on paper: the screen's chart values drawn with lines and areas, told apart without colour too.

Takes open charts only. A `PrivateChart` is none of them, so nothing private can be drawn here.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from accord.charts.records import (
    Bars,
    LineChart,
    OpenChart,
    Role,
    Timeline,
    Waterfall,
    WeekStrip,
)
from accord.documents.scale import DaySpan, Frame, day_ticks, tick_label, ticks
from accord.documents.sheet import (
    HAIR,
    HAIRLINE,
    INK,
    MARGIN,
    PANEL,
    SOFT,
    WIDTH,
    Area,
    Colour,
    Line,
    Pattern,
    Sheet,
    Style,
    Text,
)

CHART_HEIGHT = 58.0
PLOT_HEIGHT = 34.0
LEGEND_HEIGHT = 9.0
LABELS = Style(size=8.0, leading=10.0, colour=SOFT)
SCALE_WIDTH = 16.0
LEGEND_GAP = 6.0
SWATCH = 8.0
DOT = 1.4
BAR_SHARE = 0.6

TEAL: Colour = (11, 110, 105)
AMBER: Colour = (194, 87, 12)
BLUE: Colour = (75, 79, 196)
PLUM: Colour = (155, 44, 106)
GREY: Colour = (95, 107, 118)
MOSS: Colour = (91, 127, 28)
_COLOURS: tuple[Colour, ...] = (TEAL, AMBER, BLUE, PLUM, GREY, MOSS)
_DASHES: tuple[tuple[float, ...], ...] = ((), (3.0, 1.2), (1.0, 1.0), (4.5, 1.0), (0.5, 1.2), (2.0, 2.0))
_PATTERNS: tuple[Pattern, ...] = ("solid", "rising", "falling", "crossed", "dotted", "open")
_ROLES: dict[Role, int] = {
    Role.INCOME: 0,
    Role.SURPLUS: 0,
    Role.PRINCIPAL: 0,
    Role.SPENDING: 1,
    Role.INTEREST: 1,
    Role.PRIORITY: 2,
    Role.PENALTY: 2,
    Role.CREDITOR: 4,
    Role.FEES: 3,
    Role.RESERVE: 5,
    Role.SHORTFALL: 3,
}


class _Look(NamedTuple):
    colour: Colour
    pattern: Pattern
    dash: tuple[float, ...]
    width: float


def draw_chart(sheet: Sheet, chart: OpenChart) -> None:
    """Draw a chart at the cursor and move below it."""
    top = sheet.y
    match chart:
        case LineChart():
            _lines(sheet, chart)
        case Bars():
            _bars(sheet, chart)
        case Waterfall():
            _waterfall(sheet, chart)
        case Timeline():
            _timeline(sheet, chart)
        case WeekStrip():
            _week(sheet, chart)
    sheet.y = top + chart_height(chart)


def chart_height(chart: OpenChart) -> float:
    """Return how tall a chart is drawn, in millimetres; a single line needs no legend, nor do named bars."""
    legend = isinstance(chart, LineChart | Bars) and len(chart.series) > 1
    return CHART_HEIGHT if legend else CHART_HEIGHT - LEGEND_HEIGHT


def _look(number: int, role: Role) -> _Look:
    kind = _ROLES.get(role, number) % len(_COLOURS)
    chosen = number == 0
    return _Look(_COLOURS[kind], _PATTERNS[kind], () if chosen else _DASHES[kind or number], 0.7 if chosen else 0.35)


def _frame(sheet: Sheet, chart: OpenChart, values: list[float]) -> Frame:
    """Draw the value axis with its title and return the plot's frame."""
    marks = ticks(min(values, default=0.0), max(values, default=1.0))
    frame = Frame(MARGIN + SCALE_WIDTH, sheet.y + 6, WIDTH - SCALE_WIDTH, PLOT_HEIGHT, marks[0], marks[-1])
    _label(sheet, MARGIN, sheet.y + 3, chart.y_title)
    for mark in marks:
        y = frame.at(mark)
        colour = SOFT if mark == 0 else HAIR
        sheet.put(Line(((frame.x, y), (frame.right, y)), HAIRLINE, colour))
        text = tick_label(mark)
        _label(sheet, frame.x - 2 - LABELS.measure(text), y + 1, text)
    return frame


def _label(sheet: Sheet, x: float, y: float, text: str) -> None:
    line = LABELS.lines(text, WIDTH)[0]
    if line:
        sheet.put(Text(x, y, line, LABELS.size, bold=False, colour=LABELS.colour))


def _lines(sheet: Sheet, chart: LineChart) -> None:
    points = [point for series in chart.series for point in series.points]
    days = [point.x for point in points if isinstance(point.x, date)]
    if not days:
        return
    values = [point.y for point in points] + [line.y for line in chart.lines]
    frame, span = _frame(sheet, chart, values), DaySpan(min(days), max(days))
    for day in day_ticks(span, 5):
        text = f"{day:%Y-%m}"
        x = frame.x + span.share(day) * frame.width
        _label(sheet, min(x - LABELS.measure(text) / 2, frame.right - LABELS.measure(text)), frame.bottom + 4, text)
    looks = [_look(number, series.role) for number, series in enumerate(chart.series)]
    # The chosen line is drawn last, on top of the others.
    for series, look in reversed(list(zip(chart.series, looks, strict=True))):
        places = [
            (frame.x + span.share(point.x) * frame.width, frame.at(point.y))
            for point in series.points
            if isinstance(point.x, date)
        ]
        sheet.put(Line(_stepped(places) if chart.stepped else tuple(places), look.width, look.colour, look.dash))
    for line in chart.lines:
        y = frame.at(line.y)
        sheet.put(Line(((frame.x, y), (frame.right, y)), 0.35, AMBER, (2.0, 1.0)))
        _label(sheet, frame.right - LABELS.measure(line.label), y - 1, line.label)
    if len(chart.series) > 1:
        _legend(sheet, frame, [series.label for series in chart.series], looks, lines=True)


def _stepped(places: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    out = places[:1]
    for before, after in pairwise(places):
        out += [(after[0], before[1]), after]
    return tuple(out)


def _bars(sheet: Sheet, chart: Bars) -> None:
    looks = [_look(number, series.role) for number, series in enumerate(chart.series)]
    columns = [[series.points[k].y for series in chart.series] for k in range(len(chart.categories))]
    highs = [sum(column) if chart.stacked else max(column, default=0.0) for column in columns]
    frame = _frame(sheet, chart, highs)
    slot = frame.width / max(1, len(chart.categories))
    for number, (category, column) in enumerate(zip(chart.categories, columns, strict=True)):
        left = frame.x + number * slot + slot * (1 - BAR_SHARE) / 2
        _column(sheet, frame, chart, (left, slot * BAR_SHARE), list(zip(column, looks, strict=True)))
        _category(sheet, frame, number, slot, category)
    _legend(sheet, frame, [series.label for series in chart.series], looks)


def _column(
    sheet: Sheet, frame: Frame, chart: Bars, place: tuple[float, float], parts: list[tuple[float, _Look]]
) -> None:
    left, width = place
    base = 0.0
    for number, (value, look) in enumerate(parts):
        narrow = width if chart.stacked else width / len(parts)
        x = left if chart.stacked else left + number * narrow
        _bar(sheet, frame, (x, narrow), (base, base + value), look)
        base += value if chart.stacked else 0.0


def _bar(sheet: Sheet, frame: Frame, place: tuple[float, float], values: tuple[float, float], look: _Look) -> None:
    top, bottom = frame.at(max(values)), frame.at(min(values))
    if bottom > top:
        sheet.put(Area(place[0], top, place[1], bottom - top, look.colour, look.pattern, look.colour))


def _category(sheet: Sheet, frame: Frame, number: int, slot: float, text: str) -> None:
    lines = LABELS.lines(text, slot - 1)[:2]
    for row, line in enumerate(lines):
        x = frame.x + (number + 0.5) * slot - LABELS.measure(line) / 2
        _label(sheet, x, frame.bottom + 4 + row * LABELS.line, line)


def _waterfall(sheet: Sheet, chart: Waterfall) -> None:
    frame = _frame(sheet, chart, [value for step in chart.steps for value in (step.start, step.end)])
    slot = frame.width / max(1, len(chart.steps))
    for number, step in enumerate(chart.steps):
        left = frame.x + number * slot + slot * (1 - BAR_SHARE) / 2
        _bar(sheet, frame, (left, slot * BAR_SHARE), (step.start, step.end), _look(number, step.role))
        _category(sheet, frame, number, slot, step.label)


def _timeline(sheet: Sheet, chart: Timeline) -> None:
    frame = Frame(MARGIN, sheet.y + 6, WIDTH, PLOT_HEIGHT, 0.0, 1.0)
    middle = frame.y + frame.height / 2
    sheet.put(Line(((frame.x, middle), (frame.right, middle)), 0.4, INK))
    for number, mark in enumerate(chart.marks):
        x = frame.x + min(1.0, mark.day / max(1, chart.end)) * frame.width
        y = middle - 4 - (number % 3) * 5
        sheet.put(Line(((x, middle + 1.5), (x, y + 1)), HAIRLINE, SOFT))
        _label(sheet, min(x, frame.right - LABELS.measure(mark.label)), y, mark.label)
    if chart.here is not None:
        x = frame.x + min(1.0, chart.here.day / max(1, chart.end)) * frame.width
        sheet.put(Area(x - DOT, middle - DOT, 2 * DOT, 2 * DOT, TEAL))
        _label(sheet, min(x, frame.right - LABELS.measure(chart.here.label)), middle + 7, chart.here.label)


def _week(sheet: Sheet, chart: WeekStrip) -> None:
    frame = Frame(MARGIN + SCALE_WIDTH, sheet.y + 4, WIDTH - SCALE_WIDTH, PLOT_HEIGHT, 0.0, 24.0)
    row = frame.height / max(1, len(chart.days))
    for start, end in _quiet(chart.quiet):
        x = frame.x + start / 24 * frame.width
        sheet.put(Area(x, frame.y, (end - start) / 24 * frame.width, frame.height, PANEL))
    for number, day in enumerate(chart.days):
        y = frame.y + number * row
        sheet.put(Line(((frame.x, y), (frame.right, y)), HAIRLINE, HAIR))
        _label(sheet, MARGIN, y + row / 2 + 1, day)
    for hour in range(0, 25, 4):
        _label(sheet, frame.x + hour / 24 * frame.width - 2, frame.bottom + 4, f"{hour}:00")
    for point in chart.points:
        x, y = frame.x + point.hour / 24 * frame.width, frame.y + (point.weekday + 0.5) * row
        look = _look(0 if point.role is Role.FROM_ME else 1, point.role)
        pattern: Pattern = "solid" if point.role is Role.FROM_ME else "open"
        sheet.put(Area(x - DOT, y - DOT, 2 * DOT, 2 * DOT, look.colour, pattern, look.colour))


def _quiet(hours: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
    if hours is None:
        return ()
    start, end = hours
    return ((start, end),) if start < end else ((start, 24), (0, end))


def _legend(sheet: Sheet, frame: Frame, labels: list[str], looks: list[_Look], *, lines: bool = False) -> None:
    x, y = frame.x, frame.bottom + 4 + 2.4 * LABELS.line
    for label, look in zip(labels, looks, strict=True):
        wide = SWATCH + 2 + LABELS.measure(label)
        if x + wide > frame.right and x > frame.x:
            x, y = frame.x, y + LABELS.line
        if lines:
            sheet.put(Line(((x, y - 1), (x + SWATCH, y - 1)), look.width, look.colour, look.dash))
        else:
            sheet.put(Area(x, y - 2.4, SWATCH, 3, look.colour, look.pattern, look.colour))
        _label(sheet, x + SWATCH + 2, y, label)
        x += wide + LEGEND_GAP
