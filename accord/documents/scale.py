"""Axes of charts on paper: round ticks, and where a value or a day lies."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accord.money import round_fen, short_yuan

MOST_TICKS = 5
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Frame:
    """The plot's area in millimetres, and the values at its lower and upper edge."""

    x: float
    y: float
    width: float
    height: float
    low: float
    high: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    def at(self, value: float) -> float:
        """Return the height of a value on the page."""
        return self.bottom - (value - self.low) / (self.high - self.low) * self.height


@dataclass(frozen=True)
class DaySpan:
    """The days a line chart covers."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Return where a day lies, from 0 to 1."""
        return (day - self.first).days / max(1, (self.last - self.first).days)


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Return at most six round values that enclose `low` to `high`, 0 included."""
    bottom, top = min(0.0, low), max(0.0, high)
    span = top - bottom or 1.0
    rough = span / MOST_TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * size for size in _STEPS if power * size >= rough * (1 - 1e-9))
    first, last = math.floor(bottom / step + 1e-9), math.ceil(top / step - 1e-9)
    return tuple(number * step for number in range(first, max(last, first + 1) + 1))


def tick_label(value: float) -> str:
    """Return a rough amount for an axis."""
    return short_yuan(round_fen(Decimal(str(value))))


def day_ticks(span: DaySpan, most: int) -> tuple[date, ...]:
    """Return at most `most` + 1 days of the span, evenly apart, the first and the last among them."""
    days = (span.last - span.first).days
    count = max(1, min(most, days // 28))
    return tuple(date.fromordinal(span.first.toordinal() + days * number // count) for number in range(count + 1))
