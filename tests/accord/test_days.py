"""Days: Shanghai's calendar, due dates from an anchor, days past due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord import days
from accord.days import SHANGHAI, add_months, days_past_due, due_dates, now, today
from accord.errors import DayError

DATES = st.dates(date(1980, 1, 1), date(2090, 12, 31))


def test_now_is_shanghais_clock_to_the_second() -> None:
    moment = now()

    assert moment.utcoffset() == timedelta(hours=8)
    assert moment.microsecond == 0


def test_today_is_shanghais_date_even_where_the_server_is_a_day_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    just_after_midnight = datetime(2026, 11, 24, 0, 30, tzinfo=SHANGHAI)
    monkeypatch.setattr(days, "now", lambda: just_after_midnight)

    assert today() == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
    ],
)
def test_months_are_added_within_the_month(day: date, months: int, result: date) -> None:
    assert add_months(day, months) == result


def test_an_anchor_brings_the_day_back_after_a_short_month() -> None:
    assert add_months(date(2026, 2, 28), 1, anchor=31) == date(2026, 3, 31)


def test_due_dates_are_never_chained() -> None:
    assert due_dates(date(2026, 1, 31), 3) == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))


@given(DATES, st.integers(1, 120))
def test_due_dates_rise_one_a_month(first: date, count: int) -> None:
    dates = due_dates(first, count)

    assert len(dates) == count
    assert [day.year * 12 + day.month for day in dates] == list(
        range(first.year * 12 + first.month, first.year * 12 + first.month + count)
    )
    assert all(day.day <= first.day for day in dates)


@pytest.mark.parametrize(
    ("since", "late"),
    [(None, 0), (date(2026, 11, 23), 0), (date(2026, 11, 22), 1), (date(2026, 12, 1), 0), (date(2026, 9, 10), 74)],
)
def test_the_day_after_the_due_date_is_the_first_day_overdue(since: date | None, late: int) -> None:
    assert days_past_due(since, date(2026, 11, 23)) == late


@pytest.mark.parametrize(
    ("field", "ask"),
    [
        ("anchor", lambda: add_months(date(2026, 1, 1), 1, anchor=0)),
        ("anchor", lambda: add_months(date(2026, 1, 1), 1, anchor=32)),
        ("months", lambda: add_months(date(9999, 12, 1), 1)),
        ("months", lambda: due_dates(date(9999, 12, 1), 2)),
        ("count", lambda: due_dates(date(2026, 1, 1), -1)),
    ],
)
def test_days_that_no_calendar_has_are_refused(field: str, ask: Callable[[], object]) -> None:
    with pytest.raises(DayError) as refused:
        ask()

    assert refused.value.field == field
