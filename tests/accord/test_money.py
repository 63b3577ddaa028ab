"""Yuan and fen: the only conversions, the only rounding, and how amounts are read and written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accord.errors import MoneyError
from accord.i18n import CHINESE, ENGLISH, speaking
from accord.money import (
    LARGEST_AMOUNT,
    capitals,
    checked,
    half_up,
    parse_money,
    round_fen,
    short_yuan,
    to_fen,
    to_yuan,
    yuan,
)

FEN = st.integers(min_value=0, max_value=10**11)
DIGITS = "零壹贰叁肆伍陆柒捌玖"
SMALL_UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_capitals(text: str) -> int:
    """Return the fen that capitals on a paper stand for: the other way round, written independently."""
    whole, _, cents = text.rpartition("元")
    jiao = DIGITS.index(cents[cents.index("角") - 1]) if "角" in cents else 0
    last = DIGITS.index(cents[cents.index("分") - 1]) if "分" in cents else 0
    return _whole(whole) * 100 + jiao * 10 + last


def _whole(text: str) -> int:
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit in text:
            high, low = text.split(unit)
            return _whole(high) * size + _whole(low)
    total = digit = 0
    for sign in text:
        if sign in SMALL_UNITS:
            total, digit = total + digit * SMALL_UNITS[sign], 0
        else:
            digit = DIGITS.index(sign)
    return total + digit


@given(FEN)
def test_fen_and_yuan_are_two_names_of_one_amount(fen: int) -> None:
    assert to_fen(to_yuan(fen)) == fen


@pytest.mark.parametrize(
    ("amount", "fen"), [("0.005", 1), ("0.004", 0), ("1.015", 102), ("2.675", 268), ("-0.005", -1)]
)
def test_half_a_fen_is_rounded_away_from_zero(amount: str, fen: int) -> None:
    assert to_fen(Decimal(amount)) == fen
    assert to_fen(round_fen(Decimal(amount))) == fen


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**9))
def test_whole_division_rounds_as_money_does(numerator: int, denominator: int) -> None:
    result = half_up(numerator, denominator)

    assert abs(2 * (result * denominator - numerator)) <= denominator
    assert half_up(-numerator, denominator) == -result


def test_a_tie_goes_away_from_zero() -> None:
    assert (half_up(1, 2), half_up(-1, 2), half_up(3, 2), half_up(5, 10)) == (1, -1, 2, 1)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1250", "1250.00"),
        ("1,250.5", "1250.50"),
        ("１，２５０", "1250.00"),
        ("¥3,000元", "3000.00"),
        ("1.2万", "12000.00"),
        ("2k", "2000.00"),
        ("3 W", "30000.00"),
        ("0.05亿", "5000000.00"),
        (".5", "0.50"),
        ("7.", "7.00"),
        ("RMB 88.80", "88.80"),
        ("1000000000", "1000000000.00"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, amount: str) -> None:
    assert str(parse_money(typed)) == amount


@pytest.mark.parametrize(
    "typed", ["", "abc", "1.2.3", "12万3", "-5", "1e5", "1.005", "1000000000.01", "二百", "NaN", "∞"]
)
def test_what_is_no_amount_is_refused_in_words(typed: str) -> None:
    with pytest.raises(MoneyError) as caught:
        parse_money(typed)

    assert caught.value.speak()
    assert not typed or typed not in caught.value.speak()


@given(FEN)
def test_what_is_written_is_read_back(fen: int) -> None:
    assert to_fen(parse_money(yuan(fen))) == fen


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity"), Decimal("-0.01"), LARGEST_AMOUNT + 1])
def test_amounts_out_of_bounds_are_refused(amount: Decimal) -> None:
    with pytest.raises(MoneyError):
        checked(amount)


def test_amounts_are_written_with_sign_groups_and_two_places() -> None:
    assert yuan(Decimal(1250)) == "¥1,250.00"
    assert yuan(125_000) == "¥1,250.00"
    assert yuan(Decimal("-0.5")) == "-¥0.50"
    assert yuan(0) == "¥0.00"


def test_axis_amounts_are_short_in_each_languages_own_units() -> None:
    with speaking(CHINESE):
        assert [short_yuan(Decimal(value)) for value in (800, 50_000, 12_500)] == ["800", "5万", "1.2万"]
    with speaking(ENGLISH):
        assert [short_yuan(Decimal(value)) for value in (800, 50_000, 12_500)] == ["800", "50k", "12.5k"]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.30", "叁角整"),
        ("10", "壹拾元整"),
        ("1250.30", "壹仟贰佰伍拾元叁角整"),
        ("1001.05", "壹仟零壹元零伍分"),
        ("10010", "壹万零壹拾元整"),
        ("86400", "捌万陆仟肆佰元整"),
        ("100000", "壹拾万元整"),
        ("10000500", "壹仟万零伍佰元整"),
        ("100000001", "壹亿零壹元整"),
        ("1000000000", "壹拾亿元整"),
    ],
)
def test_capitals_are_written_as_on_chinese_papers(amount: str, words: str) -> None:
    assert capitals(Decimal(amount)) == words


@settings(max_examples=100)
@given(FEN)
@example(10**11)
@example(100_000_001_00)
@example(1_0203_0405_06)
def test_capitals_say_the_same_amount(fen: int) -> None:
    text = capitals(to_yuan(fen))

    assert read_capitals(text) == fen
    assert "零零" not in text
    assert text[-1] in "整分"


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_amount_has_no_fen(text: str) -> None:
    with pytest.raises(MoneyError):
        to_fen(Decimal(text))
