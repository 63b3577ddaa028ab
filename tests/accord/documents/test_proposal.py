"""The proposal and its schedule."""

from decimal import Decimal

import pytest

from accord.case import Ask, OpenCase
from accord.case.samples import SAMPLES
from accord.documents.facts import Facts
from accord.documents.proposal import figures, proposal, schedule_table
from accord.i18n import speaking
from accord.money import to_yuan
from tests.accord.documents.papers import ON, facts_of, opened_sample, said


def test_a_long_schedule_is_six_rows_and_a_line_for_each_twelve_months() -> None:
    plan = facts_of("lin_jing_card").plan
    assert plan is not None
    with speaking("zh_CN"):
        short, full = schedule_table(plan.rows), schedule_table(plan.rows, full=True)

    assert (len(short.rows), len(full.rows)) == (11, 60)
    assert short.rows[-1][0] == "55–60"
    assert short.total == full.total
    assert short.total[2] == "78,300.00"


def test_blocks_of_a_schedule_sum_to_its_total() -> None:
    plan = facts_of("chen_guohua_online_loans").plan
    assert plan is not None
    table = schedule_table(plan.rows)
    amounts = [Decimal(row[2].replace(",", "")) for row in table.rows]

    assert sum(amounts) == Decimal(table.total[2].replace(",", ""))


def test_without_a_plan_the_proposal_names_its_day() -> None:
    with speaking("zh_CN"):
        words = said(proposal(Facts.of(OpenCase(), "", ON)))

    assert "2026年12月7日" in words


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_one_payment_is_neither_monthly_nor_put_into_instalments(tongue: str) -> None:
    case = opened_sample(tongue=tongue)
    case.asks = [Ask(debt_id="debt-1", option="settlement", settlement=Decimal("60000.01"))]
    with speaking(tongue):
        plan = Facts.of(case, "", ON).plan
        assert plan is not None
        rows = dict(figures(plan))
        words = said(proposal(Facts.of(case, "", ON)))

    assert rows["一次性支付" if tongue == "zh_CN" else "One payment of"] == "¥60,000.01"
    assert not [part for part in ("进入分期", "每期¥", "each month", "Put into instalments") if part in words]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("full", [True, False])
def test_in_every_row_principal_and_cost_make_the_payment(name: str, full: bool) -> None:  # noqa: FBT001  a parameter of the test
    plan = facts_of(name).plan
    assert plan is not None
    table = schedule_table(plan.rows, full=full)
    figures_ = [[Decimal(cell.replace(",", "")) for cell in row[2:5]] for row in (*table.rows, table.total)]

    assert all(payment == principal + cost for payment, principal, cost in figures_)
    assert table.rows[-1][5] == "0.00"
    assert figures_[-1][1] == to_yuan(plan.restructured)


def test_a_row_left_over_after_whole_years_stands_alone() -> None:
    plan = facts_of("lin_jing_card").plan
    assert plan is not None
    table = schedule_table(plan.rows[:19])

    assert [row[0] for row in table.rows] == ["1", "2", "3", "4", "5", "6", "7–18", "19"]
    assert len(schedule_table(plan.rows[:14]).rows) == 14


def test_months_of_a_pause_are_no_instalments() -> None:
    case = opened_sample()
    case.asks = [Ask(debt_id="debt-1", option="payment_holiday", holiday_months=6, months=24)]
    plan = Facts.of(case, "", ON).plan
    assert plan is not None
    with speaking("zh_CN"):
        rows = dict(figures(plan))

    assert plan.months == 30
    assert rows["分期"].startswith("24期")
