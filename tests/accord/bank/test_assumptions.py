"""The bank's ranges: dated, sourced, never a point."""

from datetime import date

import pytest

from accord.bank.assumptions import BANK_ASSUMPTIONS, BankTable, Range, sale_price
from accord.budget.assumptions import Assumption
from accord.i18n import LANGUAGES, speaking


@pytest.mark.parametrize("assumption", BANK_ASSUMPTIONS, ids=lambda assumption: assumption.name)
def test_every_range_is_wide_dated_and_sourced(assumption: Assumption) -> None:
    assert assumption.low < assumption.default < assumption.high
    assert assumption.as_of.year >= 2026
    for language in LANGUAGES:
        with speaking(language):
            assert assumption.spoken_title
            assert assumption.spoken_source


def test_the_person_may_change_a_range() -> None:
    table = BankTable({"recovery": Range(0.1, 0.2, 0.3)})

    assert table["recovery"].middle == 0.2
    assert table["break_hazard"] == (0.005, 0.02, 0.045)


@pytest.mark.parametrize(("days", "middle"), [(0, 0.126), (364, 0.126), (365, 0.041), (1_824, 0.041), (1_825, 0.018)])
def test_older_debts_fetched_less_and_the_figures_are_the_rules(days: int, middle: float) -> None:
    price = sale_price(days)

    assert price.middle == middle
    assert price.low < price.middle < price.high


def test_prices_are_those_of_the_day_asked_about() -> None:
    assert sale_price(400, date(2026, 11, 23)) == sale_price(400)
