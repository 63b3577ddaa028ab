"""The article's text: complete in both languages, in bounds, and free of what must never be said."""

import re
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from accord.errors import KnowledgeError
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, speaking
from accord.knowledge.article import CHAPTERS, TEXTS, Section, chapter_text, section, sections_of
from accord.knowledge.rules import rule

NUMBERS = {
    "start": ["0", "0.1"],
    "understand": ["1.1", "1.2", "1.3"],
    "position": ["2.1", "2.2", "2.3"],
    "channel": ["3.1", "3.2", "3.3", "3.4"],
    "materials": ["4.1", "4.2", "4.3"],
    "negotiate": ["5.1", "5.2", "5.3"],
    "follow_up": ["6.1", "6.2", "6.3"],
    "emergencies": ["7.1", "7.2", "7.3"],
    "summary": ["8"],
}
WORDED = ["why", "example", "mistakes"]
RULED = ("understand", "position", "channel", "materials", "negotiate", "follow_up", "emergencies")
"""Chapters that end with what the rules say."""
HAN = re.compile(r"[\u4e00-\u9fff]")
NOTICE = "privacy"
"""No chapter of the article: it has no numbers, no examples, and names its law and its host."""
ARTICLE = tuple(chapter for chapter in CHAPTERS if chapter != NOTICE)
EVERYWHERE = [(chapter, language) for chapter in ARTICLE for language in LANGUAGES]

NEVER_IN_CHINESE = [
    "上门催收违法",
    "上门违法",
    "上门是违法",
    "停息挂账",
    "成功率",
    "保证同意",
    "一定会同意",
    "有权要求分期",
    "不要接电话",
    "别接电话",
    "两名催收",
    "两人以上",
    "提前通知您上门",
    "LPR",
    "12315",
    "贫困证明",
    "催收非法债务罪",
    "撤回同意",
    "断供",
    "滞纳金",
    "违约通知",
    "期款",
    "应还总额",
    "守得住的方案",
    "百分之百",
]
NEVER_IN_ENGLISH = [
    "visits are illegal",
    "illegal",
    "success rate",
    "must agree",
    "guaranteed",
    "right to instalments",
    "stop answering",
    "don't answer",
    "do not answer",
    "two collectors",
    "prior notice",
    "LPR",
    "12315",
    "trespass",
    "credit score",
    "your credit rating",
]
TODAY = date(2026, 11, 28)
SAFE = {
    "collection.entry",
    "collection.quiet_hours",
    "collection.calls.unanswered",
    "collection.stay_reachable",
    "credit_card.personal_instalment.longest_term",
    "loan.extension",
    "loan.relief_2025",
    "court.officers",
    "complaint.days",
}
"""Rules whose words are the agreed safe wordings."""
LETTERS = "电话协商内容确认函|还款情况说明|还款困难提前说明|协议执行情况反映函"
LAW_WORDS = {
    CHINESE: rf"《(?!{LETTERS})|第[一二三四五六七八九十百\d]+条|协会|恶意透支|12378",
    ENGLISH: r"\bArt\. |Civil Code|CBA|malicious|regulator encourages|12378",
}


def numbered(language: str) -> list[Section]:
    """Return the sections that carry a number of the article."""
    return [part for chapter in CHAPTERS for part in chapter_text(chapter, language) if part.number[0].isdigit()]


def whole(language: str, chapters: tuple[str, ...] = CHAPTERS) -> str:
    """Return all the prose of a language, or of some chapters."""
    parts = [part for chapter in chapters for part in chapter_text(chapter, language)]
    return "\n".join(f"{part.title}\n{part.body}" for part in parts)


def written(language: str) -> str:
    """Return the article as it is written, with rules quoted by their ids."""
    return "\n".join((TEXTS / language / f"{chapter}.md").read_text(encoding="utf-8") for chapter in ARTICLE)


