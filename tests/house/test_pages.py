"""Every page is a short script: it opens, it arranges, it closes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from accord.chapters import CHAPTERS, Chapter
from tests.house.tree import ROOT, called, calls, shown, syntax

PAGES = (ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")))
LONGEST_PAGE = 60


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_a_page_is_short_and_defines_nothing(path: Path) -> None:
    defined = [node for node in ast.walk(syntax(path)) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)]

    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST_PAGE
    assert defined == []


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_a_page_opens_and_closes_the_frame_by_the_same_name(path: Path) -> None:
    def names(function: str) -> list[str]:
        return [
            str(call.args[0].value)
            for call in calls(path)
            if called(call) == function and isinstance(call.args[0], ast.Constant)
        ]

    opened, closed = names("open_page"), names("close_page")

    assert len(opened) == 1
    assert closed == opened


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_a_page_does_no_arithmetic_and_asks_no_language(path: Path) -> None:
    sums = [node for node in ast.walk(syntax(path)) if isinstance(node, ast.BinOp)]

    assert sums == []
    assert "language()" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.id)
def test_every_chapter_has_its_page(chapter: Chapter) -> None:
    page = ROOT / chapter.page

    assert page.is_file()
    assert f'open_page("{chapter.id}"' in page.read_text(encoding="utf-8")


def test_every_page_can_be_reached_from_the_rail_or_another_page() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in (*(ROOT / "components").glob("*.py"), *PAGES))
    chapters = {chapter.page for chapter in CHAPTERS}

    unreached = [shown(path) for path in PAGES if shown(path) not in chapters and f'"{shown(path)}"' not in written]

    assert unreached == []
