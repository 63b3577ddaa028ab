"""The sliders that options share."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from accord.case import Debt
from accord.options import sliders
from accord.options.catalogue import OPTIONS
from accord.options.making import plan
from accord.options.personalised_instalment import OPTION as PLAN
from accord.options.sliders import (
    contract_rate,
    level_instalment,
    longest_term,
    months_slider,
    percent,
    rate_notes,
    rate_slider,
    starting_term,
    yuan_slider,
)
from tests.accord.options.invented_debts import DEBTS, ON, ask, card, loan


def test_the_longest_term_follows_the_kind_of_debt() -> None:
    assert [longest_term(debt, ON) for debt in (card(), loan(), loan(secured=True))] == [60, 120, 360]


def test_a_loan_starts_with_the_months_it_has_left() -> None:
    assert starting_term(loan(months_left=31)) == 31
    assert starting_term(loan(months_left=None)) == 36


def test_a_term_left_beyond_the_slider_is_held_at_its_end() -> None:
    assert months_slider(loan(months_left=200), ON).default == 120
    assert months_slider(loan(months_left=1), ON).default == 3


def test_a_cards_unknown_rate_is_the_usual_one() -> None:
    assert contract_rate(card(annual_rate=None), ON) == Decimal("0.1825")
    assert contract_rate(loan(annual_rate=None), ON) == 0


def test_cards_ask_for_no_interest_and_loans_for_the_contracts() -> None:
    assert rate_slider(card(), ON).default == 0
    assert rate_slider(loan(), ON).default == rate_slider(loan(), ON).high == Decimal("0.12")


def test_a_known_rate_needs_no_remark() -> None:
    assert rate_notes(loan(), Decimal("0.12"), ON) == ()
    assert rate_notes(card(), Decimal("0.1825"), ON) == ()


@pytest.mark.parametrize(("share", "text"), [("0.1825", "18.25%"), ("0.1", "10%"), ("0", "0%"), ("0.0005", "0.05%")])
def test_percentages_are_written_short(share: str, text: str) -> None:
    assert percent(Decimal(share)) == text


def test_an_amount_slider_moves_in_about_two_hundred_steps() -> None:
    wide = yuan_slider("settlement", "", high=Decimal(86_400), default=Decimal(0))

    assert wide.step == 500


def test_a_level_instalment_of_nothing_is_nothing() -> None:
    assert level_instalment(loan(principal=None, interest=None), 12, ON) == 0
    assert level_instalment(loan(annual_rate="0"), 10, ON) == 308_000


def test_the_rules_of_the_plan_s_own_day_count(monkeypatch: pytest.MonkeyPatch) -> None:
    newer = date(2030, 1, 1)
    monkeypatch.setattr(sliders, "figure", lambda _id, on: Decimal(72 if on == newer else 60))

    assert [slider.high for slider in PLAN.parameters(card(), ON) if slider.name == "months"] == [60]
    assert [slider.high for slider in PLAN.parameters(card(), newer) if slider.name == "months"] == [72]
    assert plan(PLAN.id, card(), ask(PLAN.id, months=72), newer).months == 72


@settings(max_examples=80, deadline=None)
@given(DEBTS)
def test_every_slider_of_every_way_begins_within_its_bounds(debt: Debt) -> None:
    found = [slider for way in OPTIONS if way.fits(debt).ok for slider in way.parameters(debt, ON)]

    assert not [slider for slider in found if not slider.low <= slider.default <= slider.high]
    assert not [slider for slider in found if slider.low < 0 or slider.step <= 0]
    assert not [slider for slider in found if slider.unit == "months" and slider.default % 1]


@pytest.mark.parametrize(("owed", "months"), [("9999.99", 12), ("10000", 24), ("29999.99", 24), ("60000", 60)])
def test_the_term_to_start_from_grows_with_the_debt(owed: str, months: int) -> None:
    debt = card(principal=owed, interest=None, penalty_interest=None, fees=None, months_left=200)

    assert starting_term(debt) == months
