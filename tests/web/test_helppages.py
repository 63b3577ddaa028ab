"""The cards as files: pages and pictures, whole, in both languages, the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from web import helppages
from web.helpcards import names
from web.helppages import export, main


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


def test_the_command_tells_how_many_files_it_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helppages, "card_picture", lambda _name, _on: b"picture")

    assert main([str(tmp_path / "cards")]) == 0

    assert capsys.readouterr().out.startswith(f"{2 * (1 + 2 * len(names()))} files in ")
