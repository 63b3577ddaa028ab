"""Yuan and fen: the only two conversions, the only rounding, and how amounts are read and written.

Answers and files hold yuan as decimals with two places, because people read them. Ledgers count integer fen.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from accord.errors import MoneyError
from accord.i18n import N_, in_chinese

FEN = Decimal("0.01")
LARGEST_AMOUNT = Decimal("1000000000.00")
UNREADABLE = N_("This is not an amount we can read. Please write it like 1250, 1,250.50 or 1.2万.")
NEGATIVE = N_("An amount cannot be below zero here.")
TOO_LARGE = N_("Amounts up to {limit} yuan can be entered.")

_SIGNS = re.compile(r"[\s,，_¥￥]|元|人民币|RMB|CNY|yuan", re.IGNORECASE)
_AMOUNT = re.compile(r"^(?P<number>-?(?:\d+(?:\.\d*)?|\.\d+))(?P<unit>万|w|千|k|百|亿)?$", re.IGNORECASE)
_UNITS = {"": 1, "万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "百": 100, "亿": 100_000_000}


def to_fen(yuan_amount: Decimal) -> int:
    """Return yuan as integer fen, rounded half-up.

    Raises:
        MoneyError: not a number, or without end.
    """
    if not yuan_amount.is_finite():
        raise MoneyError(UNREADABLE)
    return int((yuan_amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def to_yuan(fen: int) -> Decimal:
    """Return integer fen as yuan with two places."""
    return Decimal(fen).scaleb(-2)


def round_fen(amount: Decimal) -> Decimal:
    """Return yuan rounded half-up to the fen."""
    return amount.quantize(FEN, rounding=ROUND_HALF_UP)


def half_up(numerator: int, denominator: int) -> int:
    """Return `numerator / denominator` rounded half away from zero to an integer. The denominator is positive."""
    if numerator < 0:
        return -half_up(-numerator, denominator)
    return (2 * numerator + denominator) // (2 * denominator)


def parse_money(text: str) -> Decimal:
    """Read an amount as people write it: `1,250`, `1250.5`, `1.2万`, `１２００`, `¥3,000元`.

    Returns:
        Yuan with two places, from 0 to `LARGEST_AMOUNT` inclusive.

    Raises:
        MoneyError: not an amount, below zero, more than two places, or too large.
    """
    plain = _SIGNS.sub("", unicodedata.normalize("NFKC", text))
    found = _AMOUNT.match(plain)
    if not found:
        raise MoneyError(UNREADABLE)
    try:
        amount = Decimal(found["number"]) * _UNITS[(found["unit"] or "").lower()]
    except InvalidOperation as error:
        raise MoneyError(UNREADABLE) from error
    return checked(amount)


def checked(amount: Decimal) -> Decimal:
    """Return `amount` as yuan with two places.

    Raises:
        MoneyError: below zero, finer than a fen, or above `LARGEST_AMOUNT`.
    """
    if not amount.is_finite():
        raise MoneyError(UNREADABLE)
    if amount < 0:
        raise MoneyError(NEGATIVE)
    if amount > LARGEST_AMOUNT:
        raise MoneyError(TOO_LARGE, limit=f"{LARGEST_AMOUNT:,.0f}")
    if amount != round_fen(amount):
        raise MoneyError(N_("Amounts go down to the fen: at most two places after the point."))
    return round_fen(amount)


def yuan(amount: Decimal | int) -> str:
    """Write an amount as `¥1,250.00`. Integers are fen, decimals are yuan."""
    value = to_yuan(amount) if isinstance(amount, int) else round_fen(amount)
    return f"-¥{-value:,.2f}" if value < 0 else f"¥{value:,.2f}"


def short_yuan(amount: Decimal | int) -> str:
    """Write a rough amount for an axis: `5万` in Chinese, `50k` in English. Integers are fen."""
    value = float(to_yuan(amount) if isinstance(amount, int) else amount)
    unit, sign = (10_000, "万") if in_chinese() else (1_000, "k")
    if abs(value) < unit:
        return f"{value:,.0f}"
    return f"{value / unit:,.1f}".removesuffix(".0") + sign


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_FULL_GROUP = 1_000  # a group of four digits without a leading zero
_GROUPS = ("", "万", "亿", "万亿")


def capitals(amount: Decimal) -> str:
    """Write an amount in the capitals used on Chinese papers: 1,250.30 is 壹仟贰佰伍拾元叁角整."""
    fen = to_fen(amount)
    if fen == 0:
        return "零元整"
    whole, cents = divmod(fen, 100)
    jiao, last = divmod(cents, 10)
    text = _whole_capitals(whole) + "元" if whole else ""
    if not cents:
        return text + "整"
    if jiao:
        text += _DIGITS[jiao] + "角"
    elif whole:
        text += "零"
    return text + (_DIGITS[last] + "分" if last else "整")


def _whole_capitals(whole: int) -> str:
    text, gap, level = "", False, 0
    while whole:
        whole, group = divmod(whole, 10_000)
        if group:
            part = _group_capitals(group) + _GROUPS[level]
            needs_zero = bool(text) and gap
            text = part + ("零" if needs_zero else "") + text
            gap = group < _FULL_GROUP
        else:
            gap = bool(text)
        level += 1
    return text


def _group_capitals(group: int) -> str:
    text, zero = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + _PLACES[place]
            zero = False
        else:
            zero = True
    return text
