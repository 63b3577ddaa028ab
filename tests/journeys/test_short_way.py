"""Seven answers from nothing, then an instalment, the words for the call and a paper."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from accord.case import DebtKind, HardshipCause
from accord.case.labels import label
from accord.i18n import speaking
from tests.journeys.papers import words_of
from tests.journeys.reader import LANGUAGE_OF, Reader

DEBT = "debts.debt-1"


def _answer_seven(reader: Reader) -> None:
    with speaking(LANGUAGE_OF[reader.locale]):
        kind, cause = label(DebtKind.CREDIT_CARD), label(HardshipCause.JOB_LOSS)
    reader.type("person.name", "王小明")
    reader.type(f"{DEBT}.creditor", "东湖银行（示例）")
    reader.choose(f"{DEBT}.kind", kind)
    reader.type(f"{DEBT}.principal", "8.64万")
    reader.choose("position.cause", cause)
    reader.type("incomes.income-1.amount", "6,200")
    reader.type("spendings.spending-1.amount", "4700")
    reader.type("position.can_pay_now", "500")


def test_seven_answers_give_an_instalment_a_script_and_a_paper(reader: Reader, tmp_path: Path) -> None:
    reader.open("short_way")
    reader.type(f"{DEBT}.principal", "about a lot")
    reader.shows(f"{DEBT}.principal", "about a lot")  # what cannot be read stays visible with its reason
    expect(reader.page.get_by_role("alert").first).to_be_visible()

    _answer_seven(reader)

    expect(reader.page.get_by_test_id("stMain")).to_contain_text("86,400")
    expect(reader.page.get_by_test_id("stMain")).to_contain_text("王小明")
    reader.tap("short_package_build")
    words = words_of(reader.download("short_package_pdf", tmp_path))
    assert "王小明" in words
    assert "86,400" in words
