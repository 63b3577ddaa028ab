"""Figures of rules inside prose: `{a.rule}` stands for what the rule says on the day the text is read.

A text names the rule and, where the figure needs another shape, how to say it: `{a.rule:years}`, `{a.rule:from}`;
or has the rule say itself in its own words: `{a.rule:says}`. So a rule that changes changes every text that quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from accord.errors import KnowledgeError
from accord.i18n import CHINESE, N_, language
from accord.knowledge.rules import NO_FIGURE, Rule, rule

MONTHS_A_YEAR: Final = 12
DAYS_A_YEAR: Final = 365
UNKNOWN_SHAPE = N_("A text quotes the rule {rule} as “{shape}”, which nobody can say. Please tell whoever keeps this.")
_QUOTE: Final = re.compile(r"\{([a-z_0-9]+(?:\.[a-z_0-9]+)+)(?::([a-z]+))?\}")


def quoted(text: str) -> tuple[str, ...]:
    """Return the ids of the rules a text quotes, each once, in the order they are met."""
    return tuple(dict.fromkeys(found[1] for found in _QUOTE.finditer(text)))


def told(text: str, on: date | None = None, tongue: str | None = None) -> str:
    """Return a text with the figures its rules state.

    Args:
        text: prose that may quote rules.
        on: the day it is read; without it the rows named are taken as they stand.
        tongue: the text's language, or the one spoken now.

    Raises:
        KnowledgeError: a rule is not there, states no figure, or cannot be said in that shape.
    """
    spoken = tongue or language()
    return _QUOTE.sub(lambda found: _said(rule(found[1], on), found[2] or "figure", spoken), text)


def _said(row: Rule, shape: str, tongue: str) -> str:
    if shape not in _SHAPES:
        raise KnowledgeError(UNKNOWN_SHAPE, rule=row.id, shape=shape)
    return _SHAPES[shape](row, tongue)


def _figure(row: Rule, _tongue: str) -> str:
    return _plain(_value(row))


def _years(row: Rule, _tongue: str) -> str:
    return _plain(_value(row) / MONTHS_A_YEAR)


def _percent(row: Rule, _tongue: str) -> str:
    return f"{_plain(_value(row) * 100)}%"


def _percent_a_year(row: Rule, _tongue: str) -> str:
    return f"{_plain(_value(row) * 100 * DAYS_A_YEAR)}%"


def _from(row: Rule, tongue: str) -> str:
    return _hour(_ends(row)[0], tongue)


def _until(row: Rule, tongue: str) -> str:
    return _hour(_ends(row)[1], tongue)


_SHAPES: Final[dict[str, Callable[[Rule, str], str]]] = {
    "figure": _figure,
    "years": _years,
    "percent": _percent,
    "yearly": _percent_a_year,
    "from": _from,
    "until": _until,
    "says": Rule.says,
}


def _value(row: Rule) -> Decimal:
    if row.value is None:
        raise KnowledgeError(NO_FIGURE, rule=row.id)
    return row.value


def _ends(row: Rule) -> tuple[Decimal, Decimal]:
    if row.span is None:
        raise KnowledgeError(NO_FIGURE, rule=row.id)
    return row.span


def _plain(value: Decimal) -> str:
    """Write 15, 0.05 or 18.25: no exponent, no zeros at the end."""
    return f"{value.normalize():f}"


def _hour(hour: Decimal, tongue: str) -> str:
    return f"{int(hour)}:00" if tongue == CHINESE else f"{int(hour):02}:00"
