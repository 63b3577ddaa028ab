"""The rules page: all rules and all words, in both languages, reached from chapter 1."""

from __future__ import annotations

import pytest

from accord.case.samples import sample
from accord.knowledge.glossary import terms
from components.markup import plain
from tests.components.opened import LIN_JING, opened, words


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_page_holds_rules_and_words(language: str) -> None:
    app = opened("rules", language=language)

    assert not app.exception
    shown = words(app)
    assert all(plain(word.says) in shown for word in terms(language))
    assert "2026.11" in shown


def test_the_page_opens_with_a_full_case() -> None:
    assert not opened("rules", sample(LIN_JING, "zh_CN")).exception


def test_chapter_one_leads_to_it() -> None:
    app = opened("1_understand_the_bank")

    assert any("rules" in str(link.proto.page) for link in app.get("page_link"))
