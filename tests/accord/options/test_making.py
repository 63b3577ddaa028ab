"""From an option, a debt and an ask to a plan."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from accord.case import Debt
from accord.errors import TermsError
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.options.base import Fit, Option
from accord.options.catalogue import OPTIONS
from accord.options.comparison import comparison
from accord.options.making import ask_for, attempt, plan, plans, refusals
from accord.options.plan import Plan
from tests.accord.options.invented_debts import DEBTS, ON, ask, card, loan

WITH_A_TERM = [way for way in OPTIONS if any(slider.name == "months" for slider in way.parameters(loan(), ON))]


@settings(max_examples=80, deadline=None)
@given(DEBTS)
def test_every_plan_repays_exactly_what_is_owed(debt: Debt) -> None:
    for made in plans(debt, None, ON):
        assert made.owed == made.waived + made.down_payment + made.restructured
        assert sum(row.principal for row in made.rows) == made.restructured
        assert made.rows[-1].balance == 0
        paid = made.down_payment + sum(row.payment for row in made.rows)
        assert made.total_paid == paid == made.principal + made.interest + made.fees


@settings(max_examples=60, deadline=None)
@given(DEBTS)
def test_every_option_gives_a_plan_or_a_reason_in_both_languages(debt: Debt) -> None:
    refused = refusals(debt, None, ON)

    assert len(plans(debt, None, ON)) + len(refused) == len(OPTIONS)
    for refusal in refused:
        with speaking(CHINESE):
            chinese = refusal.fit.reason
        with speaking(ENGLISH):
            assert refusal.fit.reason.isascii() or "¥" in refusal.fit.reason
            assert refusal.fit.reason != chinese != ""


@pytest.mark.parametrize("way", WITH_A_TERM, ids=lambda way: way.id)
def test_a_longer_term_never_asks_for_a_higher_first_instalment(way: Option) -> None:
    debt = card() if way.fits(card()).ok else loan()

    firsts = [plan(way.id, debt, ask(months=months), ON).first_instalment for months in (6, 12, 24, 36, 60)]

    assert firsts == sorted(firsts, reverse=True)


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_a_stored_ask_gives_the_same_plan_again(way: Option) -> None:
    debt = card() if way.fits(card()).ok else loan()
    first = plan(way.id, debt, None, ON)

    again = plan(way.id, debt, ask_for(first), ON)

    assert again.schedule == first.schedule
    assert again.asked == first.asked
    assert first.asked.option == way.id


def test_without_a_day_the_first_instalment_is_a_month_away() -> None:
    made = plan("personalised_instalment", card(), None, ON)

    assert made.rows[0].due == date(2026, 12, 23)


def test_a_day_asked_for_is_kept_through_month_ends() -> None:
    made = plan("personalised_instalment", card(), ask(first_due=date(2026, 12, 31), months=3), ON)

    assert [row.due for row in made.rows] == [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28)]


def test_seven_years_for_a_card_become_five_and_the_plan_says_so() -> None:
    made = plan("personalised_instalment", card(), ask("personalised_instalment", months=84), ON)

    assert made.months == 60
    with speaking(ENGLISH):
        assert made.spoken_notes[0] == "What was asked lies outside this way's bounds; it is counted with 60."


def test_terms_of_another_option_are_fitted_without_remark() -> None:
    made = plan("personalised_instalment", card(), ask("waiver", months=84), ON)

    assert made.months == 60
    assert len(made.notes) == 1


def test_a_plan_that_cannot_be_made_says_so() -> None:
    with pytest.raises(TermsError) as error:
        plan("longer_term", card(), None, ON)

    assert error.value.field == "option"
    assert isinstance(attempt("longer_term", card(), None, ON), Fit)


def test_amounts_past_the_largest_are_refused_and_not_raised() -> None:
    debt = loan(principal="1000000000.00", interest="0", months_left=1)

    assert all(isinstance(attempt(way.id, debt, None, ON), Plan | Fit) for way in OPTIONS)


def test_all_ways_for_one_debt_are_quick_enough_for_a_slider() -> None:
    debt, terms = card(contract_instalment="1500"), ask(months=60, annual_rate=Decimal("0.1"))
    plans(debt, terms, ON)

    times = []
    for _round in range(5):
        begun = time.perf_counter()
        comparison(plans(debt, terms, ON), Decimal(1000))
        times.append(time.perf_counter() - begun)

    assert min(times) < 0.03
