"""Figures in a bank's own words are taken as they are said, and nothing is guessed."""

from decimal import Decimal
from typing import Any

import pytest

from components.heard_terms import heard_terms

OWED = Decimal("86400.00")


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (
            "分 36 期，每期手续费 0.6%，首付 10%",
            {"months": 36, "fee_rate": Decimal("0.006"), "down_payment": Decimal("8640.00")},
        ),
        (
            "36 periods, 0.6% fee each, 10% down",
            {"months": 36, "fee_rate": Decimal("0.006"), "down_payment": Decimal("8640.00")},
        ),
        ("分 24 期，每期 2,310 元。", {"months": 24, "instalment": Decimal("2310.00")}),
        (
            "首期 8,100 元，其余分 60 期，不另计利息和手续费。",
            {"months": 60, "down_payment": Decimal("8100.00")},
        ),
        ("减免 5400 元，先还1万，年化 3.6%", {"waived": 5400, "down_payment": 10000, "annual_rate": Decimal("0.036")}),
        ("1305 a month for 60 months", {"months": 60, "instalment": Decimal(1305)}),
    ],
)
def test_what_is_said_is_taken(words: str, terms: dict[str, Any]) -> None:
    assert heard_terms(words, OWED) == terms


@pytest.mark.parametrize("words", ["", "我们再研究一下", "今天不答应，这个方案就没有了", "2026"])
def test_words_without_figures_give_nothing(words: str) -> None:
    assert heard_terms(words, OWED) == {}


def test_a_share_at_once_needs_the_figure_it_is_a_share_of() -> None:
    assert heard_terms("首付 10%") == {}


def test_a_term_nobody_offers_is_left_aside() -> None:
    assert "months" not in heard_terms("分 999 期")
