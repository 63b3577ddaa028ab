"""The private part in words, for the person's own set; for an advisor only the fields the person opened."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel

from accord.budget.assumptions import ASSUMPTIONS
from accord.case import Answer, Case, DebtGate, Private
from accord.case.labels import field_label, label
from accord.documents.blocks import Block, Heading, KeyValues, Small
from accord.documents.phrasing import long_day
from accord.i18n import _
from accord.money import yuan

_NAMES = ("id", "about")
"""Fields of a private row that name things for the program, not for a reader."""

SCREEN_ALONE = frozenset({"bank_ranges", "tradeoffs"})
"""What only moves the pictures of chapter 5: papers know nothing of the rooms that hold its words."""
PRIVATE_FIELDS: tuple[str, ...] = tuple(name for name in Private.model_fields if name not in SCREEN_ALONE)
"""Names of the private fields an owner may open to an advisor, one by one."""


def private_part(case: Case, opened: Collection[str]) -> tuple[Block, ...]:
    """Return the private fields named in `opened` that have an answer, in the language spoken now."""
    rows = tuple(
        (field_label(f"private.{name}"), words)
        for name in PRIVATE_FIELDS
        if name in opened and (words := _field_words(case, name))
    )
    if not rows:
        return ()
    return (
        Heading(_("Only for me")),
        Small(_("Nothing on these lines stands in any paper for a bank or a mediator.")),
        KeyValues(rows),
    )


def _field_words(case: Case, name: str) -> str:
    """Return one field in words; what is kept by a name of the program's stands beside what it is about."""
    if name == "assumptions":
        return _assumed(case.private.assumptions)
    if name == "gates":
        return _asked_first(case)
    if name == "offer_scores":
        return _scored(case)
    return written(getattr(case.private, name))


def _asked_first(case: Case) -> str:
    """Return the questions before any letter with their answers, debt by debt; a bare "no" answers nothing."""
    lines: list[str] = []
    for debt in case.debts:
        gate = case.private.gates.get(debt.id, DebtGate())
        answers = _answers(f"private.gates.{debt.id}", gate)
        lines += [debt.creditor or label(debt.kind), *answers] if answers else []
    return "\n".join(lines)


def _answers(path: str, row: BaseModel) -> list[str]:
    said = {name: written(getattr(row, name)) for name in type(row).model_fields}
    text = _("{name}: {value}")
    return [text.format(name=field_label(f"{path}.{name}"), value=words) for name, words in said.items() if words]


def _scored(case: Case) -> str:
    """Return what the person thinks of each offer, by its day and whose it is."""
    text = _("{day}, {whose}: {words}")
    return "\n".join(
        text.format(day=long_day(offer.on), whose=label(offer.side), words=case.private.offer_scores[offer.id])
        for offer in case.offers
        if case.private.offer_scores.get(offer.id)
    )


def _assumed(changed: Mapping[str, Decimal]) -> str:
    rows = ((one, changed[one.name]) for one in ASSUMPTIONS if one.name in changed)
    return "\n".join(
        _("{name}: {value}").format(name=one.spoken_title, value=one.written(value)) for one, value in rows
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
