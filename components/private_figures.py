"""Plotly figures of what only the person sees: the ribbon, the bank's seat, the map. No Streamlit here.

Colours follow the theme by the order of the traces; hatching and signs tell the same without colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

import plotly.graph_objects as go

from accord.charts.private import MapCell, MapPicture, OfferDot, RibbonPicture, SeatPicture
from accord.i18n import N_, _
from accord.money import short_yuan
from components.figures import HEIGHT, INK, SHADE, WARN, folded, tick_values

QUARTERS = (0, 0.25, 0.5, 0.75, 1)
BAR_HEIGHT = 58
PLANS, OTHERS = 0, 1
MARGIN = {"l": 8, "r": 12, "t": 28, "b": 8}
BELOW = {"orientation": "h", "yanchor": "top", "y": -0.16, "x": 0}
ZONES = (
    ("both", True, "/", 0.9, N_("both, even if the bank's other way goes well")),
    ("banks", False, ".", 0.45, N_("the bank alone")),
    ("both", False, "x", 0.7, N_("both, perhaps")),
    ("mine", False, "", 0.35, N_("you alone")),
)
"""Whose area, whether firm on the bank's side (it counts for both only), hatching, opacity, what the legend says."""


@singledispatch
def figure(picture: object, *, private: bool = False) -> go.Figure:
    """Return the figure of a private picture.

    Args:
        picture: one of the pictures in `accord.charts.private`.
        private: hide the amounts on the axes.
    """
    del private
    message = f"no figure for {type(picture).__name__}"
    raise TypeError(message)


@figure.register
def _ribbon(picture: RibbonPicture, *, private: bool = False) -> go.Figure:
    del private
    months = list(range(1, len(picture.shares) + 1))
    drawn = go.Figure(
        [
            go.Scatter(x=months, y=picture.shares, mode="lines", line={"width": 4}, hovertemplate="%{y:.0%}"),
            go.Scatter(x=months, y=picture.lows, mode="lines", line={"width": 0, "color": INK}, hoverinfo="skip"),
            go.Scatter(
                x=months,
                y=picture.highs,
                mode="lines",
                line={"width": 0, "color": INK},
                fill="tonexty",
                fillcolor=SHADE,
                hoverinfo="skip",
            ),
        ]
    )
    drawn.add_hline(
        y=picture.threshold,
        line={"color": WARN, "width": 2, "dash": "dot"},
        annotation={"text": _("8 in 10")},
        annotation_position="top right",
    )
    return _ribbon_frame(drawn)


def _ribbon_frame(drawn: go.Figure) -> go.Figure:
    drawn.update_layout(height=HEIGHT, margin=MARGIN, showlegend=False, dragmode=False, hovermode="x unified")
    drawn.update_yaxes(
        fixedrange=True,
        automargin=True,
        range=[0, 1.04],
        tickvals=list(QUARTERS),
        ticktext=[f"{part:.0%}" for part in QUARTERS],
    )
    drawn.update_xaxes(fixedrange=True, automargin=True, title=_("Month"))
    return _unit_above(drawn, _("still paying, of all futures counted"))


@figure.register
def _seat(picture: SeatPicture, *, private: bool = False) -> go.Figure:
    names = [folded(bar.label) for bar in picture.bars]
    drawn = go.Figure()
    for group, hatch in ((PLANS, ""), (OTHERS, "/")):
        bars = [bar for bar in picture.bars if bar.is_plan == (group == PLANS)]
        drawn.add_bar(
            orientation="h",
            y=[folded(bar.label) for bar in bars],
            base=[bar.low for bar in bars],
            x=[bar.high - bar.low for bar in bars],
            marker={"pattern": {"shape": hatch, "fillmode": "overlay", "solidity": 0.25}},
            hoverinfo="skip",
        )
    drawn.add_scatter(
        x=[bar.middle for bar in picture.bars],
        y=names,
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 26, "line": {"width": 4, "color": INK}, "color": INK},
        cliponaxis=False,
        hoverinfo="skip" if private else "x",
    )
    values = tick_values(max(bar.high for bar in picture.bars))
    drawn.update_layout(
        height=BAR_HEIGHT * len(names) + 60, margin=MARGIN, showlegend=False, dragmode=False, bargap=0.42
    )
    drawn.update_yaxes(categoryorder="array", categoryarray=names[::-1], fixedrange=True, automargin=True)
    drawn.update_xaxes(
        fixedrange=True,
        tickvals=values,
        ticktext=_ticks(values, private=private),
        range=[min(0, *(bar.low for bar in picture.bars)), values[-1] * 1.03 or 1],
    )
    return _unit_above(drawn, _("worth to the bank today, yuan"))


