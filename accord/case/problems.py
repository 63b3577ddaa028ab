"""What is wrong with an answer, as a sentence beside its field: what happened and what to do, never what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from accord.errors import UNREADABLE_ANSWER
from accord.i18n import N_, _

OWN_MESSAGE: Final = "answer"
"""The type of errors that carry one of our own marked sentences."""

MISSING = N_("This answer is missing. Please fill it in.")
UNKNOWN_FIELD = N_("The workbook has no field of this name. Please take it out.")
NOT_A_CHOICE = N_("This is none of the choices. Please choose one from the list.")
TEXT_TOO_LONG = N_("This text is too long: at most {limit} characters. Please shorten it.")
TOO_MANY = N_("There are too many entries here: at most {limit}. Please take some out.")
TOO_SMALL = N_("This number is too small: {limit} is the least.")
TOO_BIG = N_("This number is too large: {limit} is the most.")
NOT_A_NUMBER = N_("Please write a plain number here.")
NOT_WHOLE = N_("Please write a whole number here, without a point.")
NOT_A_DATE = N_("This is not a date we can read. Please write it like 2026-11-23.")
NOT_A_TIME = N_("This is not a time we can read. Please write it like 18:30.")
NOT_A_MOMENT = N_("This is not a date and time we can read. Please write it like 2026-11-23 18:30.")
NOT_YES_OR_NO = N_("Please answer yes or no here.")
NOT_TEXT = N_("Text belongs here. Please type it again.")
NOT_A_NAME = N_("Only small letters a to z, digits, - and _ can be used here.")
NOT_A_GROUP = N_("This part of the file is not built as expected. Please fill it in again.")

_BY_TYPE: Final[Mapping[str, str]] = {
    "missing": MISSING,
    "extra_forbidden": UNKNOWN_FIELD,
    "enum": NOT_A_CHOICE,
    "literal_error": NOT_A_CHOICE,
    "string_too_long": TEXT_TOO_LONG,
    "too_long": TOO_MANY,
    "greater_than_equal": TOO_SMALL,
    "less_than_equal": TOO_BIG,
    "int_from_float": NOT_WHOLE,
    "string_pattern_mismatch": NOT_A_NAME,
}
_BY_BEGINNING: Final[Mapping[str, str]] = {
    "int_": NOT_WHOLE,
    "decimal_": NOT_A_NUMBER,
    "finite_number": NOT_A_NUMBER,
    "datetime_": NOT_A_MOMENT,
    "date_": NOT_A_DATE,
    "time_": NOT_A_TIME,
    "bool_": NOT_YES_OR_NO,
    "string_": NOT_TEXT,
    "list_": NOT_A_GROUP,
    "dict_": NOT_A_GROUP,
    "model_": NOT_A_GROUP,
}
_LIMITS: Final = ("max_length", "ge", "le")


class Problem(NamedTuple):
    """One answer that cannot be used.

    Attributes:
        field: its path in the case, e.g. `debts.0.principal`; empty for the case as a whole.
        message: a sentence in the language spoken when the problem was found.
    """

    field: str
    message: str


def problems(error: ValidationError) -> tuple[Problem, ...]:
    """Return what is wrong, field by field, in the reader's language. What was typed is never repeated."""
    found = error.errors(include_url=False)
    return tuple(Problem(_path(detail), _message(detail)) for detail in found)


def _path(detail: ErrorDetails) -> str:
    return ".".join(str(step) for step in detail["loc"] if step != "[key]")


def _message(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == OWN_MESSAGE:
        return _(context["sentence"]).format(**context)
    limit = next((context[name] for name in _LIMITS if name in context), "")
    return _(_sentence(detail["type"], of_text=isinstance(detail["input"], str))).format(limit=limit)


def _sentence(kind: str, *, of_text: bool) -> str:
    if of_text and kind == "too_long":  # the limit of a text that was cleaned first is told like that of a list
        return TEXT_TOO_LONG
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    return next((text for start, text in _BY_BEGINNING.items() if kind.startswith(start)), UNREADABLE_ANSWER)
