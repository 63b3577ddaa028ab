"""Every choice and every field has a plain word in both languages."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest
from pydantic import BaseModel

import accord.case
from accord.case import Answer, AssetKind, DebtKind, SpendingKind
from accord.case.choice_words import CHOICE_WORDS
from accord.case.field_words import FIELD_WORDS
from accord.case.fields import Part
from accord.case.labels import field_label, label
from accord.errors import KnowledgeError
from accord.i18n import CHINESE, ENGLISH, speaking

CHINESE_LETTER = re.compile(r"[一-鿿]")
PUBLIC = [getattr(accord.case, name) for name in accord.case.__all__]
CHOICES = [found for found in PUBLIC if isinstance(found, type) and issubclass(found, StrEnum)]
GROUPS = [found for found in Part.__subclasses__() if not found.__name__.startswith("_")] + [accord.case.Case]
MEMBERS = [member for choice in CHOICES for member in choice]


def test_every_choice_of_the_case_has_a_table() -> None:
    assert set(CHOICES) == set(CHOICE_WORDS)


def test_every_group_of_answers_has_a_table_of_just_its_fields() -> None:
    assert {group: set(group.model_fields) for group in GROUPS} == {
        group: set(words) for group, words in FIELD_WORDS.items()
    }


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_every_member_is_worded_in_both_languages(member: StrEnum) -> None:
    with speaking(CHINESE):
        chinese = label(member)
    with speaking(ENGLISH):
        english = label(member)

    assert CHINESE_LETTER.search(chinese)
    assert english
    assert not CHINESE_LETTER.search(english)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_every_field_is_worded_in_both_languages(group: type[BaseModel]) -> None:
    for words in FIELD_WORDS[group].values():
        with speaking(CHINESE):
            assert CHINESE_LETTER.search(accord.i18n._(words)), words
        assert not CHINESE_LETTER.search(words)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_members_of_one_choice_are_told_apart(choice: type[StrEnum]) -> None:
    for language in (CHINESE, ENGLISH):
        with speaking(language):
            assert len({label(member) for member in choice}) == len(choice)


def test_choices_with_equal_values_keep_their_own_words() -> None:
    with speaking(ENGLISH):
        others = {label(SpendingKind.OTHER), label(AssetKind.OTHER), label(DebtKind.OTHER)}

    assert len(others) == 3


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("debts.0.principal", "本金"),
        ("debts", "欠款"),
        ("person.name", "姓名"),
        ("private.gates.debt-1.court_papers", "收到法院文书"),
        ("agreements.0.terms.balance.words", "银行怎么说"),
        ("contacts.12.evidence_ids.3", "能证明这次联系的材料"),
        ("debts.0.no_such_field", "欠款"),
    ],
)
def test_a_path_is_labelled_by_its_last_known_field(path: str, words: str) -> None:
    assert field_label(path) == words


def test_a_path_into_nothing_is_refused() -> None:
    with pytest.raises(KnowledgeError):
        field_label("nobody.knows")


def test_a_label_follows_the_language() -> None:
    assert label(Answer.UNKNOWN) == "不清楚"
    with speaking(ENGLISH):
        assert label(Answer.UNKNOWN) == "I don't know"
        assert field_label("debts.0.principal") == "Principal"
