"""Two cards beside the nine, and the letter for each event."""

from __future__ import annotations

import pytest

from accord.case import EventKind
from accord.documents.letters import LETTERS
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.knowledge.cards import cards
from accord.knowledge.rules import rule
from accord.knowledge.situations import EVENT_LETTERS, any_card, situations


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_a_situation_says_all_that_a_card_says(tongue: str) -> None:
    with speaking(tongue):
        for found in situations():
            assert all((found.title, found.say, found.do_now, found.do_not, found.call, found.note))


def test_every_line_of_a_situation_is_translated() -> None:
    with speaking(ENGLISH):
        english = [line for found in situations() for line in (found.title, *found.lines)]
    with speaking(CHINESE):
        chinese = [line for found in situations() for line in (found.title, *found.lines)]

    assert all(one != other for one, other in zip(english, chinese, strict=True))


def test_situations_refer_to_rules_and_letters_that_exist() -> None:
    letters = {letter.id for letter in LETTERS}

    for found in situations():
        assert [rule(name).id for name in found.rules] == list(found.rules)
        assert found.letter_id is None or found.letter_id in letters


def test_any_card_finds_the_nine_and_the_two_and_nothing_else() -> None:
    ids = [found.id for found in (*cards(), *situations())]

    assert [getattr(any_card(name), "id", "") for name in ids] == ids
    assert any_card("../../etc") is None


def test_every_event_has_a_letter_except_court_papers() -> None:
    letters = {letter.id for letter in LETTERS}

    assert set(EVENT_LETTERS) == set(EventKind)
    assert {kind for kind, letter in EVENT_LETTERS.items() if letter is None} == {EventKind.COURT_PAPERS}
    assert {letter for letter in EVENT_LETTERS.values() if letter} <= letters
