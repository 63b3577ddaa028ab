"""Rules on the screen: source, confidence and day of reading stand with each; links only where a rule has one."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case, Debt, DebtKind
from accord.i18n import CHINESE, ENGLISH, ask_reader
from accord.knowledge.rules import rule, rules
from components.markup import plain
from components.rule_cards import TOPICS, usual_kind


def _under(names: tuple[str, ...]) -> None:
    from components import rule_cards  # noqa: PLC0415  AppTest runs this function as a script of its own

    rule_cards.under(names)


def _cards(names: tuple[str, ...]) -> None:
    from accord.knowledge.rules import rule as find  # noqa: PLC0415  AppTest runs this function by itself
    from components import rule_cards  # noqa: PLC0415  AppTest runs this function as a script of its own

    rule_cards.cards(find(name) for name in names)


@pytest.mark.parametrize("tongue", [CHINESE, ENGLISH])
def test_a_rule_stands_with_its_source_confidence_and_date(tongue: str) -> None:
    ask_reader(lambda: tongue)
    row = rule("collection.entry")

    words = AppTest.from_function(_under, args=((row.id,),)).run().markdown[0].value

    assert all(plain(part) in words for part in (row.says(tongue), row.citation(tongue), row.confidence_words(tongue)))
    assert f"{row.read_on:%Y-%m-%d}" in words


def test_nothing_is_drawn_for_no_rule() -> None:
    assert not AppTest.from_function(_under, args=((),)).run().markdown


def test_every_rule_can_be_drawn_and_links_only_where_it_has_a_source_to_show() -> None:
    rows = rules()

    at = AppTest.from_function(_cards, args=(tuple(row.id for row in rows),), default_timeout=30).run()

    assert not at.exception
    for row, drawn in zip(rows, at.markdown, strict=True):
        assert ("](http" in drawn.value) == bool(row.source.url)


def test_no_english_word_is_left_in_a_chinese_day_of_issue() -> None:
    at = AppTest.from_function(_cards, args=(("collection.entry",),)).run()

    assert plain("发布：2026-01-30") in at.markdown[0].value


def test_the_topics_shown_have_rules() -> None:
    assert set(TOPICS) <= {row.topic for row in rules()}


def test_a_card_is_asked_about_first_while_nothing_is_entered() -> None:
    assert usual_kind(Case()) is DebtKind.CREDIT_CARD
    assert usual_kind(Case(debts=[Debt(id="debt-1", kind=DebtKind.MORTGAGE)])) is DebtKind.MORTGAGE


def _sources(names: tuple[str, ...]) -> None:
    from components import rule_cards  # noqa: PLC0415  AppTest runs this function as a script of its own

    rule_cards.sources(names)


def test_where_rules_stand_names_each_law_once_with_all_its_articles() -> None:
    ask_reader(lambda: ENGLISH)
    names = ("court.payment_order.days", "court.answer.days", "collection.entry", "court.necessities")

    words = AppTest.from_function(_sources, args=(names,)).run().markdown[0].value

    assert words.count(plain("Civil Procedure Law (amended 2023), Art. 227, 128, 254, 255")) == 1
    assert words.count("China Banking Association") == 1
    assert rule("court.answer.days").says(ENGLISH) not in words
