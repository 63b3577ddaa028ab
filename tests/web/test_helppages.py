"""The cards as files: pages and pictures, whole, in both languages, the same each time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from accord.i18n import speaking
from accord.knowledge.cards import card
from web.helpcards import names
from web.helppages import card_paper, export, main

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cards")
    list(export(made, DAY))
    return made


@pytest.mark.parametrize("short", ["zh", "en"])
def test_each_card_is_there_as_a_page_and_as_one_picture(folder: Path, short: str) -> None:
    pages = {path.stem for path in (folder / short).glob("*.html")}
    pictures = {path.stem for path in (folder / short).glob("*.png")}

    assert pages == {"index", *names()}
    assert pictures == set(names())


def test_every_link_between_the_files_leads_to_a_file(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        links = [part.split('"')[0] for part in page.read_text(encoding="utf-8").split('href="')[1:]]
        assert [link for link in links if not link.startswith("#") and not (page.parent / link).exists()] == []


def test_a_picture_is_a_picture_large_enough_to_read(folder: Path) -> None:
    data = (folder / "zh" / "at_the_door.png").read_bytes()

    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) >= 1000


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_the_paper_of_the_door_card_says_all_the_card_says(tongue: str) -> None:
    with speaking(tongue):
        paper = card_paper("at_the_door", DAY)
        found = card("at_the_door")

    assert [line for line in found.lines if line not in paper.texts] == []
    assert paper.title == found.title
    assert paper.language == tongue


def test_the_command_tells_how_many_files_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "cards"), "--today", "2026-11-23"]) == 0

    assert capsys.readouterr().out.startswith(f"{2 * (1 + 2 * len(names()))} files in ")
