"""Bringing two texts of one section together, field by field.

What only one side changed is taken. Where both changed the same field, what is kept stands and both values are told:
nothing is overwritten in silence. Lists of rows with an `id` are merged row by row.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final


class Absent(Enum):
    """The value of a field that is not there."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


@dataclass(frozen=True, slots=True)
class Clash:
    """A field both sides changed, by its path (`debts.debt-1.principal`); values may be `ABSENT`."""

    path: str
    base: object
    mine: object
    stored: object


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text, with what is stored wherever both sides changed, and those places."""

    document: bytes
    clashes: tuple[Clash, ...]


def merge(base: bytes | None, mine: bytes, stored: bytes) -> Merged:
    """Return two texts of a section brought together.

    Args:
        base: what both began from; None when it is no longer kept.
        mine: the text that came second.
        stored: the text that is kept now.
    """
    clashes: list[Clash] = []
    try:
        before = ABSENT if base is None else json.loads(base)
        together = _merge(_Sides("", before, json.loads(mine), json.loads(stored)), clashes)
        document = json.dumps(together, ensure_ascii=False, separators=(",", ":")).encode()
    except (ValueError, RecursionError):  # no JSON, nested without end, or half of a sign
        return Merged(stored, (Clash("", base, mine, stored),))
    return Merged(document, tuple(clashes))


@dataclass(frozen=True, slots=True)
class _Sides:
    path: str
    base: Any
    mine: Any
    stored: Any

    def child(self, name: str) -> _Sides:
        """Return the three values of one field."""
        values = [side.get(name, ABSENT) if isinstance(side, dict) else ABSENT for side in self.values]
        return _Sides(f"{self.path}.{name}" if self.path else name, *values)

    @property
    def values(self) -> tuple[Any, Any, Any]:
        """Base, mine, stored."""
        return self.base, self.mine, self.stored

    def by_id(self) -> _Sides:
        """Return rows as objects by their ids."""
        return _Sides(self.path, *[_by_id(side) if _has_ids(side) else side for side in self.values])


def _merge(sides: _Sides, clashes: list[Clash]) -> Any:  # noqa: ANN401  any JSON value
    if _same(sides.mine, sides.stored) or _same(sides.mine, sides.base):
        return sides.stored
    if _same(sides.stored, sides.base):
        return sides.mine
    if isinstance(sides.mine, dict) and isinstance(sides.stored, dict):
        return _merge_objects(sides, clashes)
    if _has_ids(sides.mine) and _has_ids(sides.stored):
        return list(_merge_objects(sides.by_id(), clashes).values())
    clashes.append(Clash(sides.path, *sides.values))
    return sides.stored


def _merge_objects(sides: _Sides, clashes: list[Clash]) -> dict[str, Any]:
    names = [*sides.stored, *(name for name in sides.mine if name not in sides.stored)]
    merged = {name: _merge(sides.child(name), clashes) for name in names}
    return {name: value for name, value in merged.items() if value is not ABSENT}


def _has_ids(value: object) -> bool:
    if not isinstance(value, list):
        return False
    ids = [row.get("id") if isinstance(row, dict) else None for row in value]
    return all(isinstance(name, str) for name in ids) and len(set(ids)) == len(ids)


def _by_id(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {row["id"]: row for row in rows}


def _same(one: object, other: object) -> bool:
    if one is ABSENT or other is ABSENT:
        return one is other
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)  # tells 1 from true
