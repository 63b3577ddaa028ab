"""Charts of the household agree with its month."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.budget.means import surplus
from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.charts.money import debt_label, debts_by_creditor, money_flow
from accord.charts.records import Role
from accord.i18n import CHINESE, ENGLISH, speaking
from tests.accord.options.invented_debts import card, case, loan

HOME = loan(id="debt-3", kind="mortgage", contract_instalment="1000", principal="200000")


def test_the_flow_ends_at_nothing_because_every_yuan_has_a_place() -> None:
    steps = money_flow(case(card(), loan(), HOME)).steps

    assert steps[0].end == 8000.0
    assert steps[-1].end == 0.0
    assert all(before.end == after.start for before, after in pairwise(steps))
    assert {step.role for step in steps} >= {Role.PRIORITY, Role.RESERVE, Role.CREDITOR}


def test_the_sentence_gives_the_months_figures() -> None:
    with speaking(ENGLISH):
        sentence = money_flow(case(card(), HOME)).sentence

    assert sentence == (
        "¥8,000.00 comes in, ¥5,000.00 goes out for living and ¥1,000.00 for secured debts. "
        "¥200.00 is kept back, so ¥1,800.00 a month is left for the other debts."
    )


def test_secured_debts_are_not_mentioned_where_there_are_none() -> None:
    with speaking(ENGLISH):
        assert "secured" not in money_flow(case(card())).sentence
        assert "secured" not in money_flow(case(card(), income="1")).sentence


def test_a_month_that_does_not_add_up_shows_the_gap() -> None:
    chart = money_flow(case(card(), income="3000"))

    assert chart.steps[-1].role is Role.SHORTFALL
    assert chart.steps[-1].end == 0.0
    assert "每月缺 ¥2,000.00" in chart.sentence


def test_many_creditors_share_the_last_bar() -> None:
    chart = money_flow(case(*(card(id=f"debt-{k}", creditor=f"银行{k}") for k in range(9))))
    creditors = [step for step in chart.steps if step.role is Role.CREDITOR]

    assert len(creditors) == 6
    assert creditors[-1].label == "其他各家"
    assert chart.steps[-1].end == pytest.approx(0)


def test_without_debts_what_is_left_stays_in_sight() -> None:
    assert money_flow(case()).steps[-1].role is Role.SURPLUS


def test_the_largest_creditor_comes_first_with_its_four_parts() -> None:
    chart = debts_by_creditor(case(card(), HOME, loan()))

    assert chart.categories == ("西山银行 1", "东湖银行", "西山银行 2")
    assert [series.points[1].y for series in chart.series] == [36_000.0, 4_000.0, 1_500.0, 1_700.0]
    assert chart.table.rows[1][-1] == "¥43,200.00"
    assert "¥274,800.00" in chart.sentence


def test_a_debt_without_a_name_goes_by_its_kind() -> None:
    assert debt_label(card(creditor="")) == "信用卡"


def test_debts_of_others_and_unknown_ones_are_left_out() -> None:
    chart = debts_by_creditor(case(card(whose="not_mine"), loan(principal=None, interest=None)))

    assert chart.categories == ()
    assert chart.sentence == "还没有填写带金额的欠款。"


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_samples_are_drawn_whole_in_both_languages(name: str, tongue: str) -> None:
    with speaking(tongue):
        stated = sample(name)
        flow, debts = money_flow(stated), debts_by_creditor(stated)

    assert flow.steps[0].end == float(surplus(stated).income)
    assert sum(point.y for series in debts.series for point in series.points) > 0
    assert not any("{" in text for text in (flow.sentence, debts.sentence, flow.alt, debts.alt))


def test_an_empty_case_draws_without_figures() -> None:
    assert money_flow(Case()).steps[0].end == 0.0
    assert surplus(Case()).affordable == Decimal("0.00")


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6), st.lists(st.integers(1, 10**7), max_size=9))
def test_any_month_is_drawn_without_a_gap(income: int, spending: int, balances: list[int]) -> None:
    debts = [card(id=f"debt-{k}", principal=str(balance)) for k, balance in enumerate(balances)]

    steps = money_flow(case(*debts, income=str(income), spending=str(spending))).steps

    assert all(before.end == after.start for before, after in pairwise(steps))
    assert steps[-1].end == 0.0


def test_the_flows_table_repeats_the_bars() -> None:
    chart = money_flow(case(card(), HOME))

    assert chart.table.rows == (
        ("收入", "¥8,000.00"),
        ("支出", "-¥5,000.00"),
        ("有抵押的欠款", "-¥1,000.00"),
        ("留作备用", "-¥200.00"),
        ("东湖银行", "-¥1,800.00"),
    )
