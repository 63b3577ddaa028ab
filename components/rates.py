"""Yearly rates on the screen."""

from __future__ import annotations

from decimal import Decimal

PERCENT = Decimal(100)


def rate_words(rate: Decimal | None) -> str:
    """Return a yearly rate in words; a dash where none is defined."""
    return "—" if rate is None else f"{rate * PERCENT:.2f}%"


def share_words(share: Decimal | None) -> str:
    """Return a share in whole percent; a dash where none is defined."""
    return "—" if share is None else f"{share * PERCENT:.0f}%"
