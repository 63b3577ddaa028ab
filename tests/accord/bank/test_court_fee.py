"""Court fees: marginal brackets and the half fee."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.bank.court_fee import court_fee, scale
from accord.errors import TermsError

QUICK = (
    (20_000_000, 0.02, 300),
    (50_000_000, 0.015, 1_300),
    (100_000_000, 0.01, 3_800),
    (200_000_000, 0.009, 4_800),
    (500_000_000, 0.008, 6_800),
    (1_000_000_000, 0.007, 11_800),
    (2_000_000_000, 0.006, 21_800),
    (100_000_000_000, 0.005, 41_800),
)


@pytest.mark.parametrize(("upper", "part", "added"), QUICK)
def test_each_bracket_ends_where_the_quick_formula_says(upper: int, part: float, added: int) -> None:
    assert court_fee(upper) == pytest.approx(upper * part + added * 100)


@pytest.mark.parametrize(("claim", "fee"), [(1, 5_000), (1_000_000, 5_000), (1_000_100, 5_003), (8_640_037, 196_001)])
def test_small_claims_pay_a_flat_fee_first(claim: int, fee: int) -> None:
    assert court_fee(claim) == fee


@given(st.integers(1, 10_000_000_000))
def test_half_the_fee_is_half(claim: int) -> None:
    assert abs(2 * court_fee(claim, halved=True) - court_fee(claim)) <= 1


def test_the_scale_is_the_rules_and_named_by_day() -> None:
    steps = scale(date(2026, 11, 23))

    assert [step.upper for step in steps][:2] == [1_000_000, 10_000_000]
    assert steps[0].flat == 5_000
    assert steps[-1].upper is None
    assert court_fee(8_640_037, on=date(2026, 11, 23)) == court_fee(8_640_037)


def test_a_claim_of_nothing_is_refused() -> None:
    with pytest.raises(TermsError):
        court_fee(0)
