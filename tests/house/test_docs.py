"""The documents agree with the tree: links lead somewhere, decisions are complete, every room and word is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accord.documents.letters import LETTERS
from tests.house.tree import ROOT, shown, text_files

LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
DOCUMENTS = tuple(path for path in text_files(".md") if "knowledge" not in path.parts)
DECISIONS = tuple(sorted((ROOT / "docs" / "decisions").glob("*.md")))
HALF_A_PAGE = 45


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_every_link_of_a_document_leads_somewhere(path: Path) -> None:
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if not link.startswith("http")]

    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DECISIONS, ids=shown)
def test_a_decision_has_its_four_parts_on_half_a_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith(f"# {path.name[:4]} ")
    assert all(part in text for part in ("**Question.**", "**Options**", "**Choice", "**Price.**"))
    assert len(text.splitlines()) <= HALF_A_PAGE


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]


def test_the_architecture_names_every_room_and_every_decision() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [f"accord.{path.stem}" for path in (ROOT / "accord").iterdir() if path.name[0] not in "_."]

    assert [room for room in rooms if room not in page] == []
    assert [path.name for path in DECISIONS if path.name not in page] == []


def test_the_glossary_names_every_letter() -> None:
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")

    assert [letter.id for letter in LETTERS if f"{letter.id} " not in page] == []


def test_both_readmes_name_the_same_commands_and_pictures() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md"))

    def commands(text: str) -> list[str]:
        return re.findall(r"^    (\S+)", text, flags=re.MULTILINE)

    assert commands(english) == commands(chinese)
    assert english.count("docs/pictures/") == chinese.count("docs/pictures/")
