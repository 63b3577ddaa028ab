"""Damage to a SQLite file, as a failing disk does it."""

from __future__ import annotations

from pathlib import Path

PAGE = 4096


def damage(file: Path, *, first: bool = False) -> None:
    """Overwrite every page but the first, which says where the others are; or the first alone."""
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(0 if first else PAGE)
        opened.write(b"\x5a" * (PAGE if first else size - PAGE))
