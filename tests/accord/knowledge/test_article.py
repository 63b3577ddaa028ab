"""The article's text: complete in both languages, in bounds, and free of what must never be said."""

import re
from dataclasses import FrozenInstanceError

import pytest

from accord.errors import KnowledgeError
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, speaking
from accord.knowledge.article import CHAPTERS, TEXTS, Section, chapter_text, section, sections_of

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
SAFE_LAW = {
    CHINESE: (
        "信用卡可依《商业银行信用卡业务监督管理办法》第七十条申请个性化分期，最长5年，由银行与您协商决定。",
        (
            "个人贷款可在到期前申请展期（民法典第678条）；"
            "监管鼓励银行与暂遇困难、信用良好的借款人合理商定还款期限和频次。"
        ),
        (
            "根据中国银行业协会2026年1月发布的催收工作指引，"
            "未经同意不得进入住宅等私人场所或办公区域催收。您可以拒绝对方进入，并请求改用电话、App或书面方式沟通。"
        ),
        ("按中国银行业协会2026年1月发布的催收工作指引，未经您同意，每日22:00至次日8:00严禁电话、外访及其他催收。"),
        (
            "拒绝上门不等于失联。请保留至少一个畅通的联系方式；"
            "失联可能导致对方联系第三人，信用卡长期失联还可能被作为恶意透支的认定因素之一。"
        ),
        "法院工作人员持证件和文书依法执行时，不适用“拒绝进入”的建议。",
        "向银行正式投诉后，一般15日内应作出处理决定，复杂情形最长60日；之后可拨打12378。",
    ),
    ENGLISH: (
        (
            "For cards you may ask for a personalised instalment plan (Art. 70),"
            " up to 5 years; the bank decides by agreement."
        ),
        (
            "For loans you may ask for an extension before the due date (Civil Code 678); the regulator encourages "
            "banks to agree term and frequency with borrowers of good record in temporary trouble."
        ),
        (
            "Under the CBA guideline of Jan 2026, collectors may not enter a home or office area without consent. "
            "You may decline entry and ask to communicate by phone, app or in writing."
        ),
        ("Under the CBA guideline, no calls, visits or other collection between 22:00 and 08:00 without your consent."),
        (
            "Declining visits is not going silent. Keep one working channel: silence can lead to third-party "
            "contact and, for cards, can count as an indicator of malicious overdraft."
        ),
        ("The advice to decline entry does not apply to court officers acting with identification and court papers."),
        (
            "After a formal complaint the bank should decide within 15 days "
            "(up to 60 in complex cases); then call 12378."
        ),
    ),
}
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


def bullets(part: Section) -> list[str]:
    """Return the bullet lines of a section."""
    return [line for line in part.body.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize(("chapter", "language"), EVERYWHERE)
def test_every_chapter_has_its_numbers_in_order_and_its_three_companions(chapter: str, language: str) -> None:
    found = [part.number for part in chapter_text(chapter, language)]

    assert [number for number in found if number[0].isdigit()] == NUMBERS[chapter]
    assert found[-3:] == WORDED


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
def test_the_law_is_named_only_in_the_safe_wordings(language: str) -> None:
    text = whole(language, ARTICLE)

    for wording in SAFE_LAW[language]:
        assert wording in text
        text = text.replace(wording, "")
    assert not re.search(LAW_WORDS[language], text)


def test_the_clock_names_its_four_days_and_calls_them_bookkeeping() -> None:
    chinese, english = (section("understand.clock", language).body for language in (CHINESE, ENGLISH))

    assert re.findall(r"(\d+) 天", chinese) == ["90", "270", "360"]
    assert re.findall(r"(\d+) days", english) == ["90", "270", "360"]
    assert "银行自己记账" in chinese
    assert "不会让您身上自动发生什么" in chinese
    assert "own bookkeeping" in english
    assert "Nothing happens to you automatically" in english


def test_refusing_visits_comes_with_a_channel() -> None:
    assert "拒绝上门不等于失联" in section("2.1", CHINESE).body
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
