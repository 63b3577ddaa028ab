"""A lower rate."""

from decimal import Decimal

from accord.options.making import plan
from accord.options.rate_cut import OPTION
from tests.accord.options.invented_debts import ON, ask, loan


def test_it_starts_at_half_the_contracts_rate() -> None:
    made = plan("rate_cut", loan(), None, ON)

    assert made.asked.annual_rate == Decimal("0.06")
    assert made.nominal_rate is not None
    assert round(made.nominal_rate, 3) == Decimal("0.060")


def test_without_a_rate_there_is_nothing_to_lower() -> None:
    assert OPTION.fits(loan(annual_rate=None)).reason.startswith("请先填写年利率")
    assert OPTION.fits(loan(annual_rate="0")).reason.startswith("按目前填写的内容没有利息")


def test_the_slider_ends_at_the_contracts_rate() -> None:
    made = plan("rate_cut", loan(), ask("rate_cut", annual_rate=Decimal("0.3")), ON)

    assert made.asked.annual_rate == Decimal("0.12")
    assert "12%" in made.spoken_notes[0]


def test_a_lower_rate_lowers_instalment_and_cost_for_the_same_months() -> None:
    rates = [Decimal(k) / 100 for k in range(13)]
    made = [plan("rate_cut", loan(), ask(annual_rate=rate), ON) for rate in rates]

    assert [one.highest_instalment for one in made] == sorted(one.highest_instalment for one in made)
    assert [one.total_paid for one in made] == sorted(one.total_paid for one in made)
    assert {one.months for one in made} == {18}
    assert made[0].total_paid == made[0].owed
