"""Lump sums: what is waived, what they are worth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import LumpSum, lump_sum

DEBT = LumpSum(principal=6_000_000, interest=980_000, fees=220_000, offer=6_500_000)
DISCOUNT = Decimal("0.03")


def test_fees_are_given_up_before_interest() -> None:
    found = lump_sum(DEBT, annual_discount=DISCOUNT)

    assert found.waived == {"fees": 220_000, "interest": 480_000, "principal": 0}


@given(st.integers(0, 7_200_000))
def test_what_is_paid_and_what_is_waived_make_the_debt(offer: int) -> None:
    found = lump_sum(DEBT._replace(offer=offer), annual_discount=DISCOUNT)

    assert offer + sum(found.waived.values()) == found.owed
    assert 0 <= found.waived_share <= 1


def test_money_later_is_worth_less() -> None:
    now, later = (lump_sum(DEBT._replace(months_until_paid=n), annual_discount=DISCOUNT) for n in (0, 12))

    assert now.present_value == 6_500_000
    assert later.present_value == 6_310_680


@pytest.mark.parametrize(("field", "value"), [("offer", 7_200_001), ("offer", -1), ("months_until_paid", -1)])
def test_offers_out_of_bounds_are_refused(field: str, value: int) -> None:
    with pytest.raises(TermsError) as caught:
        lump_sum(DEBT._replace(**{field: value}), annual_discount=DISCOUNT)

    assert caught.value.field == field
