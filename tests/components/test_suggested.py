"""A suggested value is tried on a copy first, and only what fits one line can be suggested."""

import pytest

from accord.case import Case
from accord.case.samples import sample
from components.suggested import can_be_suggested, tried

CASE = Case.model_validate(
    {
        "person": {"name": "林静"},
        "debts": [{"id": "debt-1", "creditor": "某银行", "principal": "86400.00", "annual_rate": "0.1825"}],
        "private": {"ceiling": "1500.00"},
    }
)


@pytest.mark.parametrize(
    ("path", "can"),
    [
        ("debts.debt-1.principal", True),
        ("debts.debt-1.annual_rate", True),
        ("debts.debt-1.creditor", True),
        ("debts.debt-1.kind", False),
        ("debts.debt-1.secured", False),
        ("debts.debt-9.principal", False),
        ("debts", False),
        ("private.ceiling", False),
        ("nothing.there", False),
    ],
)
def test_amounts_rates_days_and_lines_can_be_suggested_and_nothing_private(path: str, *, can: bool) -> None:
    assert can_be_suggested(CASE, path) is can


def test_an_amount_is_read_as_people_write_it() -> None:
    assert tried(CASE, "debts.debt-1.principal", "8.5万")[:2] == ("¥86,400.00", "¥85,000.00")
    assert tried(CASE, "debts.debt-1.annual_rate", "15%")[:2] == ("18.25%", "15%")


def test_the_case_itself_is_left_alone() -> None:
    tried(CASE, "debts.debt-1.principal", "1")

    assert str(CASE.debts[0].principal) == "86400.00"


@pytest.mark.parametrize("line", ["about right", "-5", "1e99", "9" * 60])
def test_a_line_that_is_no_amount_is_refused_with_the_reason(line: str) -> None:
    assert tried(CASE, "debts.debt-1.principal", line).problem


def test_a_row_that_is_gone_is_said() -> None:
    assert tried(CASE, "debts.debt-9.principal", "1").problem


def test_every_row_of_a_sample_can_be_tried() -> None:
    case = sample("lin_jing_card", "zh_CN")

    assert not tried(case, f"incomes.{case.incomes[0].id}.amount", "5000").problem
    assert not tried(case, "agreements.agreement-1.months", "48").problem
