"""Minimum payments, late fees, and where the minimum leads."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import MinimumParts, MinimumTerms, late_fee, minimum_path, minimum_payment

TENTH, TWENTIETH = Decimal("0.10"), Decimal("0.05")
CARD = MinimumTerms(daily_rate=Decimal("0.0005"), percent=TWENTIETH, floor=10_000)


def test_only_purchases_are_asked_for_in_part() -> None:
    parts = MinimumParts(purchases=100_000, cash=1, instalments_due=2, previous_unpaid=3, over_limit=4, fees=5)

    assert minimum_payment(parts, percent=TENTH) == 10_015


@pytest.mark.parametrize(("missing", "fee"), [(100_000, 5_000), (15_000, 1_000), (0, 0), (-1, 0), (2_000_000, 50_000)])
def test_the_late_fee_keeps_between_floor_and_cap(missing: int, fee: int) -> None:
    assert late_fee(missing, percent=TWENTIETH, floor=1_000, cap=50_000) == fee


def test_a_floor_above_the_cap_is_refused() -> None:
    with pytest.raises(TermsError):
        late_fee(100, percent=TWENTIETH, floor=2, cap=1)


@settings(max_examples=50)
@given(st.integers(1, 20_000_000))
def test_every_balance_with_a_floor_is_paid_off_in_the_end(balance: int) -> None:
    path = minimum_path(balance, CARD)

    assert (path.status, path.balances[-1]) == ("paid", 0)
    assert list(path.balances) == sorted(path.balances, reverse=True)


def test_without_a_floor_the_last_fen_never_go() -> None:
    path = minimum_path(1_000_000, MinimumTerms(daily_rate=Decimal("0.0005"), percent=TENTH))

    assert (path.status, path.months, path.balances[-2:]) == ("never", 116, (4, 4))


def test_a_growing_balance_stops_at_once() -> None:
    card = MinimumTerms(daily_rate=Decimal("0.0005"), percent=Decimal("0.01"), percent_on="statement_total")

    path = minimum_path(1_000_000, card)

    assert (path.status, path.months) == ("never", 1)
    assert path.balances[-1] > path.balances[0]


@pytest.mark.parametrize("field", ["percent", "days_per_cycle", "floor"])
def test_card_terms_out_of_bounds_are_refused(field: str) -> None:
    bad: dict[str, Any] = {"percent": Decimal(2), "days_per_cycle": 32, "floor": -1}

    with pytest.raises(TermsError):
        replace(CARD, **{field: bad[field]})


def test_a_balance_of_nothing_has_no_path() -> None:
    with pytest.raises(TermsError):
        minimum_path(0, CARD)


def test_a_stall_is_followed_to_where_it_is() -> None:
    card = MinimumTerms(daily_rate=Decimal("0.0005"), percent=Decimal("0.02"), percent_on="statement_total")

    path = minimum_path(18_396_075, card)

    assert (path.status, path.months, path.balances[-1]) == ("never", 2_191, 171)
    assert path.balances[-2] == path.balances[-1]
