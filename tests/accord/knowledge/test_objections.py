"""Objection cards, counterparts and the ladder: bilingual, calm, and tied to rules that exist."""

import pytest

from accord.errors import KnowledgeError
from accord.i18n import LANGUAGES
from accord.knowledge.objections import (
    counterpart,
    counterparts,
    ladder,
    objection,
    objections,
    objections_for,
)
from accord.knowledge.rules import rule

HARSH = ("停息挂账", "去告你", "曝光", "断供", "违法催收", "!", "！", "expose you", "sue you")

tongues = pytest.mark.parametrize("tongue", LANGUAGES)


@tongues
def test_there_are_at_least_fifteen_objections_with_two_different_answers(tongue: str) -> None:
    found = objections(tongue)

    assert len(found) >= 15
    assert all(row.answers[0] != row.answers[1] for row in found)
    assert len({row.line for row in found}) == len(found)


def test_both_languages_hold_the_same_objections() -> None:
    for chinese, english in zip(objections("zh_CN"), objections("en"), strict=True):
        assert (chinese.id, chinese.rules, chinese.debt_kinds) == (english.id, english.rules, english.debt_kinds)
        blanks = [[text.count("____") for text in row.answers] for row in (chinese, english)]
        assert blanks[0] == blanks[1]


@tongues
def test_answers_neither_threaten_nor_boast(tongue: str) -> None:
    text = " ".join(answer for row in objections(tongue) for answer in row.answers)

    assert not [phrase for phrase in HARSH if phrase in text]


def test_an_objection_about_cards_is_left_out_for_a_mortgage() -> None:
    card_only = objection("already_instalments", "en")

    assert card_only in objections_for("credit_card", "en")
    assert card_only not in objections_for("mortgage", "en")


@tongues
def test_four_counterparts_say_what_they_may_decide(tongue: str) -> None:
    found = counterparts(tongue)

    assert [row.id for row in found] == ["collector", "service_line", "hardship_desk", "court"]
    assert all(len(row.may_decide) >= 2 and len(row.cannot_decide) >= 2 for row in found)


def test_the_service_line_is_asked_for_the_post_loan_department() -> None:
    assert "贷后管理部门" in counterpart("service_line", "zh_CN").passed_on
    assert "post-loan department" in counterpart("service_line", "en").passed_on


def test_the_ladder_climbs_in_order() -> None:
    steps = [step.id for step in ladder("en")]

    assert steps == ["ask_again", "supervisor", "written_request", "mediation", "regulator"]
    assert "12378" in ladder("zh_CN")[-1].do


def test_rules_behind_objections_and_steps_exist() -> None:
    named = [rule_id for row in objections("en") for rule_id in row.rules]
    named += [rule_id for step in ladder("en") for rule_id in step.rules]

    assert named
    assert [rule(rule_id).id for rule_id in named] == named


def test_an_unknown_objection_or_counterpart_is_refused() -> None:
    with pytest.raises(KnowledgeError):
        objection("weather", "en")
    with pytest.raises(KnowledgeError):
        counterpart("cat", "en")
