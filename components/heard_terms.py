"""Figures in a bank's own words: "分 36 期，每期手续费 0.6%，首付 10%" has a term, a fee and a first payment."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from accord.errors import MoneyError
from accord.money import parse_money

NUMBER: Final = r"(\d[\d,]*(?:\.\d+)?\s*[万千kK]?)"
SHARE: Final = r"(\d+(?:\.\d+)?)\s*[%％]"
RATES: Final = {
    "fee_rate": re.compile(rf"(?:手续费率?|服务费|fee)\D{{0,8}}{SHARE}|{SHARE}\s*(?:的?手续费|fee)", re.IGNORECASE),
    "annual_rate": re.compile(rf"(?:年化|年利率|年息|yearly rate|a year|APR)\D{{0,8}}{SHARE}", re.IGNORECASE),
}
MONTHS: Final = re.compile(r"(\d{1,3})\s*(?:个月|期|月|periods?|months?|instal)", re.IGNORECASE)
DOWN: Final = r"(?:首付|首期|先还|先付|down(?: payment)?(?: of)?|at once|first)"
DOWN_SHARE: Final = re.compile(rf"{DOWN}\D{{0,4}}{SHARE}|{SHARE}\s*down", re.IGNORECASE)
AMOUNTS: Final = {
    "down_payment": re.compile(rf"{DOWN}[^\d%％期]{{0,4}}{NUMBER}(?!\s*[\d.%％期月])", re.IGNORECASE),
    "instalment": re.compile(
        rf"(?:每期|每月|每个月)(?:还款?|付|交)?[^\d%％手服]{{0,3}}{NUMBER}(?!\s*[\d.%％期])"
        rf"|{NUMBER}\s*(?:a month|per month|each month)",
        re.IGNORECASE,
    ),
    "waived": re.compile(rf"(?:减免|免除|免掉|waive[sd]?)[^\d%％]{{0,8}}{NUMBER}(?!\s*[\d.%％期])", re.IGNORECASE),
}
HIGHEST_TERM: Final = 600


def heard_terms(words: str, owed: Decimal | None = None) -> dict[str, Any]:
    """Return the fields of an offer that stand in its words; nothing that is not said is guessed.

    Args:
        words: what the bank said.
        owed: all that is owed, yuan; a first payment named as a share of it needs this figure.
    """
    found: dict[str, Any] = {name: share for name, rule in RATES.items() if (share := _share(rule, words)) is not None}
    months = MONTHS.search(words)
    if months and 0 < int(months[1]) <= HIGHEST_TERM:
        found["months"] = int(months[1])
    down = _share(DOWN_SHARE, words)
    if down is not None and owed is not None:
        found["down_payment"] = (owed * down).quantize(Decimal("0.01"))
    for name, rule in AMOUNTS.items():
        amount = _amount(rule, words)
        if amount is not None and name not in found:
            found[name] = amount
    return found


def _first(rule: re.Pattern[str], words: str) -> str:
    hit = rule.search(words)
    return next((part for part in hit.groups() if part), "") if hit else ""


def _share(rule: re.Pattern[str], words: str) -> Decimal | None:
    text = _first(rule, words)
    return Decimal(text) / 100 if text else None


def _amount(rule: re.Pattern[str], words: str) -> Decimal | None:
    text = _first(rule, words)
    try:
        return parse_money(text) if text else None
    except MoneyError:
        return None
