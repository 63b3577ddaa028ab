"""Only lines that were read somewhere, never a bank's number from memory; and one red flag is enough to stop."""

import pytest

from accord.errors import KnowledgeError
from accord.i18n import LANGUAGES
from accord.knowledge.helplines import agent_verdict, helpline, helplines, red_flags
from accord.knowledge.rules import rule

SHOWN = {"", "12378", "12356", "110", "120", "96110", "12345"}

tongues = pytest.mark.parametrize("tongue", LANGUAGES)


@tongues
def test_exactly_the_confirmed_lines_are_shown(tongue: str) -> None:
    assert {line.number for line in helplines(tongue)} == SHOWN
    assert all(line.confidence in ("P", "PT", "R") for line in helplines(tongue))


def test_the_banks_own_line_is_the_number_on_the_card() -> None:
    assert helpline("own_bank", "zh_CN").number == ""
    assert "银行卡背面" in helpline("own_bank", "zh_CN").how
    assert "number on your card" in helpline("own_bank", "en").how


def test_hours_are_given_only_where_they_were_seen() -> None:
    known = [line.id for line in helplines("en") if line.hours]
    hours = helpline("psychological", "zh_CN").hours

    assert known == ["psychological"]
    assert hours is not None
    assert "18小时" in hours.spoken("zh_CN")


def test_the_regulator_comes_after_the_bank() -> None:
    line = helpline("regulator", "zh_CN")

    assert "先向银行投诉" in line.use_for
    assert [rule(rule_id).id for rule_id in line.rules] == ["complaint.days"]


def test_both_languages_hold_the_same_lines_and_flags() -> None:
    assert [line.id for line in helplines("en")] == [line.id for line in helplines("zh_CN")]
    assert [flag.id for flag in red_flags("en")] == [flag.id for flag in red_flags("zh_CN")]


@tongues
def test_there_are_at_least_ten_red_flags_each_with_a_way_out(tongue: str) -> None:
    flags = red_flags(tongue)

    assert len(flags) >= 10
    assert all(flag.sign != flag.instead for flag in flags)


@tongues
def test_one_flag_is_enough_to_stop(tongue: str) -> None:
    clean = agent_verdict([], tongue)
    one = agent_verdict(["sim_card"], tongue)

    assert clean != one
    assert agent_verdict(["sim_card", "fee_first"], tongue) == one
    assert {"zh_CN": "挂失", "en": "report the loss"}[tongue] in one


def test_an_unknown_flag_or_line_is_refused() -> None:
    with pytest.raises(KnowledgeError):
        agent_verdict(["red_hat"], "en")
    with pytest.raises(KnowledgeError):
        helpline("weather", "en")
