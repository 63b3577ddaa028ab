"""A bank's offer in plain figures."""

from datetime import date
from decimal import Decimal

import pytest

from accord.case import Debt, Offer
from accord.options.decoding import Decoded, decode

ON = date(2026, 11, 23)
CARD = Debt(id="debt-1", principal=Decimal("10000.00"), interest=Decimal("2000.00"))


def offer(**terms: object) -> Offer:
    return Offer.model_validate({"id": "offer-1", "on": ON, **terms})


def decoded(**terms: object) -> Decoded:
    found = decode(offer(**terms), CARD, ON)
    assert found is not None
    return found


def test_a_fee_of_0_6_percent_a_period_is_13_percent_a_year() -> None:
    found = decoded(months=12, fee_rate="0.006")

    assert found.instalment == 107_200
    assert found.total_paid == 12_00000 + 12 * 7_200
    assert found.nominal_rate is not None
    assert round(found.nominal_rate, 4) == Decimal("0.1303")


def test_down_payment_and_waiver_leave_less_to_spread() -> None:
    found = decoded(months=10, down_payment="1000", waived="2000", annual_rate="0")

    assert found.amount == 9_000_00
    assert found.instalment == 900_00
    assert found.total_paid == 10_000_00


def test_an_instalment_that_is_only_named_gets_its_rate() -> None:
    found = decoded(months=12, instalment="1100")

    assert found.total_paid == 13_200_00
    assert found.nominal_rate is not None
    assert found.nominal_rate > Decimal("0.15")


@pytest.mark.parametrize("terms", [{}, {"months": 12, "down_payment": "12000"}, {"months": 12, "waived": "99999"}])
def test_an_offer_without_a_term_or_a_balance_is_not_worked_out(terms: dict[str, object]) -> None:
    assert decode(offer(**terms), CARD, ON) is None


def test_a_level_rate_gives_level_payments() -> None:
    found = decoded(months=24, annual_rate="12%")

    assert found.nominal_rate is not None
    assert abs(found.nominal_rate - Decimal("0.12")) < Decimal("0.0005")
    assert found.instalment * 23 <= found.total_paid <= found.instalment * 24 + 24


def test_a_fee_is_charged_on_the_whole_amount_each_period() -> None:
    dear, cheap = (decoded(months=24, fee_rate=rate) for rate in ("0.0075", "0.005"))

    assert dear.total_paid - cheap.total_paid == 24 * (9_000 - 6_000)
    assert dear.nominal_rate is not None
    assert dear.effective_rate is not None
    assert dear.effective_rate > dear.nominal_rate > Decimal("0.15")


def test_without_any_figure_the_balance_is_split_evenly() -> None:
    found = decoded(months=12)

    assert (found.instalment, found.total_paid) == (100_000, 1_200_000)
    assert not found.nominal_rate


def test_instalments_that_bring_back_less_than_is_owed_have_no_rate_above_nothing() -> None:
    found = decoded(months=12, instalment="900")

    assert found.total_paid == 1_080_000
    assert found.nominal_rate is None or found.nominal_rate <= 0
