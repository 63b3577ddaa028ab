"""The private part in words, for the person's own set; for an advisor only the fields the person opened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel

from accord.case import Answer, Case, Private
from accord.case.labels import field_label, label
from accord.documents.blocks import Block, Heading, KeyValues, Small
from accord.documents.phrasing import long_day
from accord.i18n import _
from accord.money import yuan

_NAMES = ("id", "about")
"""Fields of a private row that name things for the program, not for a reader."""

PRIVATE_FIELDS: tuple[str, ...] = tuple(Private.model_fields)
"""Names of the private fields an owner may open to an advisor, one by one."""


def private_part(case: Case, opened: Collection[str]) -> tuple[Block, ...]:
    """Return the private fields named in `opened` that have an answer, in the language spoken now."""
    rows = tuple(
        (field_label(f"private.{name}"), words)
        for name in PRIVATE_FIELDS
        if name in opened and (words := written(getattr(case.private, name)))
    )
    if not rows:
        return ()
    return (
        Heading(_("Only for me")),
        Small(_("Nothing on these lines stands in any paper for a bank or a mediator.")),
        KeyValues(rows),
    )


def written(value: object) -> str:
    """Return any private answer as text; empty for no answer."""
    if isinstance(value, BaseModel):
        answers = (written(getattr(value, name)) for name in type(value).model_fields if name not in _NAMES)
        return _(", ").join(answer for answer in answers if answer)
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return "\n".join(filter(None, map(written, value)))
    return _single(value)


def _single(value: object) -> str:
    match value:
        case Answer.UNKNOWN:
            return ""
        case StrEnum():
            return label(value)
        case Decimal():
            return yuan(value)
        case date():
            return long_day(value)
        case _other:
            return "" if value is None else str(value)