@figure.register
def _map(picture: MapPicture, *, private: bool = False) -> go.Figure:
    drawn = go.Figure()
    for zone, firm, hatch, opacity, words in ZONES:
        cells = [cell for cell in picture.cells if cell.zone == zone and (zone != "both" or cell.firm == firm)]
        drawn.add_trace(_zone(cells, _(words), _width(picture), {"hatch": hatch, "opacity": opacity}))
    _my_limits(drawn, picture)
    _dots(drawn, picture.dots, private=private)
    shown = [cell.high for cell in picture.cells if cell.zone != "neither"] + [dot.instalment for dot in picture.dots]
    values = tick_values(max([*shown, picture.ceiling]))
    drawn.update_layout(
        height=HEIGHT + 60, margin=MARGIN, barmode="overlay", bargap=0, dragmode=False, legend=BELOW | {"y": -0.2}
    )
    drawn.update_xaxes(fixedrange=True, automargin=True, title=_("Months"))
    drawn.update_yaxes(
        fixedrange=True,
        automargin=True,
        tickvals=values,
        ticktext=_ticks(values, private=private),
        range=[0, values[-1] * 1.04 or 1],
    )
    return _unit_above(drawn, _("Instalment, yuan"))


def _my_limits(drawn: go.Figure, picture: MapPicture) -> None:
    """Draw what bounds my area: the ceiling, and what is kept 8 times in 10 at each term."""
    months = [point[0] for point in picture.kept]
    lines = ((_("your limit"), [picture.ceiling] * len(months), "dot"), (_("kept 8 in 10"), _heights(picture), "solid"))
    for name, heights, dash in lines:
        drawn.add_scatter(
            x=months,
            y=heights,
            name=name,
            mode="lines",
            line={"width": 3, "dash": dash, "color": WARN if dash == "dot" else INK},
            hoverinfo="skip",
        )


def _heights(picture: MapPicture) -> list[float]:
    return [point[1] for point in picture.kept]


def _zone(cells: list[MapCell], name: str, width: float, look: Mapping[str, Any]) -> go.Bar:
    """Return one area as bars that touch; an area without cells keeps its place, so that colours stay."""
    return go.Bar(
        x=[cell.months for cell in cells],
        base=[cell.low for cell in cells],
        y=[cell.high - cell.low for cell in cells],
        width=width,
        name=name,
        showlegend=bool(cells),
        marker={
            "line": {"width": 0},
            "pattern": {"shape": look["hatch"], "fillmode": "overlay", "solidity": 0.3, "size": 8},
            "opacity": look["opacity"],
        },
        hoverinfo="skip",
    )


def _width(picture: MapPicture) -> float:
    months = sorted({cell.months for cell in picture.cells})
    return float(months[1] - months[0]) if len(months) > 1 else 1.0


def _dots(drawn: go.Figure, dots: tuple[OfferDot, ...], *, private: bool) -> None:
    """Draw offers that were made: circles are mine, diamonds the bank's, each with its name."""
    for mine, symbol in ((True, "circle"), (False, "diamond")):
        found = [dot for dot in dots if dot.mine == mine]
        drawn.add_scatter(
            x=[dot.months for dot in found],
            y=[dot.instalment for dot in found],
            text=[dot.label for dot in found],
            mode="markers+text",
            textposition="bottom center" if mine else "top center",
            marker={"symbol": symbol, "size": 13, "line": {"width": 2, "color": "white"}},
            showlegend=False,
            hoverinfo="text" if private else "text+y",
            cliponaxis=False,
        )


def _ticks(values: list[float], *, private: bool) -> list[str]:
    return ["••" if private and value else short_yuan(int(value * 100)) for value in values]


def _unit_above(drawn: go.Figure, text: str) -> go.Figure:
    """Write the unit above the picture: a turned title would collide with the ticks on a phone."""
    drawn.add_annotation(
        text=text, xref="paper", yref="paper", x=0, y=1.02, xanchor="left", yanchor="bottom", showarrow=False
    )
    return drawn
