"""How charts write their tables and alternative texts."""

from __future__ import annotations

from accord.i18n import N_, _
from accord.money import to_yuan, yuan

KINDS = {
    "lines": N_("Line chart. {sentence}"),
    "bars": N_("Bar chart. {sentence}"),
    "waterfall": N_("Waterfall chart. {sentence}"),
    "timeline": N_("Timeline. {sentence}"),
    "week": N_("Week strip. {sentence}"),
}


def alt(kind: str, sentence: str) -> str:
    """Return the alternative text of a chart of `kind` (a key of `KINDS`)."""
    return _(KINDS[kind]).format(sentence=sentence)


def in_yuan(fen: int) -> float:
    """Return fen as yuan for drawing."""
    return float(to_yuan(fen))


def written(fen: int) -> str:
    """Return fen as a table shows it, with sign and two places."""
    return yuan(fen)
