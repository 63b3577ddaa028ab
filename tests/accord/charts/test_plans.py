"""Charts of repayment plans agree with the plans' figures."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings

from accord.case import Debt
from accord.charts.plans import (
    balance_at,
    balance_over_time,
    cost_split,
    instalments_against_ceiling,
    instalments_against_surplus,
    payment_at,
)
from accord.charts.records import OpenChart, PrivateChart, Role
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.money import to_fen, yuan
from accord.options.making import plan, plans
from tests.accord.options.invented_debts import DEBTS, ON, ask, card, loan

CARD_PLANS = plans(card(), ask(months=36), ON)
EVEN = plan("personalised_instalment", card(), ask(months=36), ON)


def test_the_chosen_plan_comes_first() -> None:
    chart = balance_over_time(CARD_PLANS, "waiver")

    assert chart.series[0].role is Role.CHOSEN
    assert chart.series[0].label == "减免息费、其余分期"
    assert {series.role for series in chart.series[1:]} == {Role.OTHER}


def test_more_plans_than_fit_are_left_out_after_the_sixth() -> None:
    made = plans(loan(), None, ON)
    chart = balance_over_time(made, "step_up")

    assert len(made) > 6 == len(chart.series)
    assert chart.series[0].label == "前少后多（阶梯还款）"


def test_the_line_starts_at_what_goes_into_instalments_and_ends_at_nothing() -> None:
    points = balance_over_time([EVEN]).series[0].points

    assert points[0] == (ON, 43_200.0)
    assert points[-1] == (EVEN.paid_off_on, 0.0)
    assert all(str(before.x) < str(after.x) for before, after in pairwise(points))


def test_the_sentence_names_the_sum_and_the_day() -> None:
    with speaking(ENGLISH):
        chart = balance_over_time([EVEN])

    assert chart.sentence == (
        "Personalised instalment plan: ¥43,200.00 go into instalments; on 2029-11-23 nothing is owed any more."
    )
    assert chart.alt == f"Line chart. {chart.sentence}"


def test_a_balance_that_grows_first_is_said_to() -> None:
    steep = plan("step_up", loan(annual_rate="0.24"), ask(months=120, yearly_step=Decimal("0.5")), ON)

    assert yuan(steep.schedule.highest_balance) in balance_over_time([steep]).sentence


def test_the_table_holds_every_due_date_of_the_longest_plan() -> None:
    table = balance_over_time(CARD_PLANS, "settlement").table
    longest = max(CARD_PLANS, key=lambda made: made.months)

    assert len(table.rows) == longest.months + 1
    assert table.headers[1] == "一次性减免结清"
    assert table.rows[0][1] == yuan(3_600_000)
    assert table.rows[1][1] == "¥0.00"
    assert table.rows[-1][1] == "–"


def test_instalments_fit_or_fall_short_by_a_stated_sum() -> None:
    fits = instalments_against_surplus([EVEN], Decimal("1200.00"))
    short = instalments_against_surplus([EVEN], Decimal("1000.00"))

    assert "每个月都还得起" in fits.sentence
    assert "那个月还差 ¥200.00" in short.sentence
    assert short.lines[0].y == 1000.0
    assert short.stepped


def test_payments_in_the_table_are_those_of_the_plan() -> None:
    chart = instalments_against_surplus([EVEN], Decimal("1200.00"))

    assert [row[1] for row in chart.table.rows[1:]] == [yuan(row.payment) for row in EVEN.rows]
    assert sum(to_fen(Decimal(str(point.y))) for point in chart.series[0].points) == EVEN.total_paid


@pytest.mark.parametrize(("ceiling", "words"), [("1300", "没有超过"), ("1100", "高出 ¥100.00")])
def test_the_ceiling_is_drawn_only_in_a_private_chart(ceiling: str, words: str) -> None:
    hidden = instalments_against_ceiling([EVEN], Decimal("1200.00"), Decimal(ceiling))

    assert isinstance(hidden, PrivateChart)
    assert not isinstance(hidden, OpenChart)
    assert hidden.lines[0].role is Role.CEILING
    assert words in hidden.sentence
    assert yuan(Decimal(ceiling)) not in repr(hidden.chart)


def test_costs_are_split_so_that_they_add_up() -> None:
    made = plans(loan(), None, ON)[:6]
    chart = cost_split(made)

    for k, shown in enumerate(made):
        stacked = sum(to_fen(Decimal(str(series.points[k].y))) for series in chart.series)
        assert stacked == shown.total_paid
        assert chart.table.rows[k] == (
            shown.title,
            *(yuan(fen) for fen in (shown.principal, shown.interest, shown.fees, shown.total_paid)),
        )


def test_every_chart_of_plans_speaks_both_languages() -> None:
    for build in (balance_over_time, cost_split):
        said = set()
        for tongue in (CHINESE, ENGLISH):
            with speaking(tongue):
                chart = build(CARD_PLANS)
                said |= {chart.title, chart.sentence, chart.alt, chart.y_title}
        assert len(said) == 8
        assert not any("{" in text for text in said)


def test_figures_past_the_end_are_not_there() -> None:
    assert balance_at(EVEN, 0) == 4_320_000
    assert balance_at(EVEN, 37) is None
    assert payment_at(EVEN, 0) == 0
    assert payment_at(EVEN, 37) is None


@settings(max_examples=40, deadline=None)
@given(DEBTS)
def test_any_debts_plans_can_be_drawn_and_agree(debt: Debt) -> None:
    made = plans(debt, None, ON)
    if not made:
        return
    balances, costs = balance_over_time(made), cost_split(made)

    assert len(balances.series) == len(costs.categories) == min(len(made), 6)
    for series, shown in zip(balances.series, made, strict=False):
        assert [round(point.y * 100) for point in series.points[1:]] == [row.balance for row in shown.rows]
    assert [row[-1] for row in costs.table.rows] == [yuan(shown.total_paid) for shown in made[:6]]
