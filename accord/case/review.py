"""Every answer read back in plain words: the same text for the review on the screen and for the full set of papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from pydantic import BaseModel

from accord.case.case import Case
from accord.case.labels import field_label, label
from accord.i18n import N_, _
from accord.money import yuan

YES = N_("yes")
NO = N_("no")

GROUPS: dict[str, tuple[str, ...]] = {
    "position": ("position", "private"),
    "channel": ("person", "channel", "contacts"),
    "materials": ("household", "incomes", "spendings", "assets", "debts", "evidence"),
    "negotiate": ("asks", "offers"),
    "follow_up": ("agreements", "payments"),
    "emergencies": ("events",),
}
"""Which chapter asks for which group of answers."""
_SHARES = frozenset({"annual_rate", "fee_rate", "yearly_step", "waived_share"})
_SILENT = frozenset({"id", "debt_id", "item", "contact_id", "agreement_id", "option", "evidence_ids", "size"})
_OWN_FIGURES = frozenset({"assumptions", "bank_ranges", "tradeoffs"})
"""Changed where they are used, by names only the program knows; they are read back there."""


class Said(NamedTuple):
    """One answer: its path, its label and its value in words. `level` counts the rows it lies in."""

    path: str
    label: str
    value: str
    level: int


def chapter_answers(case: Case, chapter_id: str) -> tuple[Said, ...]:
    """Return the answers a chapter asked for, in its order, in the language spoken now; empty answers are left out."""
    found: list[Said] = []
    for group in GROUPS.get(chapter_id, ()):
        lines = tuple(_walk(getattr(case, group), group, 0))
        if lines:
            found.append(Said(group, field_label(group), "", 0))
            found += lines
    return tuple(found)


def _walk(value: Any, path: str, level: int) -> Iterator[Said]:  # noqa: ANN401  groups, rows and maps alike
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            answer = getattr(value, name)
            # Outside rows a default is no answer: nobody said that one adult lives there.
            if level or answer != field.get_default(call_default_factory=True):
                yield from _field(answer, f"{path}.{name}", name, level)
    elif isinstance(value, list):
        for place, row in enumerate(value, 1):
            yield Said(f"{path}.{getattr(row, 'id', place)}", f"{place}", "", level + 1)
            yield from _walk(row, f"{path}.{getattr(row, 'id', place)}", level + 1)
    elif isinstance(value, dict):
        for key, row in value.items():
            yield Said(f"{path}.{key}", label(key) if isinstance(key, StrEnum) else str(key), "", level + 1)
            yield from _walk(row, f"{path}.{key}", level + 1)


def _field(value: Any, path: str, name: str, level: int) -> Iterator[Said]:  # noqa: ANN401  any answer
    if name in _SILENT | _OWN_FIGURES or value is None or value in ("", [], {}):
        return
    if isinstance(value, BaseModel | dict) or (isinstance(value, list) and isinstance(value[0], BaseModel)):
        inner = tuple(_walk(value, path, level))
        if inner:
            yield Said(path, field_label(path), "", level)
            yield from inner
        return
    yield Said(path, field_label(path), words(value, name), level)


def words(value: object, name: str = "") -> str:
    """Return one answer in words. `name` tells rates from amounts."""
    if isinstance(value, list):
        return "、".join(words(item) for item in value)
    if isinstance(value, Decimal):
        return f"{(value * 100).normalize():f}%" if name in _SHARES else yuan(value)
    if isinstance(value, bool):
        return _(YES) if value else _(NO)
    return label(value) if isinstance(value, StrEnum) else _dated(value)


def _dated(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)
