"""Card instalments: fees, early settlement, personal plans."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import TermsError
from accord.loans import BillInstalment, EarlyTerms, PersonalPlan, bill_instalment, personal_instalments, settle_early
from accord.loans.card_instalments import FeeTiming
from tests.accord.loans.ready import FIRST_DUE, adds_up

BILL = BillInstalment(principal=1_000_000, months=12, fee_rate=Decimal("0.006"), first_due=FIRST_DUE)
PLAN = PersonalPlan(principal=8_000_000, interest=532_177, fees=107_860, months=48, first_due=FIRST_DUE)


TIMINGS: tuple[tuple[FeeTiming, str], ...] = (("each", "0.006"), ("first", "0.072"))


def test_one_product_has_three_yearly_figures() -> None:
    cost = bill_instalment(BILL)

    assert cost.rates.nominal == pytest.approx(Decimal("0.13034"), abs=Decimal("1e-5"))
    assert cost.rates.effective == pytest.approx(Decimal("0.13842"), abs=Decimal("1e-5"))
    assert cost.simple == pytest.approx(Decimal("0.13292"), abs=Decimal("1e-5"))
    assert cost.quoted == Decimal("0.072")


def test_a_fee_charged_once_stands_in_the_first_row_only() -> None:
    cost = bill_instalment(replace(BILL, fee_timing="first", fee_rate=Decimal("0.072")))

    assert [row.fee for row in cost.schedule.rows] == [72_000] + [0] * 11
    assert cost.quoted == Decimal("0.072")


def test_the_same_fees_earlier_cost_more_a_year() -> None:
    each, first = (
        bill_instalment(replace(BILL, fee_timing=timing, fee_rate=Decimal(rate))).rates.nominal
        for timing, rate in TIMINGS
    )

    assert each is not None
    assert first is not None
    assert first > each


def test_costs_held_back_at_the_start_raise_the_rate() -> None:
    plain, costly = bill_instalment(BILL), bill_instalment(replace(BILL, upfront_cost=10_000))

    assert plain.rates.nominal is not None
    assert costly.rates.nominal is not None
    assert costly.rates.nominal > plain.rates.nominal


def test_costs_that_eat_up_the_amount_are_refused() -> None:
    with pytest.raises(TermsError):
        replace(BILL, upfront_cost=1_000_000)


def test_settling_early_costs_the_penalty_and_keeps_the_fees() -> None:
    early = EarlyTerms(paid=3, penalty_rate=Decimal("0.03"))

    kept = settle_early(500_000, 6, total_fee_rate=Decimal("0.072"), early=early)
    refunded = settle_early(500_000, 6, total_fee_rate=Decimal("0.072"), early=early._replace(fees_refunded=True))

    assert kept.to_pay == 257_500
    assert refunded.to_pay == 257_500 - 3 * 6_000


def test_more_instalments_paid_than_agreed_are_refused() -> None:
    with pytest.raises(TermsError):
        settle_early(100, 6, total_fee_rate=Decimal(0), early=EarlyTerms(paid=7, penalty_rate=Decimal(0)))


PARTS = st.decimals(0, 1, places=2)


@settings(max_examples=100)
@given(st.integers(1, 9_000_000), st.integers(0, 900_000), st.integers(1, 60), PARTS, PARTS)
def test_a_personal_plan_collects_exactly_what_is_not_waived(
    principal: int, interest: int, months: int, waive: Decimal, first: Decimal
) -> None:
    plan = replace(
        PLAN, principal=principal, interest=interest, months=months, waive_interest=waive, first_payment=first
    )

    found = personal_instalments(plan)

    assert found.total_paid == found.restructured == principal + interest + PLAN.fees - found.waived
    assert adds_up(found.schedule)
    assert min(row.payment for row in found.schedule.rows) >= 0


def test_a_fee_each_month_is_part_of_the_instalment() -> None:
    found = personal_instalments(replace(PLAN, fee_rate=Decimal("0.001")))

    assert found.schedule.total_fees == 48 * 8_640
    assert found.total_paid == found.restructured + 48 * 8_640


def test_interest_while_the_plan_runs_is_charged_on_the_balance() -> None:
    found = personal_instalments(replace(PLAN, annual_rate=Decimal("0.036")))

    assert found.schedule.total_interest > 0
    assert adds_up(found.schedule)


def test_waiving_more_than_all_is_refused() -> None:
    with pytest.raises(TermsError) as caught:
        replace(PLAN, waive_fees=Decimal("1.1"))

    assert caught.value.field == "waive_fees"
