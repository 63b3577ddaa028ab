"""Figures from chart records: pure, themed, telling without colour."""

from datetime import date
from decimal import Decimal

import pytest

from accord.case.samples import sample
from accord.charts import (
    Mark,
    balance_over_time,
    banks_clock,
    contact_week,
    cost_split,
    debts_by_creditor,
    instalments_against_ceiling,
    money_flow,
)
from accord.options import plans
from components.figures import figure, tick_values

ON = date(2026, 11, 23)
CASE = sample("lin_jing_card", "zh_CN")
CLASSES = tuple(Mark(f"class {day}", day) for day in (1, 90, 270, 360))
PLANS = plans(CASE.debts[0], None, ON)[:4]


@pytest.mark.parametrize(("highest", "last"), [(0, 0), (86_400, 100_000), (1_305, 1_500), (7, 8), (0.5, 1)])
def test_axes_end_at_a_round_figure_above_the_highest(highest: float, last: float) -> None:
    values = tick_values(highest)

    assert values[0] == 0
    assert values[-1] == last


def test_the_chosen_plan_is_thick_and_solid_and_the_others_are_not() -> None:
    drawn = figure(balance_over_time(PLANS))

    assert drawn.data[0].line.width > max(line.line.width for line in drawn.data[1:])
    assert drawn.data[0].line.dash == "solid"
    assert len({line.line.dash for line in drawn.data}) == len(PLANS)


def test_stacked_parts_are_told_apart_by_hatching() -> None:
    drawn = figure(cost_split(PLANS))

    assert len({bar.marker.pattern.shape for bar in drawn.data}) == len(drawn.data)


def test_no_series_carries_a_colour_of_its_own() -> None:
    for line in figure(balance_over_time(PLANS)).data:
        assert line.line.color is None


def test_the_ceiling_is_drawn_only_where_it_is_handed_in() -> None:
    private = instalments_against_ceiling(PLANS, Decimal(1305), Decimal(1350))

    assert len(figure(private.chart).layout.shapes) < len(figure(private.chart, extra=private.lines).layout.shapes)


def test_hidden_amounts_do_not_stand_on_the_axis() -> None:
    shown = figure(money_flow(CASE), private=True)

    assert set(shown.layout.yaxis.ticktext[1:]) == {"••"}
    assert set(shown.data[0].text) == {""}


def test_a_month_that_lacks_money_shows_how_much_below_zero() -> None:
    short = CASE.model_copy(update={"spendings": [*CASE.spendings, *CASE.spendings]})

    drawn = figure(money_flow(short))

    assert min(drawn.data[0].base) < 0
    assert drawn.layout.yaxis.range[0] <= min(drawn.data[0].base)
    assert drawn.layout.yaxis.tickvals[0] < 0


def test_many_creditors_lie_so_that_their_names_can_be_read() -> None:
    debts = [CASE.debts[0].model_copy(update={"id": f"debt-{k}", "creditor": f"Bank {k}"}) for k in range(7)]

    drawn = figure(debts_by_creditor(CASE.model_copy(update={"debts": debts})))

    assert {bar.orientation for bar in drawn.data} == {"h"}
    assert len(drawn.layout.yaxis.ticktext) == len(debts)


def test_the_label_of_a_line_at_zero_stands_above_the_days() -> None:
    private = instalments_against_ceiling(PLANS, Decimal(0), Decimal(1350))

    drawn = figure(private.chart, extra=private.lines)

    assert next(note for note in drawn.layout.annotations if note.y == 0).yanchor == "bottom"


@pytest.mark.parametrize(
    "record",
    [
        debts_by_creditor(CASE),
        banks_clock(74, CLASSES),
        banks_clock(0, CLASSES),
        contact_week(CASE.contacts, (22, 8)),
    ],
)
def test_every_record_has_its_figure(record: object) -> None:
    assert figure(record).data


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(TypeError):
        figure("a text")
