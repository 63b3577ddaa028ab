"""The bank's accounts."""

from decimal import Decimal

import pytest

from accord.bank import amortised_cost, modification
from accord.errors import TermsError


def test_amortised_cost_ends_at_nothing() -> None:
    found = amortised_cost(100_000, [25_000] * 5)

    assert found.closing[-1] == 0
    assert abs(sum(found.interest) - 25_000) <= 5


def test_payments_that_never_pay_back_still_have_a_rate() -> None:
    assert amortised_cost(100_000, [10_000] * 5).effective_rate < 0


def test_no_payments_have_no_rate() -> None:
    with pytest.raises(TermsError):
        amortised_cost(100_000, [])


def test_the_same_terms_again_bring_no_loss() -> None:
    found = modification(100_000, [101_000], nominal_rate=Decimal("0.12"))

    assert found == (100_000, 0, Decimal(0))


def test_waiting_without_interest_is_a_loss_in_the_books() -> None:
    found = modification(8_640_037, [144_001] * 60, nominal_rate=Decimal("0.1825"))

    assert found.gain < 0
    assert found.loss_share == pytest.approx(Decimal("0.347"), abs=Decimal("0.001"))


@pytest.mark.parametrize(("carrying", "payment", "months"), [(100_000, 25_000, 5), (10**11, 474_537_407, 360)])
def test_the_books_close_to_the_fen_however_large(carrying: int, payment: int, months: int) -> None:
    found = amortised_cost(carrying, [payment] * months)

    assert found.closing[-1] == 0
    assert abs(sum(found.interest) - (payment * months - carrying)) <= months / 2
    left = _annuity(payment, found.effective_rate, months - months // 2 - 1)
    assert found.closing[months // 2] == pytest.approx(left, rel=1e-8, abs=1)


def _annuity(payment: int, rate: Decimal, months: int) -> float:
    return float(payment * (1 - (1 + rate) ** -months) / rate)
