"""The cards as files: pages and pictures, whole, in both languages, the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.i18n import speaking
from accord.knowledge.situations import any_card
from web import helppages
from web.helpcards import names
from web.helppages import card_blocks, export, main


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cards")
    list(export(made))
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


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("name", [name for name in names() if any_card(name)])
def test_the_picture_of_a_card_says_all_the_card_says(tongue: str, name: str) -> None:
    with speaking(tongue):
        said = [text for block in card_blocks(name) for text in block.texts]
        found = any_card(name)

    assert found is not None
    assert [line for line in (found.title, *found.lines) if line not in said] == []


def test_the_command_tells_how_many_files_it_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helppages, "picture", lambda _blocks: b"picture")

    assert main([str(tmp_path / "cards")]) == 0

    assert capsys.readouterr().out.startswith(f"{2 * (1 + 2 * len(names()))} files in ")
