"""Plotly figures from chart records: pure functions, no Streamlit.

Colours are left to the theme (Streamlit lays the light or dark palette under the figure), so signs beside colour
do the telling: thick and solid for the chosen line, thin and dashed for the others, hatching for stacked parts.
"""

from __future__ import annotations

from functools import singledispatch
from math import ceil
from typing import Any

import plotly.graph_objects as go

from accord.charts.records import (
    Bars,
    LineChart,
    Reference,
    Role,
    Series,
    Timeline,
    Waterfall,
    WeekStrip,
)
from accord.i18n import in_chinese
from accord.money import short_yuan

HEIGHT = 340
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
HATCHES = ("", "/", ".", "x", "-", "\\")
INK = "rgba(128, 128, 128, 0.55)"
"""Grey that stands on both the light and the dark paper."""
WARN = "#C2570C"
SHADE = "rgba(128, 128, 128, 0.15)"
WEEK_SIGNS = {Role.FROM_ME: "circle", Role.FROM_THEM: "triangle-up", Role.VISIT: "x"}
TICKS = 5
STEPS = (1, 2, 2.5, 5, 10)
NEAR_ZERO = 0.08
"""A level line in this lowest part of the picture has its label above it: below stand the days."""


def tick_values(highest: float) -> list[float]:
    """Return round axis values from 0 to at least `highest`, about `TICKS` of them."""
    if highest <= 0:
        return [0.0]
    rough = highest / TICKS
    scale = 10.0 ** (len(str(int(rough))) - 1) if rough >= 1 else 1.0
    step = next(step * scale for step in STEPS if step * scale >= rough)
    return [k * step for k in range(int(highest / step + 1.999))]


def _scale(highest: float, lowest: float) -> list[float]:
    """Return round axis values from zero up, and from zero down where something lies below it."""
    values = tick_values(max(highest, -lowest))
    if lowest >= 0:
        return values
    below = range(ceil(-lowest / values[1]), 0, -1)
    return [*(-k * values[1] for k in below), *(value for value in values if value - values[1] < highest)]


def _frame(*, y_title: str, highest: float, private: bool, lowest: float = 0) -> dict[str, Any]:
    """Return a layout with the axis of amounts. A figure gets its layout at once: each later update costs its own."""
    values = _scale(highest, lowest)
    return {
        "height": HEIGHT,
        "margin": {"l": 8, "r": 12, "t": 28, "b": 8},
        "legend": {"orientation": "h", "yanchor": "top", "y": -0.16, "x": 0},
        "hovermode": "x unified",
        "dragmode": False,
        "xaxis": {"fixedrange": True, "automargin": True},
        "yaxis": {
            "fixedrange": True,
            "automargin": True,
            "tickvals": values,
            "ticktext": ["••" if private and value else short_yuan(int(value * 100)) for value in values],
            "range": [values[0] * 1.04, values[-1] * 1.04 or 1],
            "zeroline": values[0] < 0,
        },
        # The unit stands above the axis: a turned title would collide with the ticks on a phone.
        "annotations": [
            {
                "text": y_title,
                "xref": "paper",
                "yref": "paper",
                "x": 0,
                "y": 1.02,
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
            }
        ],
    }


def _line(series: Series, place: int, *, stepped: bool) -> dict[str, Any]:
    chosen = place == 0
    return {
        "type": "scatter",
        "x": [point.x for point in series.points],
        "y": [point.y for point in series.points],
        "name": series.label,
        "mode": "lines",
        "line": {"width": 4 if chosen else 2, "dash": DASHES[place], "shape": "hv" if stepped else "linear"},
        "hovertemplate": "%{y:,.2f}",
    }


def _refer(layout: dict[str, Any], lines: tuple[Reference, ...]) -> None:
    """Draw labelled level lines; labels alternate sides and stand above or below, so that close lines keep theirs."""
    ordered = sorted(lines, key=lambda line: line.y)
    across = {"xref": "x domain", "yref": "y"}
    layout["shapes"] = [
        {
            "type": "line",
            "x0": 0,
            "x1": 1,
            "y0": line.y,
            "y1": line.y,
            **across,
            "line": {"color": WARN, "width": 2, "dash": ("dot", "dash", "dashdot")[place % 3]},
        }
        for place, line in enumerate(ordered)
    ]
    for place, line in enumerate(ordered):
        side = {"x": 1, "xanchor": "right"} if place % 2 else {"x": 0, "xanchor": "left"}
        above = place == len(ordered) - 1 or line.y < NEAR_ZERO * layout["yaxis"]["range"][1]
        stands = {"y": line.y, "yanchor": "bottom" if above else "top", "showarrow": False}
        layout["annotations"].append({"text": line.label, **across, **side, **stands})


