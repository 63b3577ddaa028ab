"""Figures of rules that stand as plain numbers in what people read, where the text should quote the rule by its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from accord.knowledge.rules import Rule, rules
from tests.house.messages import CATALOGUES, entries
from tests.house.tree import ROOT, shown

KNOWLEDGE: Final = ROOT / "accord" / "knowledge"
_HAN: Final = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
_WORDS: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MONTHS_A_YEAR: Final = 12


class Said(NamedTuple):
    """A figure found in a text: the file, the words it was found by, and the rules that state it."""

    path: str
    words: str
    rules: tuple[str, ...]


@cache
def shapes() -> dict[str, tuple[str, ...]]:
    """Return every way to write a rule's figure with its unit, in both languages, with the rules it may come from."""
    found: dict[str, list[str]] = {}
    for row in rules():
        for shape in _shapes(row):
            found.setdefault(shape, []).append(row.id)
    return {shape: tuple(names) for shape, names in found.items()}


def _shapes(row: Rule) -> Iterator[str]:
    if row.span is not None and row.unit == "hour":
        yield from (rf"\b{int(hour):02}:00" for hour in row.span)
    if row.value is None or row.value != row.value.to_integral_value():
        return
    whole = int(row.value)
    if "day" in row.unit and "a day" not in row.unit:
        yield from _counted(whole, "[日天]", "days?")
    elif row.unit.startswith("year"):
        yield from _counted(whole, "年", "years?")
    elif row.unit == "month":
        yield from _counted(whole, "个月", "months?")
        if not whole % MONTHS_A_YEAR:
            yield from _counted(whole // MONTHS_A_YEAR, "年", "years?")
    elif "a day" in row.unit:
        yield rf"(?<!\d){whole} ?次"


def _counted(number: int, han: str, english: str) -> Iterator[str]:
    if number == 1:
        return  # one day, one year: everyday words
    yield rf"(?<![\d.月]){number} ?{han}"
    yield rf"(?<![\d.]){number} {english}\b"
    if number < len(_HAN):
        yield rf"(?<![十百]){_HAN[number]}{han}"
        yield rf"\b{_WORDS[number]} {english}\b"


def said(text: str, path: str) -> Iterator[Said]:
    """Yield the rules' figures that stand as plain numbers in a text."""
    for shape, names in shapes().items():
        for found in re.finditer(shape, text, re.IGNORECASE):
            yield Said(path, found[0], names)


def texts() -> Iterator[tuple[str, str]]:
    """Yield what people read, with its file: chapters, cards, answers, papers, words, messages. The rules apart."""
    paths: list[Path] = [*sorted((KNOWLEDGE / "texts").rglob("*.md")), *sorted((KNOWLEDGE / "data").glob("*.toml"))]
    for path in (*paths, KNOWLEDGE / "glossary.toml"):
        yield shown(path), path.read_text(encoding="utf-8")
    for path in CATALOGUES:
        yield shown(path), "\n".join(f"{entry.id}\n{entry.string}" for entry in entries(path))
