"""Every choice a case can hold has a plain word in both languages."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

import accord.case
from accord.case.choice_words import CHOICE_WORDS
from accord.case.labels import label
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, speaking

CHINESE_LETTER = re.compile(r"[一-鿿]")
PUBLIC = [getattr(accord.case, name) for name in accord.case.__all__]
CHOICES = [found for found in PUBLIC if isinstance(found, type) and issubclass(found, StrEnum)]
MEMBERS = [member for choice in CHOICES for member in choice]


def test_every_choice_of_the_case_has_a_table() -> None:
    assert set(CHOICES) == set(CHOICE_WORDS)


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_every_member_is_worded_in_both_languages(member: StrEnum) -> None:
    with speaking(CHINESE):
        chinese = label(member)
    with speaking(ENGLISH):
        english = label(member)

    assert CHINESE_LETTER.search(chinese)
    assert english
    assert not CHINESE_LETTER.search(english)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_members_of_one_choice_are_told_apart(choice: type[StrEnum], language: str) -> None:
    with speaking(language):
        assert len({label(member) for member in choice}) == len(choice)
