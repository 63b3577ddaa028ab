"""The messages marked in the code, and what the Chinese catalogues say to them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.house.tree import ROOT, called, calls, code_files, shown

CATALOGUES = tuple(sorted((ROOT / "accord" / "i18n" / "locale" / "zh_CN").glob("*.po")))
PLACE = re.compile(r"\{(\w*)")


@dataclass(frozen=True)
class Marked:
    """One message as it is marked in the code. `one` is the singular of a pair, which Chinese does not use."""

    text: str
    where: str
    one: bool = False


def _texts(call: ast.Call) -> Iterator[tuple[ast.expr, bool]]:
    name = called(call).rpartition(".")[2]
    if name in {"_", "N_"}:
        yield from ((argument, False) for argument in call.args[:1])
    elif name == "plural":
        yield from zip(call.args[:2], (True, False), strict=False)


@cache
def marked() -> tuple[Marked, ...]:
    """Return every message marked with `_`, `N_` or `plural`."""
    return tuple(
        Marked(argument.value, f"{shown(path)}:{call.lineno}", one)
        for path in code_files()
        for call in calls(path)
        for argument, one in _texts(call)
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )


def glued() -> list[str]:
    """Return where a message is put together inside the mark, so that no catalogue can hold it."""
    return [
        f"{shown(path)}:{call.lineno}"
        for path in code_files()
        for call in calls(path)
        for argument, _one in _texts(call)
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (isinstance(argument, ast.Call) and called(argument).endswith("format"))
    ]


def entries(path: Path) -> list[Message]:
    """Return the messages of one catalogue, its header apart."""
    with path.open("rb") as file:
        return [entry for entry in read_po(file, locale="zh_CN", abort_invalid=True) if entry.id]


def places(text: str) -> set[str]:
    """Return the names of the places to fill in a message."""
    return set(PLACE.findall(text.replace("{{", "")))
