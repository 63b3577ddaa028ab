"""The case as a whole: rows by id, and the copy that a bank may see."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from accord.case import Ask, Case, Debt, OpenCase, next_id
from accord.case.samples import sample
from accord.i18n import CHINESE


def test_an_empty_case_is_a_case() -> None:
    case = Case()

    assert case.debts == []
    assert case.private.ceiling is None
    assert not case.sample


def test_debts_and_asks_are_found_by_id() -> None:
    case = Case(debts=[Debt(id="debt-1")], asks=[Ask(debt_id="debt-1", option="waiver")])

    assert case.debt("debt-1") is case.debts[0]
    assert case.ask("debt-1") is case.asks[0]
    assert case.debt("debt-2") is None
    assert case.ask("debt-2") is None


def test_a_new_row_never_takes_a_number_in_use() -> None:
    assert next_id("debt", []) == "debt-1"
    assert next_id("debt", [Debt(id="debt-1"), Debt(id="debt-3")]) == "debt-4"


def test_an_unknown_entry_is_refused() -> None:
    with pytest.raises(ValidationError):
        Case.model_validate({"nickname": "x"})


def test_the_banks_copy_has_no_private_part() -> None:
    opened = sample("lin_jing_card", CHINESE).opened()

    assert isinstance(opened, OpenCase)
    assert not isinstance(opened, Case)
    assert "private" not in type(opened).model_fields


def test_assets_a_spouses_income_and_diagnoses_stay_out_unless_ticked() -> None:
    case = sample("chen_guohua_online_loans", CHINESE)
    case.package.spouse_income = False

    opened = case.opened()

    assert opened.assets == []
    assert [income.kind.value for income in opened.incomes] == ["benefits"]
    assert not any(paper.shows_diagnosis for paper in opened.evidence)


def test_what_is_ticked_goes_in() -> None:
    case = sample("chen_guohua_online_loans", CHINESE)
    case.package.asset_detail = case.package.spouse_income = case.package.diagnosis = True

    opened = case.opened()

    assert opened.assets == case.assets
    assert opened.incomes == case.incomes
    assert any(paper.shows_diagnosis for paper in opened.evidence)


def test_papers_not_meant_for_the_bank_stay_out_whatever_is_ticked() -> None:
    case = sample("lin_jing_card", CHINESE)
    case.package.diagnosis = True

    assert all(paper.for_bank for paper in case.opened().evidence)


def test_changing_the_banks_copy_leaves_the_case_alone() -> None:
    case = sample("lin_jing_card", CHINESE)

    case.opened().debts[0].creditor = ""

    assert case.debts[0].creditor
