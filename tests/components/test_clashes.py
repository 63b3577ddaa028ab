"""Fields that two tabs changed: both texts stand there, and the person's choice is put in."""

import pytest
import streamlit as st

from accord.case.workbook import read_workbook, write_workbook
from accord.store import ABSENT, Clash
from components.amounts import HIDDEN
from components.clashes import label_of, placed, words
from components.kept import Difference
from tests.components.opened import example


def differing(section: str, path: str, mine: object) -> Difference:
    return Difference(section, Clash(path, None, mine, None))


@pytest.mark.parametrize(
    ("section", "path", "mine"),
    [("person", "name", "王小明"), ("debts", "debt-1.principal", "1234.50"), ("position", "cause_words", "公司关门")],
)
def test_the_chosen_text_is_put_in_and_nothing_else_changes(section: str, path: str, mine: str) -> None:
    before = write_workbook(example())

    case = read_workbook(placed(before, differing(section, path, mine)))

    after = write_workbook(case)
    assert mine in after.decode()
    assert sum(one != other for one, other in zip(before.splitlines(), after.splitlines(), strict=True)) == 1


def test_a_row_this_tab_took_out_is_taken_out() -> None:
    case = example()

    after = read_workbook(placed(write_workbook(case), differing("incomes", case.incomes[0].id, ABSENT)))

    assert after.incomes == case.incomes[1:]


def test_a_row_the_other_tab_took_out_comes_back() -> None:
    case = example()
    row = case.debts[0].model_dump(mode="json")
    without = case.model_copy(update={"debts": []})

    after = read_workbook(placed(write_workbook(without), differing("debts", row["id"], row)))

    assert after.debts == case.debts[:1]


def test_a_row_that_is_gone_takes_nothing() -> None:
    document = write_workbook(example())

    assert read_workbook(placed(document, differing("debts", "debt-99.principal", "1.00"))) == example()


def test_a_difference_is_called_by_the_fields_label() -> None:
    assert label_of(differing("debts", "debt-1.principal", "1")) == "本金"
    assert label_of(differing("nowhere", "x", "1")) == "nowhere"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("王", "王"),
        ("", "（空）"),
        (ABSENT, "（空）"),
        (True, "是"),
        ({"a": "甲", "b": None}, "甲"),
        (["甲", "乙"], "甲、乙"),
    ],
)
def test_a_value_stands_there_in_words(value: object, shown: str) -> None:
    assert words(value) == shown


def test_hidden_amounts_stay_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"hide_amounts": True})

    assert words("86400.00") == HIDDEN
