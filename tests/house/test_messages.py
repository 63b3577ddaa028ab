"""Both languages or neither: every marked message has its Chinese, and nothing else is in the catalogues."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.house.messages import CATALOGUES, entries, glued, marked, places
from tests.house.tree import shown

CHINESE = re.compile(r"[㐀-鿿]")
LOUD = re.compile(r"[!！]")


def _translations() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in CATALOGUES:
        for entry in entries(path):
            found[str(entry.id)].add(str(entry.string))
    return found


def test_every_marked_message_has_its_chinese() -> None:
    known = _translations()

    missing = sorted(
        {
            f"{message.where}  {message.text}"
            for message in marked()
            if not message.one and not any(known.get(message.text, ()))
        }
    )

    assert missing == []


def test_no_catalogue_holds_what_the_code_does_not_say() -> None:
    said = {message.text for message in marked()}

    assert sorted(set(_translations()) - said) == []


def test_no_message_is_glued_inside_its_mark() -> None:
    assert glued() == []


def test_no_message_has_two_translations() -> None:
    assert {text: given for text, given in _translations().items() if len(given) > 1} == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=shown)
def test_a_catalogue_is_settled_and_keeps_every_place(path: Path) -> None:
    for entry in entries(path):
        assert not entry.fuzzy, entry.id
        assert places(str(entry.string)) == places(str(entry.id)), entry.id


@pytest.mark.parametrize("path", CATALOGUES, ids=shown)
def test_chinese_is_chinese_and_nobody_shouts(path: Path) -> None:
    for entry in entries(path):
        words = re.sub(r"\{\w*[^}]*\}", "", str(entry.id))
        assert CHINESE.search(str(entry.string)) or not re.search(r"[a-z]{3}", words), entry.id
        assert not LOUD.search(str(entry.string)), entry.string
        assert not LOUD.search(str(entry.id)), entry.id
