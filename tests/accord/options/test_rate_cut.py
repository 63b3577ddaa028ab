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
