"""Rules are found by words in both languages, and by what they are about."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from accord.knowledge.rule_search import THEMES, Wanted, plain_words, search, theme_of
from accord.knowledge.rules import REVIEW_BY, Topic, rule, rules

TODAY = date(2026, 11, 23)


def ids(wanted: Wanted, on: date = TODAY) -> set[str]:
    """Return the ids of what is found."""
    return {row.id for row in search(wanted, on)}


def test_without_a_wish_everything_is_found_theme_by_theme() -> None:
    found = search(Wanted(), TODAY)

    assert set(found) == set(rules())
    order = [list(THEMES).index(theme_of(row)) for row in found]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("words", "rule_id"),
    [
        ("民法典678", "loan.extension"),
        ("《民法典》第678条", "loan.extension"),
        ("civil code art. 678", "loan.extension"),
        ("CONSENT home", "home.consent"),
        ("２２:００", "collection.quiet_hours"),
        ("credit_card.grace_days", "credit_card.grace_days"),
        ("第七十条", "credit_card.personal_instalment.longest_term"),
        ("征信机构 异议", "credit_record.objection_days"),
    ],
)
def test_a_rule_is_found_by_words_law_article_or_id(words: str, rule_id: str) -> None:
    assert rule_id in ids(Wanted(words=words))


def test_all_words_must_stand_in_a_rule() -> None:
    assert ids(Wanted(words="lawsuit zebra")) == set()
    assert ids(Wanted(words="法院 减半")) == {"court.fee.halved"}


def test_filters_narrow_what_is_found() -> None:
    cards = ids(Wanted(kind="credit_card", theme="plans"))

    assert "credit_card.instalments_again" in cards
    assert "loan.extension" not in cards
    assert ids(Wanted(bound="mediator")) == {"mediation.free"}
    assert all(rule(name).confidence == "PT" for name in ids(Wanted(confidence="PT")))


def test_what_letters_may_state_ends_with_the_review_day() -> None:
    stated = ids(Wanted(statable=True))

    assert stated == {row.id for row in rules() if row.stated_in_letters}
    assert ids(Wanted(statable=True), date(2027, 6, 1)) == set()
    assert ids(Wanted(statable=True), REVIEW_BY) == stated


def test_every_topic_has_one_theme() -> None:
    held = [topic for _name, topics in THEMES.values() for topic in topics]

    assert sorted(held) == sorted(get_args(Topic))


def test_signs_around_words_do_not_matter() -> None:
    assert plain_words("《民法典》 “Home”， consent。") == ("民法典", "home", "consent")
