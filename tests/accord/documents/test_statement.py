"""The position statement."""

import pytest

from accord.case import Goal, OpenCase
from accord.documents.facts import Facts
from accord.documents.statement import statement
from accord.i18n import speaking
from tests.accord.documents.papers import ON, facts_of, said


def test_the_statement_says_what_is_declined_and_offered() -> None:
    with speaking("zh_CN"):
        words = said(statement(facts_of("lin_jing_card")))

    assert all(part in words for part in ("换一种还款方式", "不同意上门", "138-0000-1234", "合租的室友"))


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_an_empty_statement_still_names_a_channel_and_a_day(tongue: str) -> None:
    with speaking(tongue):
        facts = Facts.of(OpenCase(), "", ON)
        words = said(statement(facts))

    assert ("2026年12月7日" if tongue == "zh_CN" else "7 December 2026") in words
    assert len(facts.gaps) >= 4
    assert "理由如下" not in words


@pytest.mark.parametrize("goal", list(Goal))
def test_the_first_goal_is_the_one_that_is_said(goal: Goal) -> None:
    facts = facts_of("lin_jing_card")
    facts.case.position.goals = [goal, *(other for other in Goal if other is not goal)]
    with speaking("en"):
        requests = [line for line in said(statement(facts)).splitlines() if line.startswith("My main request")]

    assert len(requests) == 1
    assert {Goal.DELAY: "time", Goal.REDUCE: "less", Goal.CHANGE_METHOD: "way"}[goal] in requests[0]
