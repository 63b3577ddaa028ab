"""Cases made up by hypothesis: every field filled with something its type allows."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from pydantic import BaseModel

from accord.case import Case, fields

Strategy = st.SearchStrategy[Any]

_MONEY = st.decimals(min_value=0, max_value=10**9, places=2)
_RATE = st.decimals(min_value=0, max_value=10, places=6)
_WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
_KINDS: list[tuple[object, Strategy]] = [
    (fields.MoneyAnswer, st.none() | _MONEY),
    (fields.RateAnswer, st.none() | _RATE),
    (fields.Day, st.dates(fields.EARLIEST, fields.LATEST)),
    (fields.Moment, st.datetimes(datetime(1980, 1, 1), datetime(2100, 12, 31))),  # noqa: DTZ001  Shanghai's clock
    (fields.Clock, st.times()),
    (fields.Name, _WORDS),
    (fields.Line, _WORDS),
    (fields.Lines, _WORDS),
    (fields.Slug, st.from_regex(r"\A[a-z0-9_\-]{0,12}\Z")),
    (fields.Phone, st.sampled_from(["", "138-0000-1234", "+86 １３８００００１２３４"])),
    (fields.Email, st.sampled_from(["", "someone@example.com"])),
    (fields.IdTail, st.sampled_from(["", "012x", "1234"])),
    (fields.CardTail, st.sampled_from(["", "1234"])),
    (fields.Months, st.integers(1, 600)),
    (fields.Count, st.integers(0, 50)),
    (fields.Share, st.decimals(min_value=0, max_value=1, places=4)),
    (fields.Figure, st.decimals(min_value=0, max_value=10**6, places=6)),
    (bool, st.booleans()),
    (int, st.integers(0, 200)),  # pages of a paper, the one plain number
]


def cases() -> st.SearchStrategy[Case]:
    """Return a strategy for whole cases; rows of one kind have different ids."""
    return _group(Case)


def _group(group: type[BaseModel]) -> Strategy:
    hints = get_type_hints(group, include_extras=True)
    return st.builds(group, **{name: _of(hints[name]) for name in group.model_fields})


def _of(hint: object) -> Strategy:
    for kind, strategy in _KINDS:
        if hint is kind:
            return strategy
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _group(hint)
    return _composed(get_origin(hint), get_args(hint))


def _composed(origin: object, inner: tuple[Any, ...]) -> Strategy:
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is list:
        rows = isinstance(inner[0], type) and "id" in getattr(inner[0], "model_fields", {})
        return st.lists(_of(inner[0]), max_size=3, unique_by=(lambda row: row.id) if rows else None)
    if origin is dict:
        return st.dictionaries(_of(inner[0]), _of(inner[1]), max_size=3)
    if origin in {Union, UnionType}:
        return st.none() | _of(next(part for part in inner if part is not NoneType))
    return st.nothing()


TODAY = date(2026, 11, 23)
"""The day the tests stand on."""
