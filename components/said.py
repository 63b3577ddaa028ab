"""Sentences that the engine made, on the screen: plain, and without their amounts while amounts are hidden."""

from __future__ import annotations

import re

from components.amounts import HIDDEN, hidden
from components.markup import plain

_AMOUNT = re.compile(r"-?¥[\d,]+(?:\.\d+)?")
_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?(?=\s*(?:元|yuan\b|a month\b))")
DOTS = "••••"


def said(sentence: str) -> str:
    """Return a sentence safe in Markdown; its amounts are covered while the person hides amounts."""
    return plain(covered(sentence))


def covered(sentence: str) -> str:
    """Return a sentence as plain text; its amounts are covered while the person hides amounts."""
    return _BARE.sub(DOTS, _AMOUNT.sub(HIDDEN, sentence)) if hidden() else sentence
