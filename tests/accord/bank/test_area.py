"""Where both can agree, and what opens an empty area."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from accord.bank.area import Area, Parties, area, openings
from accord.bank.grid import Axes, of_household
from accord.bank.view import BankView
from accord.budget.stress import Household, Run, Stress, survival
from accord.errors import TermsError
from accord.i18n import CHINESE, ENGLISH, speaking

DRAWN = survival(Household(income=8_000, expenses=5_200, buffer=6_000), Stress(), Run(months=120, paths=1_000, seed=6))
LINE = of_household(DRAWN, months=120, most=1_500_000, other_break=0.008)
AXES = Axes(terms=tuple(range(12, 61, 6)), annual_rates=(0.0, 0.06), waived=(0, 200_000), first_payments=(0, 500_000))
PARTIES = Parties(
    owed=6_000_000, waivable=1_500_000, affordable=140_000, cash=600_000, other_way=2e6, other_way_at_best=3.4e6
)


def _area(axes: Axes = AXES, **changed: Any) -> Area:  # noqa: ANN401  whichever field is changed
    return area(replace(PARTIES, **changed), axes, LINE, BankView(break_hazard=0.008))


def test_every_offer_in_the_area_keeps_all_limits() -> None:
    found = _area()

    assert found.count == int(found.both.sum()) > 0
    for place in np.flatnonzero(found.both):
        cell = found.cell(int(place))
        assert cell.payment <= 140_000
        assert cell.first_payment <= 600_000
        assert cell.able >= 0.8
        assert cell.value >= 2e6


def test_the_firm_part_of_the_banks_area_lies_in_the_possible_part() -> None:
    found = _area()

    assert not (found.banks_firm & ~found.banks).any()
    assert found.banks_firm.sum() < found.banks.sum()


def test_along_the_edge_payments_and_worth_rise() -> None:
    edge = _area().pareto

    assert edge
    assert [cell.value for cell in edge] == sorted(cell.value for cell in edge)
    assert [cell.payment for cell in edge] == sorted(cell.payment for cell in edge)


def test_an_area_that_exists_needs_no_opening() -> None:
    assert openings(_area()) == ()


def test_a_ceiling_too_low_names_the_yuan_that_open_the_area() -> None:
    poor = _area(affordable=80_000)

    (opening,) = (way for way in openings(poor) if way.cause == "payment")

    assert not _area(affordable=80_000 + opening.amount).empty
    assert _area(affordable=80_000 + opening.amount - 100).empty


def test_a_longer_term_is_named_by_its_months() -> None:
    short = _area(replace(AXES, terms=(12, 24, 30)))

    (opening,) = (way for way in openings(short) if way.cause == "months")

    assert not _area(replace(AXES, terms=(30 + opening.amount,))).empty
    assert _area(replace(AXES, terms=(29 + opening.amount,))).empty


def test_a_waiver_is_named_by_its_yuan() -> None:
    dear = _area(replace(AXES, terms=(48,), first_payments=(0,)), affordable=100_000)

    (opening,) = (way for way in openings(dear) if way.cause == "waiver")

    assert not _area(replace(AXES, terms=(48,), waived=(200_000 + opening.amount,)), affordable=100_000).empty


def test_a_life_too_uneven_is_told_how_far_it_lies_below() -> None:
    poor = of_household(
        survival(Household(income=6_500, expenses=5_200), Stress(), Run(months=60, paths=500, seed=6)),
        months=60,
        most=1_500_000,
        other_break=0.008,
    )

    found = area(PARTIES, AXES, poor, BankView())

    assert "survival" in {way.cause for way in openings(found)}


def test_a_bank_with_better_ways_is_told_in_yuan() -> None:
    found = openings(_area(replace(AXES, terms=tuple(range(12, 121))), other_way=5.9e6))

    assert {way.cause for way in found} <= {"bank_value", "payment", "survival"}
    with speaking(ENGLISH):
        english = [way.speak() for way in found]
    with speaking(CHINESE):
        assert all(way.speak() not in english for way in found)


def test_limits_below_nothing_are_named() -> None:
    with pytest.raises(TermsError) as refused:
        replace(PARTIES, cash=-1)

    assert refused.value.field == "cash"
