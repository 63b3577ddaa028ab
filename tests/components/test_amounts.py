"""Amounts in full, or hidden."""

from decimal import Decimal

import pytest
import streamlit as st

from accord.case import Case
from components.amounts import HIDDEN, amount_text, amount_words, keep_covered


@pytest.mark.parametrize(("amount", "shown"), [(Decimal("1250.00"), "¥1,250.00"), (125000, "¥1,250.00"), (None, "—")])
def test_fen_and_yuan_are_written_alike(
    amount: Decimal | int | None, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "session_state", {})

    assert amount_words(amount) == shown


def test_hidden_amounts_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"hide_amounts": True})

    assert amount_words(Decimal(5)) == amount_words(Decimal(500000)) == HIDDEN


@pytest.mark.parametrize("covered", [True, False])
def test_the_choice_is_kept_with_the_draft(covered: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    monkeypatch.setattr(st, "session_state", {"hide_amounts": covered, "case": Case(hide_amounts=not covered)})

    keep_covered()

    assert st.session_state["case"].hide_amounts is covered


def test_markdown_amounts_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})

    assert amount_text(Decimal("-5.00")) == "\\-¥5\\.00"
