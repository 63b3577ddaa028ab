"""Sentences with amounts keep quiet while amounts are hidden."""

from unittest.mock import patch

from components import said
from components.amounts import HIDDEN


def test_a_sentence_is_plain_and_keeps_its_amounts() -> None:
    assert said.said("Pay ¥1,305.00 *now*") == r"Pay ¥1,305\.00 \*now\*"


def test_hidden_amounts_are_covered_wherever_they_stand() -> None:
    with patch.object(said, "hidden", return_value=True):
        covered = said.covered("¥1,305.00 a month, ¥86,400 in all, -¥20.50 short")

    assert covered == f"{HIDDEN} a month, {HIDDEN} in all, {HIDDEN} short"


def test_amounts_without_their_sign_are_covered_too() -> None:
    with patch.object(said, "hidden", return_value=True):
        covered = said.covered("One figure: 1,305 a month. 只说一个数：每月 1,305 元。")

    assert covered == "One figure: •••• a month. 只说一个数：每月 •••• 元。"


def test_numbers_that_are_no_amounts_stay() -> None:
    with patch.object(said, "hidden", return_value=True):
        assert said.covered("60 months, 8 times in 10") == "60 months, 8 times in 10"
