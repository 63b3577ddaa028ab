"""Low first, more later."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.case import Debt
from accord.options.making import plan
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_instalments_rise_once_a_year() -> None:
    made = plan("step_up", card(), ask(months=36, yearly_step=Decimal("0.1")), ON)
    payments = [row.payment for row in made.rows]

    assert len(set(payments[:12])) == len(set(payments[12:24])) == 1
    assert round(payments[12] / payments[0], 3) == 1.1


def test_it_begins_lower_than_even_instalments() -> None:
    rising = plan("step_up", card(), ask(months=36), ON)

    assert rising.first_instalment < plan("personalised_instalment", card(), ask(months=36), ON).first_instalment


def test_growth_of_the_balance_is_pointed_out() -> None:
    steep = ask(months=120, yearly_step=Decimal("0.5"))
    made = plan("step_up", loan(annual_rate="0.24", months_left=120), steep, ON)

    assert made.schedule.highest_balance > made.restructured
    assert "欠款会先增加" in made.spoken_notes[0]


def test_long_terms_start_with_a_gentle_rise() -> None:
    assert plan("step_up", loan(months_left=120), None, ON).asked.yearly_step == Decimal("0.03")


@pytest.mark.parametrize("debt", [card(), loan()], ids=["card", "loan"])
def test_without_a_rise_it_is_the_even_plan(debt: Debt) -> None:
    even = "personalised_instalment" if debt.kind == "credit_card" else "longer_term"
    flat = plan("step_up", debt, ask(months=25, yearly_step=Decimal(0)), ON)

    assert [row.payment for row in flat.rows] == [row.payment for row in plan(even, debt, ask(months=25), ON).rows]


@pytest.mark.parametrize(("months", "levels"), [(3, 1), (12, 1), (14, 2), (24, 2), (26, 3), (60, 5)])
def test_each_year_has_one_level_and_a_short_year_too(months: int, levels: int) -> None:
    made = plan("step_up", card(), ask(months=months), ON)
    payments = [row.payment for row in made.rows[:-1]]

    assert len(set(payments)) == levels
    assert payments == sorted(payments)
    assert sum(row.principal for row in made.rows) == made.owed


@settings(max_examples=40, deadline=None)
@given(st.decimals(0, "0.5", places=2), st.integers(13, 60))
def test_a_steeper_rise_begins_lower_and_ends_higher(rise: Decimal, months: int) -> None:
    gentle, steep = (plan("step_up", card(), ask(months=months, yearly_step=share), ON) for share in (rise / 2, rise))

    assert steep.first_instalment <= gentle.first_instalment
    assert steep.highest_instalment + months >= gentle.highest_instalment
    assert steep.total_paid == gentle.total_paid == steep.owed


def test_with_interest_a_rise_costs_more_than_even_instalments() -> None:
    rising, even = (plan(way, loan(), ask(months=48), ON) for way in ("step_up", "longer_term"))

    assert rising.interest > even.interest
    assert rising.usual_instalment == rising.first_instalment


def test_a_rise_beyond_the_slider_is_held_and_said() -> None:
    made = plan("step_up", card(), ask("step_up", yearly_step=Decimal("0.8")), ON)

    assert made.asked.yearly_step == Decimal("0.5")
    assert "50%" in made.spoken_notes[0]
