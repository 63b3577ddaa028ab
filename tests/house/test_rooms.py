"""What a room offers stands in its list, and what it names exists."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from accord.chapters import CHAPTERS
from accord.documents.letters import LETTERS, Letter
from accord.i18n import LANGUAGES, speaking
from accord.i18n import _ as spoken
from accord.knowledge.article import chapter_text
from accord.knowledge.cards import cards
from accord.knowledge.rules import rule, rules
from accord.options import OPTIONS, Option
from tests.house.tree import ROOT, called, calls, code_files, shown, syntax


def _files_with(folder: str, name: str) -> set[str]:
    """Return the stems of the files in a room that set a value of this name at their top."""
    return {path.stem for path in (ROOT / folder).glob("*.py") if name in _set_at_top(path)}


def _set_at_top(path: Path) -> set[str]:
    assignments = [node for node in syntax(path).body if isinstance(node, ast.Assign)]
    return {target.id for node in assignments for target in node.targets if isinstance(target, ast.Name)}


def test_every_option_is_one_file_and_stands_in_the_list() -> None:
    assert {option.id for option in OPTIONS} == _files_with("accord/options", "OPTION")


def test_every_letter_is_one_file_and_stands_in_the_list() -> None:
    assert {letter.id for letter in LETTERS} == _files_with("accord/documents/letters", "LETTER")


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.id)
def test_every_option_stands_on_rules_that_exist(option: Option) -> None:
    assert all(rule(rule_id).id == rule_id for rule_id in option.rules)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_says_what_it_is_and_what_it_will_not_do(letter: Letter, language: str) -> None:
    with speaking(language):
        words = [spoken(text) for text in (letter.title, letter.meaning, *letter.will_not)]

    assert letter.will_not
    assert all(words)
    assert len(set(words)) == len(words)


def test_every_rule_a_file_looks_up_by_name_exists() -> None:
    named = {
        (shown(path), str(call.args[0].value))
        for path in code_files()
        for call in calls(path)
        if called(call) in {"rule", "rules.rule"} and call.args and isinstance(call.args[0], ast.Constant)
    }

    assert {name for _path, name in named} - {known.id for known in rules()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_has_its_text_and_every_emergency_card_its_lines(language: str) -> None:
    assert all(chapter_text(chapter.id, language) for chapter in CHAPTERS)
    assert all(card.title and card.say and card.do_now for card in cards(language))


def test_every_card_with_a_letter_names_one_that_exists() -> None:
    known = {letter.id for letter in LETTERS}

    assert {card.letter_id for card in cards("zh_CN") if card.letter_id} - known == set()


def test_every_module_has_words_of_its_own() -> None:
    drawers = {"utils", "helpers", "misc", "common", "tools", "shared", "manager", "data", "info"}

    assert [shown(path) for path in code_files() if Path(path).stem in drawers] == []
