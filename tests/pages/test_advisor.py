"""The advisor's page opens for anybody, and shows nothing without a link."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.i18n import LANGUAGES
from components import link_door
from tests.components.advised import shared
from tests.components.opened import CHEN_GUOHUA, example, opened, words

PAGE = "advisor"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_link_only_the_way_in_stands_there(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shared(tmp_path, monkeypatch):
        app = opened(PAGE, language=language)

    assert not app.exception
    assert len(app.title) == 1
    assert [box.key for box in app.text_input] == [link_door.PASTED, link_door.CODE]


def test_with_a_link_another_persons_workbook_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = example(CHEN_GUOHUA)
    with shared(tmp_path, monkeypatch, case) as found:
        monkeypatch.setattr(link_door, "served", lambda: True)
        found.hand_over(found.link())
        app = opened(PAGE)

    assert case.debts[0].creditor in words(app)
    assert not app.session_state["case"].debts
