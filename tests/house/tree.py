"""The project's own files, read once: what the house tests look through."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("accord", "components", "web", "pages")
SCRIPTS = ("app.py", "serve.py")


@cache
def code_files() -> tuple[Path, ...]:
    """Return every Python file of the product, tests apart, in a stable order."""
    found = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return (*found, *(ROOT / name for name in SCRIPTS))


def shown(path: Path) -> str:
    """Return a path as it stands in the project, e.g. `accord/money.py`."""
    return path.relative_to(ROOT).as_posix()


@cache
def syntax(path: Path) -> ast.Module:
    """Return the syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=shown(path))


def calls(path: Path) -> Iterator[ast.Call]:
    """Yield every call in one file."""
    return (node for node in ast.walk(syntax(path)) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """Return what is called as it is written, e.g. `st.markdown`; empty for what is no plain name."""
    return dotted(call.func)


def calls_of(*names: str) -> list[str]:
    """Return where the product calls one of these, as `file:line name`."""
    return [
        f"{shown(path)}:{call.lineno} {called(call)}"
        for path in code_files()
        for call in calls(path)
        if called(call) in names
    ]


def dotted(node: ast.expr) -> str:
    """Return a dotted name; empty for what is none."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


def imported(path: Path) -> set[str]:
    """Return the dotted names of all modules one file imports, `from a.b import c` as `a.b`."""
    names: set[str] = set()
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def text_files(*endings: str) -> tuple[Path, ...]:
    """Return the files of the product, its documents and set-up that end so, caches and pictures apart."""
    tops = [ROOT / name for name in (*ROOMS, "docs", "tests", ".streamlit", ".ci")]
    found = [path for top in tops for path in sorted(top.rglob("*")) if path.is_file() and path.suffix in endings]
    loose = [path for path in sorted(ROOT.iterdir()) if path.is_file() and path.suffix in endings]
    return tuple(path for path in (*found, *loose) if "__pycache__" not in path.parts)
