"""The full set for the person, and what of it an advisor sees."""

import pytest

from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.documents.blocks import ChartBlock, Table
from accord.documents.full_set import MOST_CONTACTS, full_set
from accord.documents.private_part import PRIVATE_FIELDS
from accord.i18n import speaking
from tests.accord.documents.papers import ON, said


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_set_is_whole_for_every_sample(name: str, tongue: str) -> None:
    with speaking(tongue):
        words = said(full_set(sample(name, tongue), ON, PRIVATE_FIELDS))

    assert not any(sign in words for sign in ("{", "}", "None"))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_debt_has_its_options_side_by_side(name: str) -> None:
    case = sample(name, "zh_CN")
    with speaking("zh_CN"):
        tables = [block for block in full_set(case, ON, ()) if isinstance(block, Table)]

    assert sum(table.columns[0].title == "还款方式" for table in tables) == len(case.debts)


def test_every_row_has_a_cell_a_column() -> None:
    with speaking("zh_CN"):
        blocks = full_set(sample("chen_guohua_online_loans", "zh_CN"), ON, PRIVATE_FIELDS)
    tables = [block for block in blocks if isinstance(block, Table)]

    assert all(len(row) == len(table.columns) for table in tables for row in (*table.rows, table.total) if row)


def test_log_offers_agreement_and_payments_are_in_it() -> None:
    with speaking("zh_CN"):
        words = said(full_set(sample("lin_jing_card", "zh_CN"), ON, ()))

    assert all(part in words for part in ("沟通记录", "双方提出过的方案", "谈妥的内容", "还款记录", "后来发生的事"))


def test_the_spouses_income_is_in_the_persons_own_budget() -> None:
    case = sample("chen_guohua_online_loans", "zh_CN")
    case.package.spouse_income = False
    with speaking("zh_CN"):
        words = said(full_set(case, ON, ()))

    assert "配偶收入" in words or "妻子" in words


def test_charts_are_open_ones_with_a_sentence() -> None:
    with speaking("zh_CN"):
        blocks = full_set(sample("lin_jing_card", "zh_CN"), ON, PRIVATE_FIELDS)
    charts = [block.chart for block in blocks if isinstance(block, ChartBlock)]

    assert len(charts) >= 4
    assert all(chart.sentence for chart in charts)


def test_an_empty_case_gives_a_short_set() -> None:
    with speaking("en"):
        words = said(full_set(Case(), ON, PRIVATE_FIELDS))

    assert "Where I stand" in words
    assert "Only for me" not in words


def test_a_long_log_says_how_many_contacts_came_before() -> None:
    case = sample("lin_jing_card", "zh_CN")
    first = case.contacts[0]
    case.contacts = [first.model_copy(update={"id": f"c{number}"}) for number in range(MOST_CONTACTS + 2)]
    with speaking("zh_CN"):
        words = said(full_set(case, ON, ()))

    assert "更早的 2 次联系没有列在这里" in words
