"""A case with hostile words in every field a person can fill with words of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final

from accord.case import Case
from accord.case.samples import sample
from accord.case.workbook import read_workbook, write_workbook
from accord.errors import AccordError
from accord.i18n import CHINESE
from tests.hostile.payloads import PAYLOADS

STRIDE: Final = 113
"""Payloads from one turn to the next: prime to their number, so that in as many turns every field meets every one."""
TOGETHER: Final = 8
"""Payloads in one field at the same time, at most: as many as it takes."""


def words_fields(document: dict[str, Any]) -> list[tuple[str | int, ...]]:
    """Return the place of every answer of a case that may be any words."""
    return [place for place, value in _texts(document, ()) if value and _takes(document, place, "<b>x</b>")]


def planted(turn: int = 0, name: str = "lin_jing_card") -> tuple[Case, int]:
    """Return a full case with payloads in each field of words, and how many were planted.

    Args:
        turn: which payload the first field gets; another turn plants others.
        name: the example the rest comes from.
    """
    data, found = sown(turn, name)
    return read_workbook(data), sum(map(len, found.values()))


@cache
def sown(turn: int, name: str = "lin_jing_card") -> tuple[bytes, dict[tuple[str | int, ...], list[str]]]:
    """Return a full case's file and what was planted where; what a field refuses stands in the next that takes it."""
    example = sample(name, CHINESE)
    example.sample = False
    document = json.loads(write_workbook(example))
    found: dict[tuple[str | int, ...], list[str]] = {}
    refused: list[str] = []
    for number, place in enumerate(words_fields(document)):
        first = number + turn * STRIDE
        window = [PAYLOADS[(first + step) % len(PAYLOADS)] for step in range(TOGETHER)]
        found[place] = taken = _planted_at(document, place, (window[0], *refused, *window[1:]))
        refused = [payload for payload in (*refused, window[0]) if payload not in taken]
    return json.dumps(document).encode(), {place: taken for place, taken in found.items() if taken}


def _planted_at(document: dict[str, Any], place: tuple[str | int, ...], payloads: Iterable[str]) -> list[str]:
    """Plant as many payloads as the field takes, each in a paragraph of its own where it takes lines; return them."""
    taken: list[str] = []
    for payload in payloads:
        if any(_takes(document, place, between.join((*taken, payload)), keep=True) for between in ("\n\n", " ")):
            taken.append(payload)
    return taken


def everywhere(text: str) -> bytes:
    """Return a full case's file with one text in each field of words; where it is too long, as much of it as fits."""
    example = sample("lin_jing_card", CHINESE)
    example.sample = False
    document = json.loads(write_workbook(example))
    for place in words_fields(document):
        any(_takes(document, place, text[:length], keep=True) for length in (len(text), 60, 20, 5))
    return json.dumps(document).encode()


def _texts(value: object, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*place, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*place, number))


def _takes(document: dict[str, Any], place: tuple[str | int, ...], text: str, *, keep: bool = False) -> bool:
    """Tell whether a case is still one with this text at that place."""
    put, before = _slot(document, place)
    put(text)
    try:
        read_workbook(json.dumps(document).encode())
    except AccordError:
        put(before)
        return False
    if not keep:
        put(before)
    return True


def _slot(document: dict[str, Any], place: tuple[str | int, ...]) -> tuple[Callable[[str], None], str]:
    inner: Any = document
    for step in place[:-1]:
        inner = inner[step]
    last = place[-1]

    def put(text: str) -> None:
        """Put a text there."""
        inner[last] = text

    return put, inner[last]
