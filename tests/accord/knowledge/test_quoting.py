"""Prose that quotes rules says what stands on the day it is read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from accord.errors import KnowledgeError
from accord.i18n import CHINESE, ENGLISH
from accord.knowledge.quoting import quoted, told
from accord.knowledge.rules import rule


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("{complaint.days}", "15", "15"),
        ("{credit_card.personal_instalment.longest_term:years}", "5", "5"),
        ("{credit_card.interest.daily_rate:percent}", "0.05%", "0.05%"),
        ("{credit_card.interest.daily_rate:yearly}", "18.25%", "18.25%"),
        ("{collection.quiet_hours:from}", "22:00", "22:00"),
        ("{collection.quiet_hours:until}", "8:00", "08:00"),
        ("{credit_record.one_time_repair}", "10000", "10000"),
    ],
)
def test_a_figure_is_said_in_the_shape_asked_for(text: str, chinese: str, english: str) -> None:
    assert (told(text, tongue=CHINESE), told(text, tongue=ENGLISH)) == (chinese, english)


def test_a_rule_says_itself_in_the_texts_language() -> None:
    row = rule("collection.entry")

    assert told("A {collection.entry:says} B", tongue=ENGLISH) == f"A {row.says(ENGLISH)} B"
    assert told("{collection.entry:says}", tongue=CHINESE) == row.says(CHINESE)


def test_what_took_a_rules_place_is_said_from_its_day_on() -> None:
    text, last = "{collection.nifa_guideline:says}", date(2025, 2, 27)

    assert told(text, last, ENGLISH) == rule("collection.nifa_guideline").says(ENGLISH)
    assert told(text, last + timedelta(days=1), ENGLISH) == rule("collection.standard").says(ENGLISH)


def test_the_rules_quoted_are_named_once_and_in_order() -> None:
    assert quoted("{b.c} {a.b:years} {b.c:says} {not_a_rule} {A.b}") == ("b.c", "a.b")


def test_a_text_without_quotes_stays_as_it_is() -> None:
    assert told("Nothing to fill in: {name}", tongue=ENGLISH) == "Nothing to fill in: {name}"


@pytest.mark.parametrize(
    "text",
    ["{no.such}", "{home.consent}", "{complaint.days:from}", "{complaint.days:backwards}", "{home.consent:years}"],
)
def test_what_cannot_be_said_is_an_error_of_ours(text: str) -> None:
    with pytest.raises(KnowledgeError):
        told(text)
