"""Which plan to begin with."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.case import Case, Debt
from accord.case.samples import SAMPLES, sample
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.options.recommendation import monthly_limit, recommended
from tests.accord.options.invented_debts import DEBTS, ON, card, case, loan


def test_a_card_gets_the_shortest_term_that_stays_within_the_month() -> None:
    first = recommended(case(card(), income="6500"), card(), ON)

    assert first.plan is not None
    assert first.limit == 135_000
    assert (first.plan.option_id, first.plan.months) == ("personalised_instalment", 32)
    assert first.plan.highest_instalment <= first.limit
    assert first.within


def test_the_reason_names_term_instalment_and_limit_in_both_languages() -> None:
    first = recommended(case(card(), income="6500"), card(), ON)

    for tongue in (CHINESE, ENGLISH):
        with speaking(tongue):
            assert "32" in first.why
            assert "¥1,350.00" in first.why


def test_a_loan_keeps_its_contract_where_that_fits() -> None:
    first = recommended(case(loan()), loan(), ON)

    assert first.plan is not None
    assert first.plan.option_id == "keep_paying"
    assert first.why.startswith("按原合同还得起")


def test_a_loan_that_is_too_dear_gets_a_longer_term_at_its_own_rate() -> None:
    first = recommended(case(loan(), income="6000"), loan(), ON)

    assert first.plan is not None
    assert first.plan.option_id == "longer_term"
    assert first.plan.asked.annual_rate == loan().annual_rate
    assert first.plan.highest_instalment <= 90_000


def test_the_ceiling_lowers_the_plan_but_not_in_the_banks_copy() -> None:
    stated = case(card(), private={"ceiling": "900"})

    mine, open_copy = recommended(stated, card(), ON), recommended(stated.opened(), card(), ON)

    assert mine.limit == 90_000
    assert open_copy.limit == 270_000
    assert mine.plan is not None
    assert open_copy.plan is not None
    assert mine.plan.months > open_copy.plan.months


def test_a_sum_that_can_be_paid_now_helps_where_nothing_else_does() -> None:
    stated = case(card(), income="5760", position={"can_pay_now": "3000"})
    first = recommended(stated, card(), ON)

    assert first.plan is not None
    assert first.plan.down_payment == 300_000
    assert first.why.startswith("这笔欠款每月可用 ¥684.00。先还 ¥3,000.00")


def test_with_nothing_left_it_asks_for_a_pause_and_promises_nothing() -> None:
    first = recommended(case(card(), income="5000"), card(), ON)

    assert first.plan is not None
    assert first.plan.option_id == "payment_holiday"
    assert not first.within
    assert "还不起的金额不要答应" in first.why


def test_with_too_little_left_the_reason_gives_the_figures() -> None:
    first = recommended(case(card(), income="5500"), card(), ON)

    assert first.plan is not None
    assert first.plan.option_id == "payment_holiday"
    assert first.plan.months == 60
    assert "¥450.00" in first.why
    assert "¥720.00" in first.why


def test_without_a_budget_it_says_what_is_missing() -> None:
    first = recommended(Case(debts=[card()]), card(), ON)

    assert first.plan is not None
    assert first.limit is None
    assert first.why.startswith("还没有填写收入和支出")


def test_without_a_principal_it_asks_for_one() -> None:
    debt = card(principal=None)
    for stated in (case(debt), Case(debts=[debt])):
        first = recommended(stated, debt, ON)
        assert first.plan is None
        assert first.why == "请先填写本金，大致的数字就可以。"


def test_others_fit_too_and_are_at_most_three() -> None:
    first = recommended(case(card(), loan()), card(), ON)

    assert 1 <= len(first.others) <= 3
    assert first.limit is not None
    assert all(other.highest_instalment <= first.limit for other in first.others)
    assert first.plan not in first.others


def test_a_settlement_is_shown_only_when_the_sum_is_there() -> None:
    without = recommended(case(card()), card(), ON)
    with_sum = recommended(case(card(), position={"can_pay_now": "40000"}), card(), ON)

    assert "settlement" not in {other.option_id for other in without.others}
    assert with_sum.others[0].option_id == "settlement"


def test_a_secured_debt_may_take_what_its_contract_sets_aside() -> None:
    home = loan(kind="mortgage", principal="100000", contract_instalment="1900.00", months_left=80)

    assert monthly_limit(case(home), home) == 190_000
    assert monthly_limit(case(home, income="6500"), home) == 150_000
    assert monthly_limit(Case(debts=[home]), home) is None


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_debt_has_a_place_to_begin(name: str) -> None:
    stated = sample(name)

    for debt in stated.debts:
        first = recommended(stated, debt, ON)
        assert first.plan is not None
        assert first.within == (first.limit is not None and first.plan.highest_instalment <= first.limit)


@settings(max_examples=60, deadline=None)
@given(DEBTS, st.integers(0, 20_000), st.integers(0, 20_000))
def test_whatever_is_entered_nothing_beyond_the_limit_is_called_within(debt: Debt, income: int, spending: int) -> None:
    first = recommended(case(debt, income=str(income), spending=str(spending)), debt, ON)

    assert first.why
    if first.within:
        assert first.plan is not None
        assert first.limit is not None
        assert first.plan.highest_instalment <= first.limit
    assert all(
        other.option_id == "settlement" or other.highest_instalment <= (first.limit or 0) for other in first.others
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(5_800, 12_000))
def test_more_income_never_makes_the_term_longer(income: int) -> None:
    first, richer = (recommended(case(card(), income=str(sum_)), card(), ON) for sum_ in (income, income + 500))

    assert first.plan is not None
    assert richer.plan is not None
    assert richer.plan.months <= first.plan.months


def test_the_first_due_date_asked_for_is_kept() -> None:
    stated = case(card(), asks=[{"debt_id": "debt-1", "first_due": "2027-02-15"}])
    first = recommended(stated, card(), ON)

    assert first.plan is not None
    assert {plan.rows[0].due for plan in (first.plan, *first.others)} == {date(2027, 2, 15)}
