"""A plain page speaks what the browser prefers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from web.tongue import preferred


@pytest.mark.parametrize(
    ("header", "tongue"),
    [
        ("", "zh_CN"),
        ("*", "zh_CN"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh_CN"),
        ("zh-Hant-TW", "zh_CN"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("en;q=0.3,zh-CN;q=0.9", "zh_CN"),
        ("fr-FR,fr;q=0.9", "en"),
        ("en;q=rubbish,zh", "zh_CN"),
    ],
)
def test_the_first_wish_counts_and_silence_means_chinese(header: str, tongue: str) -> None:
    assert preferred(header) == tongue


@settings(max_examples=100)
@given(st.text(max_size=400))
def test_any_header_gets_an_answer(header: str) -> None:
    assert preferred(header) in {"zh_CN", "en"}
