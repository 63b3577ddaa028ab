"""The words of the workbook: enough of them, one sentence each, in both languages."""

import re

import pytest

from accord.errors import KnowledgeError
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, speaking
from accord.knowledge.glossary import explain, term, terms

NEEDED = {
    "settlement",
    "forbearance",
    "penalty_interest",
    "owed",
    "overdraft_interest",
    "personalised_instalment",
    "paid_off",
    "agreement",
    "minimum_payment",
    "plan",
    "instalment",
    "offer",
    "assignment",
    "stop_interest_slang",
    "compound_interest",
    "hardship_desk",
    "limitation",
    "late_fee",
    "arrears",
    "post_loan",
    "due_date",
    "deferral",
    "work_order",
    "ask",
    "set_off",
    "ceiling",
    "principal",
    "surplus",
    "extension",
    "outsourced_collection",
    "grace_period",
    "annual_irr",
    "evidence",
    "restructuring",
}
AVOIDED_NAMES = {"滞纳金", "分期款", "逾期款", "应还总额", "可负担上限", "诉求", "断头期", "宽限", "重组"}
HAN = re.compile(r"[\u4e00-\u9fff]")


def both(term_id: str) -> tuple[str, str]:
    """Return a word's explanation in Chinese and in English."""
    return explain(term_id, CHINESE), explain(term_id, ENGLISH)


def test_the_words_people_meet_are_all_there() -> None:
    ids = {word.id for word in terms(ENGLISH)}

    assert ids >= NEEDED
    assert len(terms(CHINESE)) >= 40


def test_both_languages_hold_the_same_words_in_the_same_order() -> None:
    assert [word.id for word in terms(CHINESE)] == [word.id for word in terms(ENGLISH)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_stands_for_two_words(language: str) -> None:
    names = [word.name for word in terms(language)]

    assert len(names) == len(set(names))


def test_every_chinese_explanation_is_one_chinese_sentence() -> None:
    for word in terms(CHINESE):
        assert word.says.endswith("。"), word.id
        assert word.says.count("。") == 1, word.id
        assert 8 <= len(HAN.findall(word.says)) <= 70, word.id
        assert not re.search(r"[A-Za-z]+ [A-Za-z]+", word.says), word.id


def test_every_english_explanation_is_one_english_sentence() -> None:
    for word in terms(ENGLISH):
        assert word.says.endswith("."), word.id
        assert not re.search(r"[.!?] [A-Z]", word.says), word.id
        assert 5 <= len(word.says.split()) <= 40, word.id
        assert not HAN.search(word.says), word.id


def test_names_are_the_house_words() -> None:
    assert not AVOIDED_NAMES & {word.name for word in terms(CHINESE)}
    assert term("instalment", CHINESE).name == "每期还款额"
    assert term("settlement", CHINESE).name == "减免结清"
    assert term("work_order", CHINESE).name == "工单号"


def test_slang_is_called_slang_in_both_languages() -> None:
    chinese, english = both("stop_interest_slang")

    assert "不是法律用语" in chinese
    assert "not a legal term" in english


def test_the_clock_of_the_bank_is_called_its_own_bookkeeping() -> None:
    chinese, english = both("classification")

    assert "银行自己的记账方法" in chinese
    assert "the bank's own bookkeeping" in english


def test_a_plan_for_a_card_is_the_bank_s_decision() -> None:
    chinese, english = both("personalised_instalment")

    assert "由银行决定" in chinese
    assert "the bank decides" in english


def test_the_language_is_the_one_spoken_when_none_is_named() -> None:
    with speaking(ENGLISH):
        assert term("principal").name == "Principal"
    with speaking(CHINESE):
        assert term("principal").name == "本金"


def test_an_unknown_word_is_an_error_of_ours() -> None:
    with pytest.raises(KnowledgeError, match="no_such_word"):
        explain("no_such_word", ENGLISH)


def test_an_unknown_language_is_an_error_of_ours() -> None:
    with pytest.raises(KnowledgeError, match="de"):
        terms("de")
