"""Plans side by side."""

from decimal import Decimal

from accord.i18n import ENGLISH, speaking
from accord.options.comparison import comparison
from accord.options.making import plans
from tests.accord.options.invented_debts import ON, ask, card, loan


def test_every_plan_has_a_row_with_its_own_figures() -> None:
    made = plans(card(), ask(months=36), ON)

    rows = comparison(made, Decimal("1200.00"))

    assert [row.option_id for row in rows] == [plan.option_id for plan in made]
    assert [row.total_paid for row in rows] == [plan.total_paid for plan in made]
    assert all(row.title for row in rows)


def test_the_share_is_of_what_is_left_in_a_month() -> None:
    made = [plan for plan in plans(card(), ask(months=36), ON) if plan.option_id == "personalised_instalment"]

    (row,) = comparison(made, Decimal("1500.00"))

    assert row.share_of_surplus == Decimal("0.8000")
    assert row.affordable


def test_nothing_left_has_no_share_and_affords_nothing() -> None:
    rows = comparison(plans(card(), None, ON), Decimal("0.00"))

    assert {row.share_of_surplus for row in rows} == {None}
    assert {row.affordable for row in rows} == {False}


def test_an_unknown_month_is_not_judged() -> None:
    assert {row.affordable for row in comparison(plans(card(), None, ON))} == {None}


def test_every_figure_is_the_plans_own() -> None:
    made = plans(loan(), ask(months=24), ON)

    for plan, row in zip(made, comparison(made), strict=True):
        assert (row.instalment, row.highest) == (plan.first_instalment, plan.highest_instalment)
        assert (row.months, row.paid_off_on) == (plan.months, plan.paid_off_on)
        assert (row.waived, row.down_payment) == (plan.waived, plan.down_payment)
        assert (row.nominal_rate, row.effective_rate) == (plan.nominal_rate, plan.effective_rate)


def test_rows_are_titled_in_the_readers_language() -> None:
    made = plans(card(), None, ON)

    with speaking(ENGLISH):
        english = [row.title for row in comparison(made)]
    chinese = [row.title for row in comparison(made)]

    assert not set(english) & set(chinese)


def test_exactly_what_is_left_is_affordable_and_a_fen_more_is_not() -> None:
    made = [plan for plan in plans(card(), ask(months=36), ON) if plan.option_id == "personalised_instalment"]

    assert [comparison(made, left)[0].affordable for left in (Decimal("1200.00"), Decimal("1199.99"))] == [True, False]


def test_a_plan_is_judged_by_its_highest_month_and_not_by_its_first() -> None:
    rising = [plan for plan in plans(card(), ask(months=36), ON) if plan.option_id == "step_up"]
    (row,) = comparison(rising, Decimal("1200.00"))

    assert row.instalment < 120_000 < row.highest
    assert row.affordable is False
