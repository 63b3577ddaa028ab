"""Breaking Chinese and mixed text into lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.documents.wrapping import NO_END, NO_START, tokens, wrap


def measure(text: str) -> float:
    """Count Chinese signs as 2 and others as 1."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def test_no_line_begins_with_closing_punctuation() -> None:
    lines = wrap("本人愿意还款，请贵行答复。" * 20, 17, measure)

    assert all(line[0] not in NO_START for line in lines)


def test_no_line_ends_with_an_opening_bracket() -> None:
    lines = wrap("甲乙（丙丁）" * 20, 9, measure)

    assert all(line[-1] != "（" for line in lines)


def test_amounts_and_dates_stay_whole() -> None:
    lines = wrap("截至2026年11月20日共欠¥86,400.00元整" * 6, 18, measure)

    assert all(not line.endswith(("¥", "86", "¥86,", "20")) for line in lines)
    assert "¥86,400.00元" in tokens("共欠¥86,400.00元整")


def test_a_long_address_breaks_at_a_friendly_place() -> None:
    lines = wrap("邮箱somebody.with.a.name@a-very-long-domain.example.com", 24, measure)

    assert len(lines) > 1
    assert all(measure(line) <= 24 for line in lines)
    assert lines[1].endswith((".", "@", "-"))


def test_an_indent_shortens_the_first_line_only() -> None:
    lines = wrap("还" * 30, 20, measure, indent=4)

    assert [len(line) for line in lines] == [8, 10, 10, 2]


def test_paragraphs_and_empty_lines_are_kept() -> None:
    assert wrap("甲\n\n乙", 10, measure) == ["甲", "", "乙"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="本人还款¥1250.,，。（）ab@. 年月", max_size=120), st.integers(8, 40))
def test_nothing_is_lost_and_nothing_overflows(text: str, width: int) -> None:
    lines = wrap(text, width, measure)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(measure(line.rstrip()) <= width for line in lines)


SENTENCE = st.text(alphabet="本人还款行", min_size=1, max_size=9)
CLOSED = st.builds("{}{}".format, SENTENCE, st.sampled_from("，。；：？！、"))
QUOTED = st.builds("{}{}{}".format, st.sampled_from("（《“「"), SENTENCE, st.sampled_from(["）。", "》，", "”", "」"]))


@settings(max_examples=100, deadline=None)
@given(st.lists(CLOSED | QUOTED, min_size=1, max_size=20).map("".join), st.integers(10, 60))
def test_no_line_of_a_letter_begins_with_a_closing_or_ends_with_an_opening_sign(text: str, width: int) -> None:
    lines = wrap(text, width, measure)

    assert "".join(lines) == text
    assert not [line for line in lines if line[0] in NO_START or line[-1] in NO_END]


@pytest.mark.parametrize(
    "whole", ["¥1,305.00", "2026", "18.25%", "138-0000-1234", "60期", "12月", "3万", "100元", "a.b@c.cn", "________"]
)
def test_what_belongs_together_is_never_parted(whole: str) -> None:
    for before in range(1, 30):
        lines = wrap("还" * before + whole + "款" * 30, 40, measure)

        assert sum(whole in line for line in lines) == 1


def test_english_breaks_between_words_only() -> None:
    words = "I can pay this amount every month and will answer each call within the hours I name."
    lines = wrap(words, 20, measure)

    assert " ".join(lines) == words
    assert all(line == line.strip() for line in lines)


def test_a_paragraph_never_ends_with_one_character_on_a_line() -> None:
    assert [len(line) for line in wrap("还" * 20 + "。", 20, measure)] == [10, 8, 3]
    assert [len(line) for line in wrap("还" * 22, 20, measure)] == [10, 10, 2]
