"""The emergency cards: nine, short, alike in both languages, and never against the house's safety lines."""

import re
from datetime import date

import pytest

from accord.errors import KnowledgeError
from accord.i18n import LANGUAGES, speaking
from accord.knowledge.cards import (
    DOOR_CARD,
    DOOR_CARD_LINES,
    LETTER_IDS,
    Card,
    card,
    cards,
    home_sentence,
    money_safety,
    three_sentences,
)
from accord.knowledge.objections import ladder, objections
from accord.knowledge.rules import rule

TODAY = date(2026, 11, 23)
SPAN = re.compile(r"(?<![\d_])(\d+) ?(?:日|天|个月|年|小时|days?\b|months?\b|years?\b|hours?\b)")

NINE = (
    "coming",
    "at_the_door",
    "cannot_pay",
    "lost_income",
    "ill",
    "threatened",
    "court_papers",
    "agent_offer",
    "cannot_cope",
)
LONGEST_LINE = {"zh_CN": 62, "en": 170}
LONGEST_DOOR_LINE = {"zh_CN": 52, "en": 120}
NEVER = ("不要接电话", "不接电话也可以", "上门违法", "停息挂账", "do not answer", "visits are illegal", "!", "！")

tongues = pytest.mark.parametrize("tongue", LANGUAGES)


def shape(found: Card) -> tuple[int, ...]:
    parts = (found.say, found.script, found.do_now, found.do_not, found.safety, found.call)
    return tuple(len(part) for part in parts)


@tongues
def test_there_are_nine_cards_the_most_urgent_first(tongue: str) -> None:
    assert tuple(found.id for found in cards(tongue)) == NINE


@pytest.mark.parametrize("card_id", NINE)
def test_a_card_has_the_same_shape_in_both_languages(card_id: str) -> None:
    chinese, english = card(card_id, "zh_CN"), card(card_id, "en")

    assert shape(chinese) == shape(english)
    assert (chinese.letter_id, chinese.rules) == (english.letter_id, english.rules)
    assert chinese.title != english.title


@tongues
@pytest.mark.parametrize("card_id", NINE)
def test_a_card_says_what_to_say_do_avoid_and_whom_to_call(card_id: str, tongue: str) -> None:
    found = card(card_id, tongue)

    assert all((found.say, found.do_now, found.do_not, found.call, found.note))
    assert max(len(line) for line in found.lines) <= LONGEST_LINE[tongue]
    assert len(found.lines) <= 16


@tongues
def test_the_door_card_fits_one_phone_screen(tongue: str) -> None:
    door = card(DOOR_CARD, tongue)

    assert len(door.lines) <= DOOR_CARD_LINES
    assert max(len(line) for line in door.lines) <= LONGEST_DOOR_LINE[tongue]


@tongues
def test_the_three_sentences_end_in_asking_for_the_work_order_number(tongue: str) -> None:
    first, second, third = three_sentences(tongue)

    assert {"zh_CN": "工单号是多少？", "en": "work order number of this call?"}[tongue] in third
    assert "____" in first
    assert {"zh_CN": "不同意上门", "en": "do not agree to a visit"}[tongue] in second
    assert card("coming", tongue).script == (first, second, third)


@tongues
@pytest.mark.parametrize("card_id", ["coming", "at_the_door", "cannot_pay", "lost_income", "threatened"])
def test_door_and_payment_cards_carry_the_money_safety_lines(card_id: str, tongue: str) -> None:
    assert card(card_id, tongue).safety == money_safety(tongue)
    assert len(money_safety(tongue)) == 3


@tongues
def test_everyone_at_home_has_one_sentence(tongue: str) -> None:
    assert home_sentence(tongue) in card("coming", tongue).lines
    assert home_sentence(tongue) in card("at_the_door", tongue).lines


@tongues
@pytest.mark.parametrize("card_id", ["coming", "at_the_door", "court_papers"])
def test_court_officers_are_told_apart_from_collectors(card_id: str, tongue: str) -> None:
    note = card(card_id, tongue).note

    assert {"zh_CN": "工作证件和法律文书", "en": "court papers"}[tongue] in note


@tongues
def test_who_cannot_cope_finds_help_without_talk_of_letters(tongue: str) -> None:
    found = card("cannot_cope", tongue)
    called = " ".join(found.call)

    assert all(number in called for number in ("12356", "110", "120"))
    assert found.letter_id is None
    assert not found.safety


def test_court_papers_offer_no_letter_that_might_acknowledge_the_debt() -> None:
    assert card("court_papers", "zh_CN").letter_id is None


@tongues
def test_no_card_tells_a_person_to_go_silent_or_states_what_is_false(tongue: str) -> None:
    text = " ".join(line for found in cards(tongue) for line in found.lines).lower()

    assert not [phrase for phrase in NEVER if phrase in text]


def test_letters_and_rules_named_by_cards_exist() -> None:
    for found in cards("en"):
        assert found.letter_id is None or found.letter_id in LETTER_IDS
        assert [rule(rule_id).id for rule_id in found.rules] == list(found.rules)


def test_the_language_spoken_now_is_used_when_none_is_named() -> None:
    with speaking("en"):
        assert card("coming").title == "They say they are coming"
    with speaking("zh_CN"):
        assert card("coming").title == "有人说要上门"


def test_an_unknown_card_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="fire"):
        card("fire", "en")


def _spans(lines: tuple[str, ...]) -> set[int]:
    """Return every number of days, months, years or hours that some lines write down."""
    return {int(found) for line in lines for found in SPAN.findall(line)}


@tongues
def test_every_span_of_time_on_a_card_is_the_figure_of_a_rule_it_names(tongue: str) -> None:
    for found in cards(tongue):
        stated = {rule(name, TODAY).value for name in found.rules}

        assert _spans(found.lines) <= stated, found.id
    assert _spans(card("court_papers", tongue).lines) == {15}


@tongues
def test_every_span_of_time_in_an_answer_or_a_step_is_the_figure_of_a_rule_it_names(tongue: str) -> None:
    rows = [(row.id, row.rules, row.model_dump()) for row in objections(tongue)]
    rows += [(step.id, step.rules, step.model_dump()) for step in ladder(tongue)]
    for name, rules, said in rows:
        stated = {rule(rule_id, TODAY).value for rule_id in rules}

        assert _spans(tuple(map(str, said.values()))) <= stated, name
    assert _spans((ladder(tongue)[-1].wait,)) == {15, 60}
