"""Terms, rows and their sums."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from accord.errors import TermsError
from accord.loans import Row, Schedule, equal_instalments, equal_principal
from accord.loans.schedule import check_part
from tests.accord.loans.ready import terms

DAY = date(2026, 1, 31)


def test_sums_run_over_all_rows() -> None:
    rows = (Row(1, DAY, 60, 5, 50, 50, 5), Row(2, date(2026, 2, 28), 57, 2, 50, 0, 5))

    schedule = Schedule(100, rows)

    assert (schedule.total_paid, schedule.total_interest, schedule.total_fees) == (117, 7, 10)
    assert (schedule.first_payment, schedule.last_payment, schedule.highest_payment) == (60, 57, 60)
    assert (schedule.months, schedule.total_principal) == (2, 100)


def test_paid_off_on_the_first_day_nothing_is_owed() -> None:
    assert equal_instalments(terms(59, months=60)).paid_off_on == date(2031, 10, 31)


def test_a_schedule_with_a_balance_left_is_not_paid_off() -> None:
    assert Schedule(100, (Row(1, DAY, 10, 0, 10, 90),)).paid_off_on is None


def test_due_dates_keep_to_the_anchor_day() -> None:
    dues = [row.due for row in equal_instalments(terms(120_000, months=4)).rows]

    assert dues == [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]


def test_due_day_may_differ_from_the_first_due_date() -> None:
    aimed = replace(terms(100), first_due=date(2026, 9, 30), due_day=31)

    assert [aimed.due(k) for k in (0, 1, 2)] == [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("principal", 0),
        ("principal", 100_000_000_001),
        ("months", 0),
        ("months", 601),
        ("annual_rate", Decimal("-0.01")),
        ("annual_rate", Decimal("10.01")),
        ("annual_rate", Decimal("NaN")),
        ("annual_rate", Decimal("1E-30")),
    ],
)
def test_terms_out_of_bounds_name_their_field(field: str, value: object) -> None:
    with pytest.raises(TermsError) as caught:
        replace(terms(100), **cast("dict[str, Any]", {field: value}))

    assert caught.value.field == field


def test_a_part_is_at_most_the_whole() -> None:
    with pytest.raises(TermsError):
        check_part(Decimal("1.01"), "waive_fees")


def test_a_huge_rate_is_flagged_as_interest_only_with_a_far_off_end() -> None:
    assert equal_instalments(terms(1_000_000, "3", 360)).flags == {"interest_only", "last_far_off"}


def test_a_tiny_balance_is_flagged_as_nothing_to_pay() -> None:
    assert "nothing_to_pay" in equal_instalments(terms(1, months=60)).flags


def test_an_ordinary_loan_has_no_flags() -> None:
    assert not equal_instalments(terms(12_000_000, "0.072", 36)).flags


def test_interest_by_year_adds_up_to_all_interest() -> None:
    schedule = equal_principal(terms(12_000_000, "0.072", 36))

    assert sum(schedule.interest_in_year(year) for year in (1, 2, 3)) == schedule.total_interest


def test_unrounded_interest_by_year_is_not_the_sum_of_displayed_rows() -> None:
    shown = equal_instalments(terms(30_000_000, "0.0564", 360, mode="analytic"))

    assert shown.unrounded is not None
    assert shown.interest_in_year(1) == shown.unrounded.yearly_interest[0]
    assert abs(shown.interest_in_year(1) - sum(row.interest for row in shown.rows[:12])) <= 6
