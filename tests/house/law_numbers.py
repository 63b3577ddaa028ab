"""Figures of the rules that stand as literals in the engine, where they should be read from their row by date."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from accord.knowledge.rules import Rule, rules
from tests.house.tree import called

SMALL = 12
"""Whole numbers below this count everything there is."""
LARGE = 1000
"""Below this whole numbers are everyday ones in rooms that have no business with rules: seconds, points, rows."""
ROUND = frozenset(Decimal(value) for value in ("0.01", "0.02", "0.03", "0.05", "0.1", "0.5", "50", "5000"))
"""So round that they mostly mean something else; like powers of ten and small numbers they count only beside a
telling name."""
EVERYDAY = frozenset(Decimal(value) for value in (1, 12, 24, 100, 365))
"""What years, days and percentages are made of."""
TELLING = re.compile(
    r"night|quiet|evening|morning|hour|tries|calls|attempt|limitation|complain|repl(?:y|ies)|enforce|grace|overdue"
    r"|past_due|court|objection|credit_record|penalty|minimum_payment|classif|daily_rate|bracket|(?:flat|late)_fee",
    re.IGNORECASE,
)


class Literal(NamedTuple):
    """A number in the code: the definition it stands in, its value, its line."""

    within: str
    value: Decimal
    line: int


@cache
def figures() -> dict[Decimal, tuple[str, ...]]:
    """Return every figure a rule states, as it may be written in code, with the rules that state it."""
    found: dict[Decimal, list[str]] = {}
    for row in rules():
        for value in _stated(row):
            found.setdefault(value.normalize(), []).append(row.id)
    return {value: tuple(dict.fromkeys(names)) for value, names in found.items()}


def _stated(row: Rule) -> Iterator[Decimal]:
    plain = [row.value, *(row.span or ()), row.overdue_from, row.overdue_until]
    parts = [step.part for step in row.brackets]
    amounts = [amount for step in row.brackets for amount in (step.up_to, step.flat)]
    yield from (Decimal(value) for value in (*plain, *parts, *amounts) if value)
    # Amounts are counted in fen inside the engine.
    yield from (amount * 100 for amount in amounts if amount)


def suspects(source: str, *, strict: bool = True) -> list[Literal]:
    """Return the literals of one file that are a rule's figure; everyday ones only beside a telling name.

    `strict` is for rooms that work with rules; elsewhere every whole number below a thousand is an everyday one.
    """
    found = []
    for top in ast.parse(source).body:
        beside, widths = _beside(top), _widths(top)
        for node in ast.walk(top):
            value = number(node)
            if value is None or value in EVERYDAY or value.normalize() not in figures() or id(node) in widths:
                continue
            if not _may_mean_anything(value, strict=strict) or TELLING.search(beside.get(id(node), "")):
                found.append(Literal(_name(top), value, getattr(node, "lineno", 0)))
    return found


def _may_mean_anything(value: Decimal, *, strict: bool) -> bool:
    power_of_ten = value.normalize().as_tuple().digits == (1,)
    small = SMALL if strict else LARGE
    return power_of_ten or value in ROUND or (value == value.to_integral_value() and abs(value) < small)


def _widths(top: ast.stmt) -> set[int]:
    """Return the nodes that are widths of a table's columns."""
    columns = [node for node in ast.walk(top) if isinstance(node, ast.Call) and called(node) == "Column"]
    return {id(inner) for column in columns for inner in ast.walk(column)}


def number(node: ast.AST) -> Decimal | None:
    """Return the number a node writes down: 22, 0.05 or Decimal("0.05"); None for what is none."""
    if isinstance(node, ast.Call) and called(node) in {"Decimal", "Fraction"} and node.args:
        first = node.args[0]
        return _read(first.value) if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return _read(repr(node.value))
    return None


def _read(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace("_", ""))
    except InvalidOperation:
        return None


def _beside(top: ast.stmt) -> dict[int, str]:
    """Return, by node, the words a number stands beside: a comparison, a name it is given, an argument's name."""
    words: dict[int, str] = {}
    for node in ast.walk(top):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.keyword | ast.Compare):
            words |= {id(inner): _words(node) for inner in ast.walk(node) if number(inner) is not None}
    return words


def _words(node: ast.Assign | ast.AnnAssign | ast.keyword | ast.Compare) -> str:
    if isinstance(node, ast.keyword):
        return node.arg or ""
    if isinstance(node, ast.Compare):
        return ast.unparse(node)
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return " ".join(ast.unparse(target) for target in targets)


def _name(top: ast.stmt) -> str:
    if isinstance(top, ast.FunctionDef | ast.ClassDef):
        return top.name
    targets = top.targets if isinstance(top, ast.Assign) else [getattr(top, "target", None)]
    return ", ".join(ast.unparse(target) for target in targets if target is not None) or "-"
