"""What was checked is frozen: it opens again, and says exactly which answers differ since."""

from __future__ import annotations

from decimal import Decimal

import pytest

from accord.case.masking import masked
from accord.case.places import PAPERS
from accord.case.samples import SAMPLES, sample
from accord.i18n import LANGUAGES, speaking
from accord.store.comments import LONGEST_FROZEN
from components.checked import Frozen, freeze, lines, thaw
from tests.components.opened import example

DEBT = example().debts[0].id
PRINCIPAL = f"debts.{DEBT}.principal"


def _changed(frozen: str, now: object, path: str) -> list[tuple[str, str, str]]:
    found = thaw(frozen)
    assert isinstance(found, Frozen)
    return [(line.place, line.then, line.now) for line in lines(found, now, path) if line.changed]  # type: ignore[arg-type]  # a case


@pytest.mark.parametrize("path", ["debts", f"debts.{DEBT}", PRINCIPAL, "position", PAPERS])
def test_nothing_differs_while_nothing_was_changed(path: str) -> None:
    case = example()
    found = thaw(freeze(case, path, covered=False))

    assert found is not None
    assert lines(found, case, path)
    assert not any(line.changed for line in lines(found, case, path))


def test_each_answer_that_differs_is_named_with_both_values() -> None:
    case = example()
    frozen = freeze(case, "debts", covered=False)
    case.debts[0].principal = Decimal(85000)
    case.debts[0].disputed_item = "违约金"

    with speaking("zh_CN"):
        changed = _changed(frozen, case, "debts")

    assert ("欠款 · 1 · 本金", "¥79,200.00", "¥85,000.00") in changed
    assert any(then == "" and now == "违约金" for _place, then, now in changed)
    assert len(changed) == 2


def test_a_change_elsewhere_makes_no_difference() -> None:
    case = example()
    frozen = freeze(case, PRINCIPAL, covered=False)
    case.debts[0].interest = Decimal(1)
    case.person.name = "Somebody Else"

    assert _changed(frozen, case, PRINCIPAL) == []


def test_a_row_that_is_gone_is_told() -> None:
    case = example()
    frozen = freeze(case, f"debts.{DEBT}", covered=False)
    case.debts = []

    assert all(now == "" for _place, _then, now in _changed(frozen, case, f"debts.{DEBT}"))
    assert _changed(frozen, case, f"debts.{DEBT}")


def test_what_was_covered_is_compared_covered() -> None:
    case = example()
    case.person.phone = "13800138000"
    frozen = freeze(masked(case), "person", covered=True)

    assert _changed(frozen, case, "person") == []


def test_all_papers_hold_nothing_private() -> None:
    case = example()
    found = thaw(freeze(case, PAPERS, covered=False))

    assert found is not None
    assert found.case.private.ceiling is None
    assert not any("private" in line.place for line in lines(found, case, PAPERS))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_of_a_sample_fits_beside_a_mark(name: str, language: str) -> None:
    assert len(freeze(sample(name, language), PAPERS, covered=False)) < LONGEST_FROZEN


@pytest.mark.parametrize("text", ["", "nothing of ours", "eJwDAAAAAAE=", "AAAA"])
def test_anything_else_is_nothing(text: str) -> None:
    assert thaw(text) is None
