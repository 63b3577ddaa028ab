"""Rows typed in a table reach the same case."""

from decimal import Decimal

import pandas as pd
import pytest
import streamlit as st

from accord.case import Case, Income, Period
from accord.i18n import speaking
from components import grid, reading
from components.session import current_case, replace_case

KEY = "grid_incomes_1"


def make() -> Income:
    return Income(id=f"income-{len(current_case().incomes) + 1}")


@pytest.fixture(autouse=True)
def _own_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "data_editor", lambda base, **_: base)
    replace_case(Case(incomes=[Income(id="income-1", label="工资"), Income(id="income-2")]))
    grid.grid("incomes", {"label": None, "amount": None, "period": Period}, make)


def change(**changes: object) -> None:
    st.session_state[KEY] = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **changes}
    grid._take("incomes", KEY, make)  # noqa: SLF001  what the editor's callback calls


def test_a_cell_typed_in_the_table_is_read_like_any_amount() -> None:
    change(edited_rows={1: {"amount": "1.2万"}})

    assert current_case().incomes[1].amount == Decimal("12000.00")


def test_a_row_added_in_the_table_is_a_row_of_the_case() -> None:
    change(added_rows=[{"label": "兼职", "amount": "300"}])

    assert current_case().incomes[-1].label == "兼职"
    assert len(current_case().incomes) == 3


def test_rows_beyond_what_a_list_holds_are_told_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(st, "toast", lambda words, **_: told.append(words))

    change(added_rows=[{"label": f"兼职 {n}"} for n in range(70)])

    assert len(current_case().incomes) == 60
    assert len(told) == 1


def test_a_row_deleted_in_the_table_is_gone() -> None:
    change(deleted_rows=[0])

    assert [row.id for row in current_case().incomes] == ["income-2"]


def test_the_table_shows_what_stands_in_the_case() -> None:
    base: pd.DataFrame = st.session_state["grid:incomes"]["base"]

    assert list(base["label"]) == ["工资", ""]


def test_a_choice_made_in_the_table_is_read_by_its_name() -> None:
    change(edited_rows={0: {"period": "yearly"}})

    assert current_case().incomes[0].period is Period.YEARLY


def test_in_a_shared_workbook_the_table_is_read_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[pd.DataFrame] = []
    monkeypatch.setattr(st, "dataframe", lambda table, **_: drawn.append(table))
    monkeypatch.setattr(reading, "on", lambda: True)
    monkeypatch.setattr(
        reading, "case", lambda: Case(incomes=[Income(id="income-1", label="兼职", period=Period.YEARLY)])
    )

    with speaking("zh_CN"):
        grid.grid("incomes", {"label": None, "period": Period}, make)

    assert drawn[0].to_numpy().tolist() == [["兼职", "每年"]]
