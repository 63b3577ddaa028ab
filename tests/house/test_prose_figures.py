"""A rule's figure is quoted from its row wherever people read it, so that it changes with the rule."""

from __future__ import annotations

import pytest

from tests.house.prose_figures import said, shapes, texts

KEEPING = "how long this program keeps a draft or a key"
REMINDER = "how long before a due date a person looks at the balance"
A_DATE = "the 15th of a month, in an example"
THE_QUESTION = "the question itself: the answer is kept under this name"
OUR_OWN = {
    ("texts/en/follow_up.md", "three days"): "an invented example and a reminder before the due date",
    ("texts/zh_CN/follow_up.md", "三天"): REMINDER,
    ("texts/zh_CN/follow_up.md", "15 日"): A_DATE,
    ("texts/zh_CN/negotiate.md", "15 日"): A_DATE,
    ("texts/en/privacy.md", "30 days"): KEEPING,
    ("texts/en/privacy.md", "90 days"): KEEPING,
    ("texts/zh_CN/privacy.md", "30天"): KEEPING,
    ("texts/zh_CN/privacy.md", "90天"): KEEPING,
    ("texts/en/start.md", "90 days"): KEEPING,
    ("texts/zh_CN/start.md", "90 天"): KEEPING,
    ("zh_CN/keeping.po", "90 days"): KEEPING,
    ("zh_CN/keeping.po", "90 天"): KEEPING,
    ("zh_CN/screen.po", "30 days"): KEEPING,
    ("zh_CN/screen.po", "30 天"): KEEPING,
    ("zh_CN/screen.po", "three days"): REMINDER,
    ("zh_CN/screen.po", "三天"): REMINDER,
    ("zh_CN/screen.po", "three years"): THE_QUESTION,
    ("zh_CN/screen.po", "三年"): THE_QUESTION,
    ("zh_CN/case.po", "three years"): THE_QUESTION,
    ("zh_CN/case.po", "三年"): THE_QUESTION,
}
"""Numbers that are a rule's figure by chance or with a reason: each with it."""


def _found() -> dict[tuple[str, str], str]:
    return {
        (_short(path), figure.words.lower()): ", ".join(figure.rules)
        for path, text in texts()
        for figure in said(text, path)
    }


def _short(path: str) -> str:
    return "/".join(path.split("/")[-3 if "/texts/" in path else -2 :])


def test_no_figure_of_a_rule_is_written_into_a_text() -> None:
    assert {place: rules for place, rules in _found().items() if place not in OUR_OWN} == {}


def test_no_reason_is_kept_for_words_that_are_gone() -> None:
    assert set(OUR_OWN) - set(_found()) == set()


def test_there_is_enough_to_look_for_and_to_look_through() -> None:
    assert len(shapes()) >= 40
    assert len(list(texts())) > 40


@pytest.mark.parametrize(
    "planted",
    [
        "向银行投诉后，15日内答复。",
        "复杂情形最长 60 天。",
        "最长五年。",
        "诉讼时效三年",
        "22:00以后不得来电",
        "at most five years",
        "within 20 days",
        "overdue for 270 days",
        "当天不宜超过6次",
        "领 24 个月",
        "after 60 months",
    ],
)
def test_a_figure_put_into_a_text_is_found(planted: str) -> None:
    assert list(said(planted, "planted"))


@pytest.mark.parametrize(
    "harmless", ["第 5 章", "5 月 15 号", "2015年", "12月30日", "十五年", "one day", "第一天", "60 instalments"]
)
def test_other_numbers_are_left_alone(harmless: str) -> None:
    assert list(said(harmless, "planted")) == []
