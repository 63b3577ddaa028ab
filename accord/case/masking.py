"""Names and numbers made unreadable, for a reader who was not shown them. Pure: the case itself stays as it is.

Amounts, rates, days and choices stay: they are what the reader is asked about. The person's name keeps its first
sign, so that two people can still tell whom they talk of. Numbers by which somebody could be found or called are
left out; in free text every long run of digits, every e-mail address and the person's own name are covered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from accord.case.case import Case

COVER: Final = "＊＊"
NUMBER_COVER: Final = "•••"
LEFT_OUT: Final = frozenset(
    {
        "phone",
        "creditor_phone",
        "email",
        "id_last4",
        "account_last4",
        "staff_number",
        "ticket_number",
        "complaint_number",
    }
)
"""Fields that name a person, an account or a file at the bank by number."""
NAMED: Final = frozenset({"name", "who"})
"""Fields that hold somebody's name."""
OUR_WORDS: Final = frozenset({"language", "format", "option", "letter", "item", "parts", "id", "evidence_ids"})
"""Fields the program fills with words of its own; the ids of rows (`debt_id`) are such too."""
SHORTEST_NAME: Final = 2

# Seven digits and more, however they are spaced: phones, cards, identity numbers. Amounts are rarely as long, and a
# covered amount in a story stands open in its own field.
_LONG_NUMBER = re.compile(r"\+?[0-9０-９](?:[ \-－.]?[0-9０-９]){5,}[0-9０-９Xx]")
_DAY = re.compile(r"(?:19|20)[0-9]{2}[-.][0-9]{1,2}[-.][0-9]{1,2}")
_ADDRESS = re.compile(r"[^\s@，。；、<>]+@[^\s@，。；、<>]+\.[A-Za-z]{2,}")
_TAIL = re.compile(r"(?:尾号|末四位|ending(?: in)?|last four)\s*[:：]?\s*[0-9０-９]{3,4}[0-9０-９Xx]?", re.IGNORECASE)


def masked(case: Case) -> Case:
    """Return a copy in which names and numbers cannot be read."""
    name = case.person.name
    return Case.model_validate(_covered(case.model_dump(), name))


def masked_name(name: str) -> str:
    """Return a name of which only the first sign can be read; empty for no name."""
    return f"{name[0]}{COVER}" if name else ""


def masked_text(text: str, name: str = "") -> str:
    """Return free text without long numbers, e-mail addresses and, where it is given, a person's name."""
    covered = _TAIL.sub(NUMBER_COVER, _LONG_NUMBER.sub(_number, _ADDRESS.sub(NUMBER_COVER, text)))
    # Nothing grows: a text that just fits its field must fit it still.
    return covered.replace(name, COVER) if len(name) >= SHORTEST_NAME else covered


def _number(found: re.Match[str]) -> str:
    """Return what stands in place of a long number: a written day is none."""
    return found[0] if _DAY.fullmatch(found[0]) else NUMBER_COVER


def _covered(value: Any, name: str, field: str = "") -> Any:  # noqa: ANN401  rows, groups and answers alike
    if isinstance(value, Mapping):
        return {key: _covered(inner, name, str(key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_covered(inner, name, field) for inner in value]
    if not isinstance(value, str) or isinstance(value, StrEnum) or field in OUR_WORDS or field.endswith("_id"):
        return value
    if field in LEFT_OUT:
        return ""
    return masked_name(value) if field in NAMED else masked_text(value, name)
