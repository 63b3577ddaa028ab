"""What a change of one rule would touch: every letter, option, card, figure, screen, text and test, by file and line.

Found are the places that name the rule's id; those that name a constant or call a function that does (a few steps
on); and texts that say the rule in the words its row lists or by its article. The last are to be read, not trusted.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from accord.knowledge.rules import Rule, rule

ROOT = Path(__file__).parents[2]
PLACES = ("accord", "components", "pages", "web", "tests", "docs")
ENDINGS = (".py", ".toml", ".md", ".po")
STEPS = 3
"""How many functions on a figure is followed from the rule it comes from."""

Kind = Literal["letter", "option", "card", "figure", "screen", "text", "rule", "test"]
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("tests/", "test"),
    ("accord/knowledge/data/rules/", "rule"),
    ("accord/knowledge/data/", "card"),
    ("accord/documents/", "letter"),
    ("accord/options/", "option"),
    ("accord/knowledge/texts/", "text"),
    ("accord/i18n/", "text"),
    ("accord/case/", "text"),
    ("accord/", "figure"),
    ("docs/", "text"),
    ("README", "text"),
)


class Use(NamedTuple):
    """One place that uses a rule: what sort of thing it is, where it stands, and by what it uses the rule."""

    kind: Kind
    path: str
    line: int
    by: str

    def __str__(self) -> str:
        """Return the place as one line."""
        return f"{self.kind:7} {self.path}:{self.line}  {self.by}"


class _File(NamedTuple):
    path: str
    lines: tuple[str, ...]
    module: str
    tree: ast.Module | None


def impact(rule_id: str, root: Path = ROOT) -> tuple[Use, ...]:
    """Return every place that uses a rule, grouped by kind.

    Raises:
        KnowledgeError: there is no such rule.
    """
    row, files = rule(rule_id), _files(root)
    found = {**_by_words(row, files), **_by_names(row, files), **_by_id(row, files)}
    order = [kind for _start, kind in _KINDS] + ["screen"]
    return tuple(sorted(found.values(), key=lambda use: (order.index(use.kind), use.path, use.line)))


def kind_of(path: str) -> Kind:
    """Return what sort of thing stands in a file."""
    return next((kind for start, kind in _KINDS if path.startswith(start)), "screen")


Found = dict[tuple[str, int], Use]


def _by_id(row: Rule, files: Iterable[_File]) -> Found:
    named = re.compile(rf"(?<![\w.]){re.escape(row.id)}(?!\w|\.\w)")
    return _lines(files, named, row.id, own=row.id)


def _by_words(row: Rule, files: Iterable[_File]) -> Found:
    texts = [file for file in files if kind_of(file.path) not in {"rule", "test"}]
    found: Found = {}
    for words in (*row.phrases, *_articles(row)):
        found |= _lines(texts, re.compile(re.escape(words)), f"“{words}”")
    return found


def _articles(row: Rule) -> Iterator[str]:
    """Yield how texts cite the rule's articles; a short number would also be another law's."""
    for number in re.findall(r"\d{3,}", row.article):
        yield from (f"第{number}条", f"Art. {number}", f"Code {number}")


def _lines(files: Iterable[_File], pattern: re.Pattern[str], by: str, own: str = "") -> Found:
    defined = f'id = "{own}"'
    return {
        (file.path, number): Use(kind_of(file.path), file.path, number, by)
        for file in files
        for number, line in enumerate(file.lines, 1)
        if pattern.search(line) and line.strip() != defined
    }


def _by_names(row: Rule, files: tuple[_File, ...]) -> Found:
    """Follow the names that carry the rule: constants that hold its id, functions that use them, and so on."""
    code = [file for file in files if file.tree is not None]
    found: Found = {}
    carried = {(file.module, name) for file in code for name in _definers(file, {row.id})}
    followed = set(carried)
    for _step in range(STEPS):
        fresh: set[tuple[str, str]] = set()
        for file in code:
            names = _names_here(file, carried)
            if names:
                found = _uses(file, names) | found
                fresh |= {(file.module, name) for name in _definers(file, set(names))}
        carried = fresh - followed
        followed |= carried
    return found


def _names_here(file: _File, carried: set[tuple[str, str]]) -> tuple[str, ...]:
    """Return which of the carried names a file knows: its own and those it imports."""
    own = [name for module, name in carried if module == file.module]
    imported = [
        alias.name
        for node in ast.walk(file.tree or ast.Module([], []))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if any(node.module in {module, module.rpartition(".")[0]} and alias.name == name for module, name in carried)
    ]
    return tuple(dict.fromkeys((*own, *imported)))


def _definers(file: _File, wanted: set[str]) -> Iterator[str]:
    """Yield the names defined at a file's top whose definition says one of the wanted ids or names."""
    for top in file.tree.body if file.tree else ():
        if isinstance(top, ast.FunctionDef | ast.ClassDef) and _says(top, wanted):
            yield top.name
        elif isinstance(top, ast.Assign | ast.AnnAssign) and top.value is not None and _says(top.value, wanted):
            targets = top.targets if isinstance(top, ast.Assign) else [top.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name) and target.id != "OPTION")


def _says(top: ast.AST, wanted: set[str]) -> bool:
    return any(
        (isinstance(node, ast.Constant) and node.value in wanted) or (isinstance(node, ast.Name) and node.id in wanted)
        for node in ast.walk(top)
    )


def _uses(file: _File, names: Iterable[str]) -> Found:
    found: Found = {}
    for node in ast.walk(file.tree or ast.Module([], [])):
        if isinstance(node, ast.Name) and node.id in names:
            found[file.path, node.lineno] = Use(kind_of(file.path), file.path, node.lineno, node.id)
    return found


@cache
def _files(root: Path) -> tuple[_File, ...]:
    inside = [path for place in PLACES for path in sorted((root / place).rglob("*")) if path.suffix in ENDINGS]
    loose = [path for path in sorted(root.iterdir()) if path.suffix in {".md", ".py"}]
    return tuple(_file(path, root) for path in (*inside, *loose) if "__pycache__" not in path.parts)


def _file(path: Path, root: Path) -> _File:
    text, name = path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()
    module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return _File(name, tuple(text.splitlines()), module, ast.parse(text) if path.suffix == ".py" else None)
