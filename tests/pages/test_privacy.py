"""The privacy notice says what is true where the workbook runs."""

from pathlib import Path

import pytest

from accord import serving
from accord.knowledge.article import chapter_text, section
from accord.settings import Settings
from components.privacy import here
from tests.components.opened import opened, words

DOCS = Path(__file__).parents[2] / "docs" / "privacy.md"


def _on(address: str) -> Settings:
    return Settings(Path("/nowhere"), Path("/nowhere/key"), public_url=address)


def test_each_host_has_its_own_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ways", [])
    assert here(_on("")) == "plain"
    monkeypatch.setattr(serving, "_ways", ["hardened"])
    assert here(_on("")) == "local"
    assert here(_on("https://workbook.example")) == "hosted"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_page_tells_nothing_of_hosts_it_is_not_on(language: str) -> None:
    shown = words(opened("privacy", language=language))
    assert section("privacy.plain", language).body in shown
    assert section("privacy.hosted", language).body not in shown
    assert section("privacy.local", language).body not in shown


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_notice_among_the_papers_of_the_project_says_the_same(language: str) -> None:
    told = DOCS.read_text(encoding="utf-8")
    assert [part.number for part in chapter_text("privacy", language) if part.body not in told] == []
