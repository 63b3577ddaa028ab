"""A suggested value: which answers can be suggested as one line of text, and what a line would change."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from pydantic import ValidationError

from accord.case import Case
from accord.case.problems import problems
from accord.case.review import words
from accord.i18n import N_, _
from accord.store.sections import PRIVATE
from components.session import find

GONE = N_("What this was about is no longer there.")


class Tried(NamedTuple):
    """What a line of text would do: the answer in words before and after, or why it cannot be taken."""

    before: str
    after: str
    problem: str = ""


def can_be_suggested(case: Case, path: str) -> bool:
    """Tell whether an answer is an amount, a rate, a number, a day or a line of text that is not private."""
    try:
        owner, name = find(case, path)
        value = owner[name] if isinstance(owner, dict) else getattr(owner, name)
    except (LookupError, AttributeError):
        return False
    if path.partition(".")[0] == PRIVATE or isinstance(value, StrEnum | bool | datetime):
        return False
    return isinstance(value, str | Decimal | int | date)


def tried(case: Case, path: str, line: str) -> Tried:
    """Put a line into a copy of the case and tell what it changes; the case itself stays as it is."""
    copy = case.model_copy(deep=True)
    try:
        owner, name = find(copy, path)
        before = words(getattr(owner, name), name)
        setattr(owner, name, line)
    except (LookupError, AttributeError):
        return Tried("", line, _(GONE))
    except ValidationError as error:
        return Tried(before, line, " ".join(problem.message for problem in problems(error)))
    return Tried(before, words(getattr(owner, name), name))
