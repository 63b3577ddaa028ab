"""Every field a case can hold has a plain label in both languages."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from accord.case import Case
from accord.case.field_words import FIELD_WORDS
from accord.case.fields import Part
from accord.i18n import CHINESE, _, speaking

CHINESE_LETTER = re.compile(r"[一-鿿]")
GROUPS: list[type[BaseModel]] = [found for found in Part.__subclasses__() if not found.__name__.startswith("_")]
GROUPS.append(Case)


def test_every_group_of_answers_has_a_table_of_just_its_fields() -> None:
    fields = {group: set(group.model_fields) for group in GROUPS}

    assert fields == {group: set(words) for group, words in FIELD_WORDS.items()}


@pytest.mark.parametrize("group", FIELD_WORDS, ids=lambda group: group.__name__)
def test_every_field_is_worded_in_both_languages(group: type[BaseModel]) -> None:
    for words in FIELD_WORDS[group].values():
        with speaking(CHINESE):
            assert CHINESE_LETTER.search(_(words)), words
        assert not CHINESE_LETTER.search(words)


@pytest.mark.parametrize("group", FIELD_WORDS, ids=lambda group: group.__name__)
def test_fields_of_one_group_are_told_apart(group: type[BaseModel]) -> None:
    with speaking(CHINESE):
        labels = [_(words) for words in FIELD_WORDS[group].values()]

    assert len(set(labels)) == len(labels)
