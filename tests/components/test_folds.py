"""What is open stays open while its title changes."""

from __future__ import annotations

import pytest
import streamlit as st

from components import folds


class Box:
    """Stands for a folded part: whether it is open, as its session says."""

    def __init__(self, *, is_open: bool) -> None:
        """Be open, or not."""
        self.open = is_open


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the keys that are drawn; a part with another title is drawn shut unless its session says otherwise."""
    keys: list[str] = []

    def draw(_title: str, *, key: str, expanded: bool, **_rest: object) -> Box:
        """Draw as Streamlit does."""
        keys.append(key)
        asked = st.session_state.pop(key, None)
        return Box(is_open=expanded if asked is None else asked)

    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "expander", draw)
    return keys


def test_a_fold_is_the_same_part_whatever_its_title(drawn: list[str]) -> None:
    folds.fold("招商银行", "card_debts.debt-1")
    folds.fold("东湖银行", "card_debts.debt-1")

    assert len(set(drawn)) == 1


def test_a_fold_that_is_to_be_opened_is_drawn_anew(drawn: list[str]) -> None:
    folds.fold("东湖银行", "card_debts.debt-1")
    folds.fold("东湖银行", "card_debts.debt-1", expanded=True)

    assert len(set(drawn)) == 2


def test_a_lazy_fold_that_was_open_is_open_under_another_title() -> None:
    st.session_state["item_payslips"] = True
    assert folds.lazy_fold("工资流水", "item_payslips").open

    assert folds.lazy_fold("工资流水 · 已有", "item_payslips").open


def test_a_lazy_fold_that_was_folded_stays_so_under_another_title() -> None:
    assert not folds.lazy_fold("工资流水", "item_payslips").open

    assert not folds.lazy_fold("工资流水 · 已有", "item_payslips").open
