"""Chart values that screen and paper share: plain records, no drawing.

There are two kinds. An open chart (`LineChart`, `Bars`, `Waterfall`, `Timeline`, `WeekStrip`) may stand in any
paper. A `PrivateChart` holds an open chart together with what only the person may see, such as the ceiling; it is
no open chart itself, so a paper that takes an `OpenChart` cannot be given one.

All texts are already spoken in the reader's language. Amounts are floats in yuan: they are pictures, not ledgers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

MOST_SERIES = 6
"""Most series one chart may hold; more cannot be told apart."""


class Role(StrEnum):
    """What a series or bar stands for; those who draw choose colour, dash and hatching from it."""

    CHOSEN = "chosen"
    OTHER = "other"
    INCOME = "income"
    SPENDING = "spending"
    PRIORITY = "priority"
    RESERVE = "reserve"
    SURPLUS = "surplus"
    CREDITOR = "creditor"
    SHORTFALL = "shortfall"
    PRINCIPAL = "principal"
    INTEREST = "interest"
    PENALTY = "penalty"
    FEES = "fees"
    CEILING = "ceiling"
    LIKELIHOOD = "likelihood"
    FROM_ME = "from_me"
    FROM_THEM = "from_them"
    VISIT = "visit"


class Point(NamedTuple):
    """One value: a day or a category, and yuan (or a share from 0 to 1 where the axis title says so)."""

    x: date | str
    y: float


@dataclass(frozen=True)
class Series:
    """Points in order, under one label."""

    label: str
    points: tuple[Point, ...]
    role: Role


@dataclass(frozen=True)
class Reference:
    """A labelled horizontal line at `y`."""

    label: str
    y: float
    role: Role


@dataclass(frozen=True)
class Table:
    """The chart's figures as text. Columns after the first are amounts and stand right-aligned, if `amounts`."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    amounts: bool = True


@dataclass(frozen=True, kw_only=True)
class Chart:
    """What every open chart has.

    Attributes:
        title: a few words.
        x_title: what runs along; empty where the marks speak for themselves.
        y_title: what stands up, with its unit.
        sentence: one or two sentences that say what the chart shows, with figures.
        table: the same figures as text.
        alt: the kind of picture and its sentence, for those who cannot see it.
    """

    title: str
    x_title: str = ""
    y_title: str = ""
    sentence: str
    table: Table
    alt: str


@dataclass(frozen=True, kw_only=True)
class LineChart(Chart):
    """Lines over days. The first series is the chosen one. `stepped` lines stay level between points."""

    series: tuple[Series, ...]
    lines: tuple[Reference, ...] = ()
    stepped: bool = False

    def __post_init__(self) -> None:
        """Keep to `MOST_SERIES`."""
        _check_number(self.series)


@dataclass(frozen=True, kw_only=True)
class Bars(Chart):
    """Bars over categories; `stacked` puts the series of one category on top of each other.

    Every series has one point a category, in the order of `categories`.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool = True

    def __post_init__(self) -> None:
        """Keep to `MOST_SERIES`."""
        _check_number(self.series)


@dataclass(frozen=True)
class Step:
    """One bar of a waterfall: it reaches from `start` to `end`, in yuan."""

    label: str
    start: float
    end: float
    role: Role


@dataclass(frozen=True, kw_only=True)
class Waterfall(Chart):
    """Bars that lead from one amount to the next."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Mark:
    """One mark on a timeline: the day it stands at and what it says."""

    label: str
    day: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Timeline(Chart):
    """Marks on a line of days from 0 to `end`; `here` is the reader's own place, None when not overdue."""

    marks: tuple[Mark, ...]
    here: Mark | None
    end: int


class WeekPoint(NamedTuple):
    """One contact: weekday (Monday is 0), hour of the day as a fraction (13.5 is half past one), words, role."""

    weekday: int
    hour: float
    label: str
    role: Role


@dataclass(frozen=True, kw_only=True)
class WeekStrip(Chart):
    """Contacts by weekday and hour, with the quiet hours (from, to; may cross midnight) shaded where known."""

    days: tuple[str, ...]
    points: tuple[WeekPoint, ...]
    quiet: tuple[int, int] | None = None


OpenChart = LineChart | Bars | Waterfall | Timeline | WeekStrip
"""The charts a paper for a bank or mediator may hold."""


@dataclass(frozen=True, kw_only=True)
class PrivateChart:
    """An open chart with what only the person may see. Not an open chart: no paper for a bank takes it.

    Attributes:
        chart: the picture without anything private.
        lines: private reference lines to draw over it.
        sentence: what the private part says, with figures.
        table: the private figures as text.
    """

    chart: LineChart | Bars
    lines: tuple[Reference, ...]
    sentence: str
    table: Table


def _check_number(series: tuple[Series, ...]) -> None:
    if len(series) > MOST_SERIES:
        message = f"a chart holds at most {MOST_SERIES} series"
        raise ValueError(message)
