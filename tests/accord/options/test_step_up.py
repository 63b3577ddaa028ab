"""Low first, more later."""

from decimal import Decimal

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
