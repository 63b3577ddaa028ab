"""Banks by name; no number is shown that was not surely read; the person's own stands first."""

from __future__ import annotations

import re
from datetime import date

import pytest

from accord.case import Debt
from accord.i18n import CHINESE, ENGLISH
from accord.knowledge.banks import FILE, SHOWN, Bank, bank_named, banks, to_call

ON_WEAK_PAGES = {"icbc", "ccb", "abc", "boc", "bocom", "cmb", "citic", "huaxia"}
"""Banks whose number nobody has read on a page that could be trusted; one that was read leaves this set."""


def test_both_languages_name_the_same_banks() -> None:
    assert [row.id for row in banks(CHINESE)] == [row.id for row in banks(ENGLISH)]
    assert len(banks(CHINESE)) >= 15
    assert all(re.search(r"[\u4e00-\u9fff]", row.name) for row in banks(CHINESE))


def test_no_number_is_given_that_was_not_surely_read() -> None:
    for row in banks(CHINESE):
        assert not row.number or row.confidence in SHOWN
        assert not row.number or row.read_on


def test_numbers_seen_on_weak_pages_wait_to_be_verified() -> None:
    waiting = [row for row in banks(CHINESE) if row.to_verify]

    assert {row.id for row in waiting} == ON_WEAK_PAGES
    assert len(waiting) == FILE.read_text(encoding="utf-8").count("number =")
    assert not any(row.number for row in banks(CHINESE))


@pytest.mark.parametrize(("confidence", "number"), [("RL", ""), ("R", "95500"), ("P", "95500"), (None, "")])
def test_only_how_a_number_was_read_decides(confidence: str | None, number: str) -> None:
    assert Bank.model_validate({"id": "a", "name": "A", "number": "95500", "confidence": confidence}).number == number


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("招商银行", "cmb"),
        ("中国农业银行股份有限公司", "abc"),
        ("中国银行信用卡中心", "boc"),
        ("Agricultural Bank of China", "abc"),
        ("邮储银行", "psbc"),
    ],
)
def test_a_bank_is_known_by_the_longest_name_in_what_was_typed(said: str, known: str) -> None:
    found = bank_named(said)

    assert found is not None
    assert found.id == known


@pytest.mark.parametrize("said", ["", "东湖银行（示例）", "Somebody"])
def test_an_unknown_creditor_is_no_bank_of_ours(said: str) -> None:
    assert bank_named(said) is None


def test_the_persons_own_number_comes_first() -> None:
    found = to_call(Debt(id="debt-1", creditor="招商银行", creditor_phone="400 000 0000"))

    assert (found.number, found.whose, found.read_on) == ("400 000 0000", "own", None)


def test_without_a_number_the_card_counts() -> None:
    for creditor in ("招商银行", "东湖银行"):
        assert to_call(Debt(id="debt-1", creditor=creditor)).whose == "card"


def test_ours_is_given_with_its_day_where_it_was_surely_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Bank(id="a", name="A", number="95500", confidence="R", read_on=date(2026, 11, 23))
    monkeypatch.setattr("accord.knowledge.banks.bank_named", lambda _creditor: read)

    assert to_call(Debt(id="debt-1", creditor="A"))[2:] == ("95500", "ours", date(2026, 11, 23))
