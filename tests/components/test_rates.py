"""Rates and shares in words."""

from decimal import Decimal

from components.rates import rate_words, share_words


def test_a_rate_has_two_places() -> None:
    assert rate_words(Decimal("0.1303")) == "13.03%"


def test_a_share_is_whole() -> None:
    assert share_words(Decimal("0.996")) == "100%"


def test_what_is_not_defined_is_a_dash() -> None:
    assert rate_words(None) == share_words(None) == "—"
