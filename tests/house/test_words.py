"""What is written for people: whole, in one language, never a false fact, a threat, a plea or a bad piece of advice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from accord.errors import KnowledgeError
from accord.i18n import CHINESE, ENGLISH
from accord.knowledge.rules import rule, rules
from tests.house.tree import ROOT, code_files
from tests.house.words import (
    NEVER,
    NEVER_TO_A_BANK,
    ON,
    Words,
    known,
    leftover,
    letters,
    messages,
    said_of,
    scripts,
    unfilled,
)

DENIED = {("rule/loan.private_lending_ceiling", CHINESE): "四倍"}
"""Where a false belief is named to be denied: this rule says that the ceiling is not for banks."""
IDS = sorted(row.id for row in rules())
ROOMS = {row.split(".", 1)[0] for row in IDS}
CITED = re.compile(rf"[\"']((?:{'|'.join(sorted(ROOMS))})(?:\.[a-z_0-9]+)+)[\"']")
LISTED = re.compile(r"^rules = \[(.*)\]$", re.MULTILINE)


def test_there_are_words_enough_to_judge() -> None:
    assert len(letters()) == 12 * 2 * 4 * 2
    assert len(scripts()) == 2 * 4 * (3 * 3 + 2)
    assert len(known()) > 700
    assert len(messages()) > 1500


def test_no_letter_and_no_script_leaves_a_place_unfilled() -> None:
    assert [(words.where, words.tongue, unfilled(words)) for words in (*letters(), *scripts()) if unfilled(words)] == []


def test_nothing_speaks_two_languages() -> None:
    every = (*letters(), *scripts(), *known(), *messages())

    assert [(words.where, words.tongue, leftover(words)) for words in every if leftover(words)] == []


def test_no_word_says_what_nobody_verified_or_what_harms() -> None:
    every = (*letters(), *scripts(), *known(), *messages())
    found = {(words.where, words.tongue): said_of(words, NEVER) for words in every if said_of(words, NEVER)}

    assert found == DENIED


def test_no_letter_and_no_script_threatens_begs_or_speaks_slang() -> None:
    every = (*letters(), *scripts())
    found = [(words.where, words.tongue, said_of(words, NEVER_TO_A_BANK)) for words in every]

    assert [row for row in found if row[-1]] == []


def _cited() -> Iterator[tuple[str, str]]:
    for path in code_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield from ((f"{path.relative_to(ROOT)}:{number}", name) for name in CITED.findall(line))
    for path in sorted((ROOT / "accord" / "knowledge").rglob("*.toml")):
        for names in LISTED.findall(path.read_text(encoding="utf-8")):
            yield from ((path.name, name) for name in re.findall(r'"([^"]+)"', names))


def _exists(name: str) -> bool:
    try:
        rule(name, ON)
    except KnowledgeError:
        return any(row.startswith(f"{name}.") for row in IDS)
    return True


def test_every_rule_that_is_cited_exists() -> None:
    cited = [(where, name) for where, name in _cited() if not name.endswith((".toml", ".py", ".md"))]

    assert len({name for _where, name in cited}) > 30
    assert [row for row in cited if not _exists(row[1])] == []


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        (CHINESE, "根据规定，上门催收是违法的。"),
        (CHINESE, "成功率很高。"),
        (CHINESE, "您可以不接电话。"),
        (CHINESE, "《金融机构个人消费类贷款催收工作指引（试行）》第二十三条"),
        (CHINESE, "上门须有两名以上工作人员。"),
        (CHINESE, "银行必须提前通知才能上门。"),
        (CHINESE, "您有权拒绝一切上门。"),
        (CHINESE, "可以免息60期。"),
        (CHINESE, "消费贷可根据《办法》第七十条申请分期。"),
        (CHINESE, "利率不得超过24%。"),
        (CHINESE, "法律规定违约金为5%。"),
        (CHINESE, "还款不影响征信。"),
        (CHINESE, "两次催收须间隔7天。"),
        (CHINESE, "逾期180天会被起诉。"),
        (CHINESE, "邮储银行电话95580。"),
        (CHINESE, "可拨打12315投诉银行。"),
        (CHINESE, "可以申请免费律师。"),
        (CHINESE, "撤回同意后银行不得再联系您。"),
        (CHINESE, "这构成催收非法债务罪。"),
        (CHINESE, "请准备贫困证明。"),
        (CHINESE, "逾期就会被起诉。"),
        (ENGLISH, "Under the guideline, Art. 23, visits end."),
        (ENGLISH, "Two collectors must come."),
        (ENGLISH, "You may refuse all visits."),
        (ENGLISH, "Banks may not charge more than that."),
        (ENGLISH, "Withdraw your consent stops the calls? Withdrawing consent stops them."),
        (ENGLISH, "You will go to jail for this."),
        (ENGLISH, "They sell at 4 %, so offer 5 %."),
        (ENGLISH, "Home visits are illegal."),
        (ENGLISH, "This has a success rate of 85 % of approval."),
    ],
)
def test_a_planted_falsehood_is_found(tongue: str, text: str) -> None:
    assert said_of(Words("planted", tongue, text), NEVER)


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        (CHINESE, "请尽快同意，否则本人将向媒体曝光。"),
        (CHINESE, "求求您给我一条活路。"),
        (CHINESE, "本人申请停息挂账。"),
        (ENGLISH, "Agree, or else we will sue."),
    ],
)
def test_a_planted_threat_or_plea_is_found(tongue: str, text: str) -> None:
    assert said_of(Words("planted", tongue, text), NEVER_TO_A_BANK)


def test_a_planted_sentence_of_the_other_language_is_found_and_a_term_is_not() -> None:
    assert leftover(Words("planted", CHINESE, "请贵行 please confirm it in writing 回复。"))
    assert leftover(Words("planted", ENGLISH, "Please confirm. 请书面确认，谢谢。"))
    assert not leftover(Words("planted", CHINESE, "请用 App 或 linjing@example.com 联系。"))
    assert not leftover(Words("planted", ENGLISH, "Ask for the work order number (工单号)."))


def test_a_planted_gap_is_found_and_a_line_for_the_hand_is_not() -> None:
    assert unfilled(Words("planted", CHINESE, "本人{name}"))
    assert unfilled(Words("planted", ENGLISH, "On None I spoke"))
    assert not unfilled(Words("planted", CHINESE, "本人________"))


def test_a_planted_rule_is_missed() -> None:
    assert not _exists("collection.right_to_refuse_everything")
    assert _exists("home.consent")