@singledispatch
def figure(chart: object, *, private: bool = False, extra: tuple[Reference, ...] = ()) -> go.Figure:
    """Return the figure of a chart record.

    Args:
        chart: one of the records in `accord.charts`.
        private: hide the amounts on the axes.
        extra: private reference lines to draw over it; only lines and bars take them.
    """
    del private, extra
    message = f"no figure for {type(chart).__name__}"
    raise TypeError(message)


@figure.register
def _(chart: LineChart, *, private: bool = False, extra: tuple[Reference, ...] = ()) -> go.Figure:
    lines = [_line(series, place, stepped=chart.stepped) for place, series in enumerate(chart.series)]
    references = (*chart.lines, *extra)
    heights = [point.y for series in chart.series for point in series.points] + [line.y for line in references]
    layout = _frame(y_title=chart.y_title, highest=max(heights, default=0), private=private)
    _refer(layout, references)
    return go.Figure(lines, layout)


@figure.register
def _(chart: Bars, *, private: bool = False, extra: tuple[Reference, ...] = ()) -> go.Figure:
    if len(chart.categories) > MOST_STANDING and not extra:
        return _lying(chart, private=private)
    columns = [[series.points[k].y for series in chart.series] for k in range(len(chart.categories))]
    highest = max((sum(column) if chart.stacked else max(column, default=0) for column in columns), default=0)
    highest = max([highest, *(line.y for line in extra)])
    layout = _frame(y_title=chart.y_title, highest=highest, private=private)
    _refer(layout, extra)
    layout |= {"barmode": "stack" if chart.stacked else "group", "bargap": 0.35}
    layout["xaxis"] |= {"tickvals": list(chart.categories), "ticktext": [folded(name) for name in chart.categories]}
    # Names under bars take room: the legend stands above them all.
    layout["legend"] |= {"y": 1.12, "yanchor": "bottom"}
    layout["margin"] |= {"t": 56}
    return go.Figure([_bar(series, place) for place, series in enumerate(chart.series)], layout)


def _lying(chart: Bars, *, private: bool) -> go.Figure:
    """Draw stacked bars that lie, the first on top: many names beside bars can be read, under them they overlap."""
    sums = [sum(series.points[k].y for series in chart.series) for k in range(len(chart.categories))]
    layout = _frame(y_title="", highest=max(sums, default=0), private=private)
    names = {"tickvals": list(chart.categories), "ticktext": [folded(name, beside=True) for name in chart.categories]}
    layout["yaxis"], layout["xaxis"] = layout["xaxis"] | names | {"autorange": "reversed"}, layout["yaxis"]
    # Along the foot of a phone there is room for every second figure.
    sparse = {name: layout["xaxis"][name][::2] for name in ("tickvals", "ticktext")}
    layout["xaxis"] |= sparse | {"title": {"text": chart.y_title}}
    layout |= {"barmode": "stack", "bargap": 0.3, "height": HEIGHT_OF_BAR * len(sums) + HEIGHT_AROUND}
    layout["legend"] |= {"y": 1.02, "yanchor": "bottom"}
    layout["hovermode"] = "y unified"
    bars = [_bar(series, place) for place, series in enumerate(chart.series)]
    lying = [bar | {"x": bar["y"], "y": bar["x"], "orientation": "h", "hovertemplate": "%{x:,.2f}"} for bar in bars]
    return go.Figure(lying, layout)


MOST_STANDING = 4
"""Bars that stand side by side on a phone with their names under them; more lie."""
HEIGHT_OF_BAR = 44
HEIGHT_AROUND = 110
LONGEST_LABEL = 24


def folded(label: str, *, beside: bool = False) -> str:
    """Break a long label so that bars on a phone keep their names apart; the table beside has it whole.

    A name that stands `beside` its bar, not under it, has longer lines, and two of them.
    """
    wide = (5 if in_chinese() else 12) * (2 if beside else 1)
    longest = 2 * wide if beside else LONGEST_LABEL
    label = label if len(label) <= longest else f"{label[: longest - 1]}…"
    if len(label) <= wide:
        return label
    if " " not in label:
        return "<br>".join(label[k : k + wide] for k in range(0, len(label), wide))
    lines, current = [], ""
    for word in label.split():
        if current and len(current) + len(word) >= wide:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    return "<br>".join([*lines, current])


