"""What a remark is about: a place in the case by its path, in words, and whether it was checked as it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from pydantic import BaseModel

from accord.case.case import Case
from accord.case.labels import field_label, label
from accord.errors import KnowledgeError
from accord.i18n import N_, _

PAPERS = "package"
"""The place of a remark about the papers: the choices they are made by."""
ALL_PAPERS = N_("The papers as a whole")
BETWEEN = " · "
_CHECKED = re.compile(r"checked@([0-9]{1,12}):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class About:
    """What a remark is about: `path` from the case downwards; `checked` the version that was found right, 0 if none."""

    path: str
    checked: int = 0

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what `text` wrote; anything else is a path."""
        found = _CHECKED.fullmatch(text)
        return cls(found[2], int(found[1])) if found else cls(text)

    @property
    def text(self) -> str:
        """One line that holds both."""
        return f"checked@{self.checked}:{self.path}" if self.checked else self.path

    @property
    def section(self) -> str:
        """The part of the case it lies in; each part has a version of its own."""
        return self.path.partition(".")[0]


def place_words(case: Case, path: str) -> str:
    """Return a place in words (`debts.debt-1.principal`: debts, 1, principal); empty for no place of a case.

    A row that is gone is left out.
    """
    if path == PAPERS:
        return _(ALL_PAPERS)
    return BETWEEN.join(dict.fromkeys(_words(case, path.split("."), path)))


def _words(case: Case, steps: list[str], path: str) -> Iterator[str]:
    try:
        yield field_label(steps[0])
        owner: Any = case
        for step in steps:
            if isinstance(owner, list):
                yield from (str(place) for place, row in enumerate(owner, 1) if _id(row) == step)
            elif isinstance(owner, dict):
                yield from (_key(key, place) for place, key in enumerate(owner, 1) if key == step)
            owner = _below(owner, step)
        if len(steps) > 1 and not isinstance(owner, BaseModel):
            yield field_label(path)
    except KnowledgeError:
        return


def _key(key: object, place: int) -> str:
    return label(key) if isinstance(key, StrEnum) else str(place)


def _id(row: object) -> str:
    return str(getattr(row, "id", getattr(row, "debt_id", "")))


def _below(owner: Any, step: str) -> Any:  # noqa: ANN401  rows, groups and answers alike
    if isinstance(owner, list):
        return next((row for row in owner if _id(row) == step), None)
    if isinstance(owner, dict):
        return owner.get(step)
    return getattr(owner, step, None)
