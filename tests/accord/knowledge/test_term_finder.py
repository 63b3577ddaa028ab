"""The words of the glossary are found in texts: whole ones, first where they are met first."""

from __future__ import annotations

import pytest

from accord.i18n import CHINESE, ENGLISH, LANGUAGES
from accord.knowledge.article import CHAPTERS
from accord.knowledge.glossary import term, terms
from accord.knowledge.term_finder import first_met, met_in, terms_in


def ids(text: str, language: str) -> list[str]:
    """Return the ids of the words met in a text."""
    return [word.id for word in terms_in(text, language)]


def test_words_come_in_the_order_they_are_met_and_once() -> None:
    assert ids("先付罚息，再付违约金，罚息不变。", CHINESE) == ["penalty_interest", "late_fee"]
    assert ids("Late fees, then penalty interest; the late fee stays.", ENGLISH) == ["late_fee", "penalty_interest"]


def test_the_longest_word_counts() -> None:
    assert ids("可以谈减免结清", CHINESE) == ["settlement"]
    assert ids("等额本金", CHINESE) == ["equal_principal"]


def test_a_part_of_an_english_word_is_no_word() -> None:
    assert ids("He extensionally waivered.", ENGLISH) == []
    assert ids("Two WAIVERS and an Extension", ENGLISH) == ["waiver", "extension"]


def test_another_form_of_a_word_is_the_same_word() -> None:
    assert ids("请接通贷后管理部门", CHINESE) == ["hardship_desk"]
    assert ids("ask for the work order number", ENGLISH) == ["work_order"]


def test_everyday_words_are_left_alone() -> None:
    assert ids("利息和催收", CHINESE) == []
    assert ids("The plan, the interest, an offer.", ENGLISH) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_explains_each_word_once(chapter: str, language: str) -> None:
    met = [word.id for words in first_met(chapter, language).values() for word in words]

    assert len(met) == len(set(met))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chapters_use_words_that_need_explaining(language: str) -> None:
    met = {word.id for chapter in CHAPTERS for words in first_met(chapter, language).values() for word in words}

    assert len(met) >= 20


def test_a_section_is_asked_for_as_in_the_article() -> None:
    assert term("penalty_interest", CHINESE) in met_in("4.1", CHINESE)
    assert met_in("understand.clock", CHINESE) == first_met("understand", CHINESE)["clock"]
    assert met_in("0.1", ENGLISH) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_of_a_word_stands_for_two(language: str) -> None:
    forms = [name.lower() for word in terms(language) for name in {word.name, *word.also}]

    assert len(forms) == len(set(forms))