def _bar(series: Series, place: int) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": [str(point.x) for point in series.points],
        "y": [point.y for point in series.points],
        "name": series.label,
        "marker": {"pattern": {"shape": HATCHES[place], "fillmode": "overlay", "solidity": 0.25}},
        "hovertemplate": "%{y:,.2f}",
    }


@figure.register
def _(chart: Waterfall, *, private: bool = False) -> go.Figure:
    roles = list(dict.fromkeys(step.role for step in chart.steps))
    labels = [step.label for step in chart.steps]
    bars = {
        "type": "bar",
        "x": labels,
        "base": [min(step.start, step.end) for step in chart.steps],
        "y": [abs(step.end - step.start) for step in chart.steps],
        "marker": {"pattern": {"shape": [HATCHES[roles.index(step.role) % len(HATCHES)] for step in chart.steps]}},
        "text": ["" if private else short_yuan(int(abs(step.end - step.start) * 100)) for step in chart.steps],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y:,.2f}<extra></extra>",
    }
    heights = [height for step in chart.steps for height in (step.start, step.end)]
    highest, lowest = max(heights, default=0) * 1.08, min([0, *heights])
    layout = _frame(y_title=chart.y_title, highest=highest, private=private, lowest=lowest)
    layout |= {"showlegend": False, "bargap": 0.3}
    layout["xaxis"] |= {"tickvals": labels, "ticktext": [folded(label) for label in labels]}
    return go.Figure([bars], layout)


@figure.register
def _(chart: Timeline, *, private: bool = False) -> go.Figure:
    del private
    drawn = go.Figure(
        go.Scatter(
            x=[mark.day for mark in chart.marks],
            y=[0] * len(chart.marks),
            mode="lines+markers+text",
            text=[folded(mark.label) for mark in chart.marks],
            textposition=["top center" if k % 2 == 0 else "bottom center" for k in range(len(chart.marks))],
            marker={"size": 12, "symbol": "line-ns-open", "line": {"width": 3}},
            line={"width": 3, "color": INK},
            cliponaxis=False,
            hovertext=[mark.note for mark in chart.marks],
            hoverinfo="text",
        )
    )
    if chart.here:
        day = min(chart.here.day, chart.end)
        drawn.add_scatter(
            x=[day],
            y=[0],
            mode="markers",
            marker={"size": 18, "symbol": "diamond"},
            hovertext=chart.here.label,
            hoverinfo="text",
        )
        drawn.add_annotation(x=day, y=0.62, text=f"<b>{chart.here.label}</b>", showarrow=True, ay=0, ax=0)
        drawn.add_shape(type="line", x0=day, x1=day, y0=0, y1=0.55, line={"dash": "dot", "color": WARN})
    drawn.update_layout(height=220, showlegend=False, margin={"l": 8, "r": 8, "t": 8, "b": 8}, dragmode=False)
    drawn.update_yaxes(visible=False, range=[-0.9, 0.9], fixedrange=True)
    drawn.update_xaxes(range=[-chart.end * 0.06, chart.end * 1.08], fixedrange=True, title=chart.x_title)
    return drawn


@figure.register
def _(chart: WeekStrip, *, private: bool = False) -> go.Figure:
    del private
    drawn = go.Figure()
    if chart.quiet:
        evening, morning = chart.quiet
        for low, high in ((0, morning), (evening, 24)):
            drawn.add_shape(type="rect", x0=low, x1=high, y0=-0.5, y1=6.5, fillcolor=SHADE, line={"width": 0})
    # All three roles stand in every strip, in one order, so that each keeps its colour and sign.
    for role, symbol in WEEK_SIGNS.items():
        points = [point for point in chart.points if point.role == role]
        drawn.add_scatter(
            x=[point.hour for point in points],
            y=[point.weekday for point in points],
            mode="markers",
            marker={"size": 13, "symbol": symbol},
            hovertext=[point.label for point in points],
            hoverinfo="text",
            showlegend=False,
        )
    drawn.update_layout(height=300, margin={"l": 8, "r": 8, "t": 8, "b": 8}, dragmode=False)
    drawn.update_xaxes(
        range=[0, 24], tickvals=[0, 8, 12, 18, 22, 24], fixedrange=True, title=chart.x_title, showgrid=True
    )
    drawn.update_yaxes(tickvals=list(range(7)), ticktext=list(chart.days), range=[6.5, -0.5], fixedrange=True)
    return drawn
