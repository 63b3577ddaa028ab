"""All that the workbook knows is read before the first visitor, and a wrong row hinders the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.errors import KnowledgeError
from accord.i18n import ENGLISH, LANGUAGES
from accord.knowledge import article, pack
from accord.knowledge.pack import check_pack
from accord.knowledge.rules import rules
from accord.knowledge.sources import FOLDER


def test_everything_is_read_and_counted() -> None:
    assert check_pack() > len(rules()) + 400


@pytest.mark.parametrize("fault", [('topic = "hours"', 'topci = "hours"'), ("says.en =", "says.fr =")])
def test_a_misspelt_key_hinders_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: tuple[str, str]
) -> None:
    for path in FOLDER.glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8").replace(*fault, 1), encoding="utf-8")
    monkeypatch.setattr(pack, "rules", lambda: rules(tmp_path))

    with pytest.raises(KnowledgeError):
        check_pack()


def test_a_text_that_quotes_no_rule_of_ours_hinders_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tongue in LANGUAGES:
        (tmp_path / tongue).mkdir()
        for path in (article.TEXTS / tongue).iterdir():
            text = path.read_text(encoding="utf-8").replace("{complaint.days:says}", "{complaint.dais:says}")
            (tmp_path / tongue / path.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(article, "TEXTS", tmp_path)
    article._as_written.cache_clear()  # noqa: SLF001  the files changed below it
    article.chapter_text.cache_clear()

    with pytest.raises(KnowledgeError, match=r"complaint\.dais"):
        check_pack()

    monkeypatch.undo()
    article._as_written.cache_clear()  # noqa: SLF001  back to the true files
    article.chapter_text.cache_clear()
    assert article.chapter_text("start", ENGLISH)
