"""Penalty and compound interest in their own buckets."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from accord.errors import TermsError
from accord.loans import Arrears, arrears_until

ARREARS = Arrears(
    principal=10_000_000, interest=50_000, contract_rate=Decimal("0.06"), multiple=Decimal("1.5"), settlement="monthly"
)
SINCE, UNTIL = date(2025, 1, 21), date(2025, 7, 1)


def test_the_four_buckets_stay_apart() -> None:
    found = arrears_until(ARREARS, since=SINCE, until=date(2025, 4, 21))

    assert (found.principal, found.interest) == (10_000_000, 50_000)
    assert (found.penalty_interest, found.compound_interest) == (225_000, 1_134)
    assert found.owed == 10_276_134


def test_quarterly_settlement_cuts_after_the_twentieth_of_quarter_ends() -> None:
    found = arrears_until(replace(ARREARS, settlement="quarterly"), since=SINCE, until=UNTIL)

    assert [part.until for part in found.segments] == [date(2025, 3, 21), date(2025, 6, 21), UNTIL]


def test_compounding_more_often_costs_more() -> None:
    plain, quarterly, monthly = (
        arrears_until(replace(ARREARS, settlement=often), since=SINCE, until=date(2027, 1, 1)).compound_interest
        for often in ("none", "quarterly", "monthly")
    )

    assert plain < quarterly < monthly


def test_penalty_interest_bears_no_interest() -> None:
    no_interest_due = replace(ARREARS, interest=0)

    assert arrears_until(no_interest_due, since=SINCE, until=UNTIL).compound_interest == 0


def test_no_day_overdue_costs_nothing() -> None:
    found = arrears_until(ARREARS, since=SINCE, until=SINCE)

    assert (found.days, found.owed) == (0, 10_050_000)


@pytest.mark.parametrize(
    ("field", "value"),
    [("principal", -1), ("interest", -1), ("multiple", Decimal("0.9")), ("settlement_day", 29)],
)
def test_arrears_out_of_bounds_name_their_field(field: str, value: object) -> None:
    with pytest.raises(TermsError) as caught:
        replace(ARREARS, **cast("dict[str, Any]", {field: value}))

    assert caught.value.field == field
