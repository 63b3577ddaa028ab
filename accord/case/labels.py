"""Plain labels for choices and fields, in the language spoken now."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import get_args

from pydantic import BaseModel

from accord.case.case import Case
from accord.case.choice_words import CHOICE_WORDS
from accord.case.field_words import FIELD_WORDS
from accord.errors import KnowledgeError
from accord.i18n import N_, _

NO_SUCH_FIELD = N_("The workbook has no field of this name.")


def label(member: StrEnum) -> str:
    """Return the plain word for one choice, such as 信用卡 for `DebtKind.CREDIT_CARD`."""
    return _(CHOICE_WORDS[type(member)][member])


def field_label(path: str) -> str:
    """Return the plain label of a field: `debts.0.principal` is 本金.

    Row numbers, keys of a mapping and anything below the last known field are passed over.

    Args:
        path: field names, row numbers and keys with points between, from the case downwards.

    Raises:
        KnowledgeError: the path starts with no field of the case.
    """
    found = ""
    group: type[BaseModel] = Case
    for step in path.split("."):
        if step in group.model_fields:
            found = FIELD_WORDS[group][step]
            group = next(_groups_in(group.model_fields[step].annotation), group)
    if not found:
        raise KnowledgeError(NO_SUCH_FIELD)
    return _(found)


def _groups_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the groups of answers named in a type, as `Debt` in `list[Debt]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _groups_in(inner)
