"""The proposal and its schedule."""

from decimal import Decimal

from accord.case import OpenCase
from accord.documents.facts import Facts
from accord.documents.proposal import proposal, schedule_table
from accord.i18n import speaking
from tests.accord.documents.papers import ON, facts_of, said


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
