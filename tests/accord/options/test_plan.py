"""The figures of a plan."""

from datetime import date
from decimal import Decimal

import numpy_financial as npf
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.i18n import ENGLISH, speaking
from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_an_even_plan_without_interest_costs_what_is_owed() -> None:
    made = plan("personalised_instalment", card(), ask(months=36), ON)

    assert made.first_instalment == made.highest_instalment == made.usual_instalment == 120_000
    assert made.total_paid == made.owed == 4_320_000
    assert (made.nominal_rate, made.effective_rate) == (Decimal(0), Decimal(0))
    assert made.paid_off_on == date(2029, 11, 23)


def test_both_yearly_rates_of_a_loan_are_told_apart() -> None:
    made = plan("longer_term", loan(), ask(months=24), ON)

    assert made.nominal_rate is not None
    assert made.effective_rate is not None
    assert round(made.nominal_rate, 4) == Decimal("0.1200")
    assert round(made.effective_rate, 4) == Decimal("0.1268")


def test_after_a_holiday_the_first_instalment_is_the_first_that_is_due() -> None:
    made = plan("payment_holiday", card(), ask(holiday_months=3, months=36), ON)

    assert [row.payment for row in made.rows[:3]] == [0, 0, 0]
    assert made.first_instalment == made.rows[3].payment > 0
    assert made.months == 39


def test_a_final_sum_is_pointed_out() -> None:
    assert plan("interest_only", loan(), None, ON).ends_in_one_sum
    assert not plan("longer_term", loan(), None, ON).ends_in_one_sum


def test_what_is_paid_at_once_counts_as_paid() -> None:
    made = plan("personalised_instalment", card(), ask(down_payment=Decimal(7200), months=36), ON)

    assert made.restructured == 3_600_000
    assert made.total_paid == 4_320_000
    assert made.last_instalment == 100_000


def test_title_and_notes_follow_the_reader() -> None:
    made = plan("personalised_instalment", card(), None, ON)

    assert made.title == "个性化分期"
    with speaking(ENGLISH):
        assert made.title == "Personalised instalment plan"
        assert made.spoken_notes == (
            "This asks for no further interest. Whether interest runs is for the bank to decide.",
        )


@settings(max_examples=40, deadline=None)
@given(st.decimals(Decimal("0.01"), Decimal("0.36"), places=4), st.integers(6, 120))
def test_the_rate_found_is_the_rate_asked_for(rate: Decimal, months: int) -> None:
    made = plan("longer_term", loan(annual_rate=rate), ask(months=months), ON)

    assert made.nominal_rate is not None
    assert made.effective_rate is not None
    assert abs(made.nominal_rate - rate) < Decimal("0.0001")
    assert made.effective_rate > made.nominal_rate


def test_instalments_agree_with_an_independent_formula() -> None:
    for months in (6, 18, 60, 120):
        made = plan("longer_term", loan(), ask(months=months), ON)
        expected = float(npf.pmt(0.12 / 12, months, -30_800.0))
        assert made.usual_instalment == round(expected * 100)


def test_a_waiver_costs_only_what_is_left() -> None:
    made = plan("waiver", card(), ask(waived_share=Decimal("0.5"), months=36), ON)

    assert made.principal == made.owed - made.waived == 3_960_000
    assert made.total_paid == made.principal
