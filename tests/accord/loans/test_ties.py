"""Half a fen goes up, at every place where something is rounded; each tie here is made on purpose."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.loans import (
    BillInstalment,
    MinimumParts,
    PersonalPlan,
    bill_instalment,
    equal_instalments,
    equal_principal,
    interest_between,
    interest_only,
    late_fee,
    minimum_payment,
    personal_instalments,
    share_of,
    split_evenly,
    with_holiday,
)
from accord.loans.holiday import Holiday
from accord.money import half_up, to_fen
from tests.accord.loans.ready import FIRST_DUE, terms

DAY, MONTH_RATE = date(2027, 3, 1), "0.18"
"""At 18% a year 41.00 yuan bear 0.615 a month: 61 and a half fen."""


def _holiday() -> int:
    return with_holiday(terms(4_100, MONTH_RATE), Holiday(months=1, treatment="interest_paid")).schedule.rows[0].payment


ROUNDED: dict[str, tuple[Callable[[], int], int]] = {
    "interest of a month": (lambda: equal_instalments(terms(4_100, MONTH_RATE)).rows[0].interest, 62),
    "interest of equal principal": (lambda: equal_principal(terms(4_100, MONTH_RATE)).rows[0].interest, 62),
    "interest alone": (lambda: interest_only(terms(4_100, MONTH_RATE)).rows[0].payment, 62),
    "interest in a pause": (_holiday, 62),
    # 82.00 yuan at 0.05% a day for 15 days are 0.615; floats say 0.61.
    "interest by the day": (
        lambda: interest_between(8_200, Decimal("0.1825"), DAY, date(2027, 3, 16), basis="act/365"),
        62,
    ),
    "a share": (lambda: share_of(1_001, Decimal("0.5")), 501),
    "an equal part": (lambda: split_evenly(5, 2)[0], 3),
    "a level payment": (lambda: equal_instalments(terms(5, months=2)).rows[0].payment, 3),
    "a minimum": (lambda: minimum_payment(MinimumParts(purchases=1_005), percent=Decimal("0.1")), 101),
    "a late fee": (lambda: late_fee(1_010, percent=Decimal("0.05"), floor=0, cap=10_000), 51),
    "a fee": (
        lambda: (
            bill_instalment(
                BillInstalment(principal=2_500, months=5, fee_rate=Decimal("0.001"), first_due=FIRST_DUE)
            ).schedule.total_fees
        ),
        5 * 3,
    ),
    "a waiver": (
        lambda: (
            personal_instalments(
                PersonalPlan(
                    principal=100, interest=0, fees=5, months=1, first_due=FIRST_DUE, waive_fees=Decimal("0.5")
                )
            ).waived
        ),
        3,
    ),
    "yuan": (lambda: to_fen(Decimal("1.005")), 101),
}


@pytest.mark.parametrize("place", ROUNDED)
def test_half_a_fen_goes_up(place: str) -> None:
    rounded, expected = ROUNDED[place]

    assert rounded() == expected


@given(st.integers(0, 10**15), st.integers(1, 10**9))
def test_every_tie_goes_up_and_nothing_just_below_does(whole: int, denominator: int) -> None:
    tie, under = (2 * whole + 1) * denominator, 2 * denominator

    assert half_up(tie, under) == whole + 1
    assert half_up(tie - 1, under) == whole