def bullets(part: Section) -> list[str]:
    """Return the bullet lines of a section."""
    return [line for line in part.body.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize(("chapter", "language"), EVERYWHERE)
def test_every_chapter_has_its_numbers_in_order_and_its_three_companions(chapter: str, language: str) -> None:
    found = [part.number for part in chapter_text(chapter, language)]

    assert [number for number in found if number[0].isdigit()] == NUMBERS[chapter]
    assert [number for number in found if number not in NUMBERS[chapter]][-3:] == WORDED
    assert ("rules" in found) == (chapter in RULED)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_both_languages_have_the_same_sections_and_as_many_bullets(chapter: str) -> None:
    chinese, english = chapter_text(chapter, CHINESE), chapter_text(chapter, ENGLISH)

    assert [part.number for part in chinese] == [part.number for part in english]
    assert [len(bullets(part)) for part in chinese] == [len(bullets(part)) for part in english]


def test_both_languages_name_the_same_amounts() -> None:
    for chapter in CHAPTERS:
        pairs = zip(chapter_text(chapter, CHINESE), chapter_text(chapter, ENGLISH), strict=True)
        for chinese, english in pairs:
            amounts = [set(re.findall(r"¥[\d,]*\d", text.body)) for text in (chinese, english)]
            assert amounts[0] == amounts[1], (chapter, chinese.number)


def test_chinese_sections_are_neither_thin_nor_long() -> None:
    for part in numbered(CHINESE):
        assert 120 <= len(HAN.findall(part.body)) <= 350, part.number


def test_english_sections_are_neither_thin_nor_long() -> None:
    for part in numbered(ENGLISH):
        assert 90 <= len(part.body.split()) <= 240, part.number


def test_why_is_two_to_four_sentences() -> None:
    for chapter, language in EVERYWHERE:
        body = section(f"{chapter}.why", language).body
        assert 2 <= len(re.findall(r"[。？]|[.?](?=\s|$)", body)) <= 4, (chapter, language)


def test_mistakes_are_four_to_six_and_each_says_what_to_do() -> None:
    for chapter, language in EVERYWHERE:
        part = section(f"{chapter}.mistakes", language)
        assert 4 <= len(bullets(part)) <= 6, (chapter, language)
        assert all(re.search(r"[，。；：:;.?”)] ?.{6,}", line) for line in bullets(part)), (chapter, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_says_that_it_is_invented(language: str) -> None:
    said = {CHINESE: "虚构", ENGLISH: "invented"}[language]

    assert all(said in section(f"{chapter}.example", language).body for chapter in ARTICLE)


def test_chinese_text_holds_no_english_sentence() -> None:
    assert not re.search(r"[A-Za-z]+[ ,]+[A-Za-z]+", whole(CHINESE, ARTICLE))


def test_english_text_holds_no_chinese_sentence() -> None:
    text = whole(ENGLISH)

    assert not re.search(r"[\u4e00-\u9fff]{9,}", text)
    assert not re.search(r"[，。；：“”、（）]", text)


@pytest.mark.parametrize("phrase", NEVER_IN_CHINESE)
def test_chinese_text_never_says(phrase: str) -> None:
    assert phrase not in whole(CHINESE)


@pytest.mark.parametrize("phrase", NEVER_IN_ENGLISH)
def test_english_text_never_says(phrase: str) -> None:
    assert phrase.lower() not in whole(ENGLISH).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shouting_no_shares_no_links_no_html_no_tables(language: str) -> None:
    assert not re.search(r"[!！%％|<>]|https?:|\]\(|——", whole(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_is_named_only_where_a_rule_is_quoted(language: str) -> None:
    assert not re.search(LAW_WORDS[language], written(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule_id", sorted(SAFE))
def test_safe_wordings_stand_in_the_article_as_their_rules_have_them(rule_id: str, language: str) -> None:
    assert rule(rule_id).says(language) in whole(language, ARTICLE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", RULED)
def test_a_chapter_says_what_the_rules_say_and_names_each(chapter: str, language: str) -> None:
    part = section(f"{chapter}.rules", language)

    assert len(part.rules) == len(bullets(part)) >= 8
    assert "{" not in part.body


def test_both_languages_quote_the_same_rules() -> None:
    for chapter in CHAPTERS:
        chinese, english = chapter_text(chapter, CHINESE), chapter_text(chapter, ENGLISH)
        assert [part.rules for part in chinese] == [part.rules for part in english], chapter


def test_the_article_quotes_what_stands_on_the_day_it_is_read() -> None:
    ended = section("understand.rules", ENGLISH, date(2027, 1, 1))

    assert "collection.guideline" in ended.rules
    assert section("understand.clock", ENGLISH, TODAY).body == section("understand.clock", ENGLISH).body


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sections_first_paragraph_stands_alone(language: str) -> None:
    for part in numbered(language):
        if part.number != "0.1":
            assert re.search(r"[。？）.?)]$", part.lead), part.number
            assert len(part.lead) <= {CHINESE: 130, ENGLISH: 400}[language], part.number
        assert part.body == f"{part.lead}\n\n{part.rest}", part.number


def test_the_clock_names_its_four_days_and_calls_them_bookkeeping() -> None:
    chinese, english = (section("understand.clock", language).body for language in (CHINESE, ENGLISH))

    assert re.findall(r"(\d+) 天", chinese) == ["90", "270", "360"]
    assert re.findall(r"(\d+) days", english) == ["90", "270", "360"]
    assert "银行自己记账" in chinese
    assert "不会让您身上自动发生什么" in chinese
    assert "own bookkeeping" in english
    assert "Nothing happens to you automatically" in english


def test_refusing_visits_comes_with_a_channel() -> None:
    assert "不同意上门不等于失联" in section("2.1", CHINESE).body
    assert "我不同意上门。请改为" in section("2.3", CHINESE).body
    assert "I don't agree to home visits. Please ring" in section("2.3", ENGLISH).body


def test_the_sums_of_the_examples_are_right() -> None:
    assert 4650 - 3200 == 1450
    assert 36 * 2400 == 86400
    assert 2400 - 1450 == 950
    assert 86400 - 5400 == 60 * 1350 == 81000
    assert 520 + 380 + 280 + 140 == 6100 + 1900 - 6380 - 300 == 1320
    assert 52000 + 38000 + 28000 + 14000 == 132000
    assert 48 * 900 == 43200
    assert 8600 - 8150 == 450


def test_a_section_is_found_by_its_number_or_with_its_chapter() -> None:
    assert section("5.1", ENGLISH) == chapter_text("negotiate", ENGLISH)[0]
    assert section("0", CHINESE).title == "从这里开始"
    assert section("negotiate.example", CHINESE).number == "example"


def test_the_language_is_the_one_spoken_when_none_is_named() -> None:
    with speaking(ENGLISH):
        assert section("3.1").title == "Phone"
    with speaking(CHINESE):
        assert section("3.1").title == "电话"


@pytest.mark.parametrize("number", ["9.9", "why", "", "negotiate", "../start"])
def test_a_missing_section_is_an_error_of_ours(number: str) -> None:
    with pytest.raises(KnowledgeError):
        section(number, CHINESE)


@pytest.mark.parametrize(("chapter", "language"), [("epilogue", ENGLISH), ("start", "de"), ("../en/start", CHINESE)])
def test_a_missing_chapter_or_language_is_an_error_of_ours(chapter: str, language: str) -> None:
    with pytest.raises(KnowledgeError, match=re.escape(f"{language}/{chapter}.md")):
        chapter_text(chapter, language)


@pytest.mark.parametrize(
    "text",
    ["", "no heading at all\n", "stray\n## 1 One\nbody\n", "## 1 One\n\n## 2 Two\nbody\n", "## 1 One\nbody\n## 2\nx\n"],
)
def test_a_badly_formed_file_is_an_error_of_ours(text: str) -> None:
    with pytest.raises(KnowledgeError, match=r"x\.md"):
        sections_of(text, "x.md")


def test_a_number_that_stands_twice_is_an_error_of_ours() -> None:
    with pytest.raises(KnowledgeError, match=r"1 .*x\.md"):
        sections_of("## 1 One\nbody\n## 1 Again\nbody\n", "x.md")


def test_a_section_is_frozen_and_read_once() -> None:
    part = section("1.1", ENGLISH)

    assert chapter_text("understand", ENGLISH) is chapter_text("understand", ENGLISH)
    with pytest.raises(FrozenInstanceError):
        part.title = "other"  # type: ignore[misc]  # the offence is the point


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_lies_about_without_a_chapter(language: str) -> None:
    assert {path.stem for path in (TEXTS / language).iterdir()} == set(CHAPTERS)
