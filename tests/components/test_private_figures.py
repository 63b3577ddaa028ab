"""Figures of what only the person sees: told without colour, quiet while amounts are hidden."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from accord.bank.area import area
from accord.bank.grid import of_household
from accord.bank.seat import seat
from accord.bank.view import BankView
from accord.case import Ask
from accord.charts.private import OfferDot, agreement_map, bank_seat, keeping_ribbon
from accord.options import plan
from components.private_figures import figure
from tests.accord.charts.test_private import AXES, DRAWN, PARTIES
from tests.accord.options.invented_debts import ON, card

DOTS = (OfferDot(48, 900.0, "11-16", mine=True), OfferDot(36, 2_400.0, "11-17", mine=False))
STANDING = of_household(DRAWN, months=60, most=1_500_000, other_break=0.008)
MAP = agreement_map(area(PARTIES, AXES, STANDING, BankView()), DOTS)
RIBBON = keeping_ribbon(DRAWN, [1_000.0] * 30, "beside")


def the_seat() -> object:
    debt = card(overdue_since=date(2026, 5, 5))
    found = seat(plan("personalised_instalment", debt, Ask(debt_id="debt-1", annual_rate=Decimal(0)), ON), debt, ON)
    assert found is not None
    return bank_seat(found)


def test_the_ribbon_has_its_line_of_8_in_10() -> None:
    drawn = figure(RIBBON)

    assert [shape.y0 for shape in drawn.layout.shapes] == [0.8]
    assert list(drawn.data[0].x) == list(range(1, 31))


def test_the_seat_tells_plans_from_other_ways_by_hatching() -> None:
    drawn = figure(the_seat())
    plans, others = drawn.data[0], drawn.data[1]

    assert (plans.marker.pattern.shape or "") != others.marker.pattern.shape
    assert all(width > 0 for bar in (plans, others) for width in bar.x)


def test_the_map_hatches_each_area_in_its_own_way() -> None:
    zones = [trace for trace in figure(MAP).data if trace.type == "bar"]

    assert len({zone.marker.pattern.shape for zone in zones}) == len(zones)
    assert any(len(zone.x or ()) for zone in zones)


def test_the_map_draws_both_limits_and_a_sign_for_each_side() -> None:
    drawn = figure(MAP)
    scatters = [trace for trace in drawn.data if trace.type == "scatter"]
    dots = [trace for trace in scatters if trace.mode == "markers+text"]

    assert [(trace.marker.symbol, len(trace.x)) for trace in dots] == [("circle", 1), ("diamond", 1)]
    assert len([trace for trace in scatters if trace.mode == "lines"]) == 2


def test_an_area_without_offers_still_draws() -> None:
    poor = replace(PARTIES, affordable=20_000)

    assert figure(agreement_map(area(poor, AXES, STANDING, BankView()))).data


@pytest.mark.parametrize("axis", ["map", "seat"])
def test_hidden_amounts_leave_no_figure_on_the_axes(axis: str) -> None:
    layout = figure(MAP if axis == "map" else the_seat(), private=True).layout
    ticks = layout.yaxis.ticktext if axis == "map" else layout.xaxis.ticktext

    assert set(ticks[1:]) == {"••"}


def test_something_else_has_no_figure() -> None:
    with pytest.raises(TypeError, match="no figure"):
        figure("no picture")
