"""Breaking Chinese and mixed text into lines."""

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.documents.wrapping import NO_START, tokens, wrap


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
