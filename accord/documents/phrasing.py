"""How days, hours and amounts are written in papers, in the language spoken now."""

from __future__ import annotations

from calendar import month_name
from datetime import date, datetime, time
from decimal import Decimal

from accord.i18n import _, in_chinese
from accord.money import capitals, yuan


def long_day(day: date) -> str:
    """Write a day in full: `2026年11月23日`, `23 November 2026`."""
    if in_chinese():
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {month_name[day.month]} {day.year}"


def moment(at: datetime) -> str:
    """Write a day with its hour and minute."""
    return f"{long_day(at.date())} {at:%H:%M}"


def hours(start: time, end: time) -> str:
    """Write a window of hours."""
    return _("{start} to {end}").format(start=f"{start:%H:%M}", end=f"{end:%H:%M}")


def amount_in_full(amount: Decimal) -> str:
    """Write an amount in figures and, in Chinese, in capitals too."""
    if not in_chinese():
        return yuan(amount)
    return f"{yuan(amount)}（人民币{capitals(amount)}）"


def percent(rate: Decimal) -> str:
    """Write a fraction as a percentage with at most two places: 0.1825 is `18.25%`."""
    return f"{(rate * 100).quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".") + "%"
