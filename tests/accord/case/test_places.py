"""A place in the case in words, and what a remark says it is about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.case import Case
from accord.case.places import About, place_words
from accord.case.samples import sample
from accord.i18n import speaking

CASE = Case.model_validate(
    {
        "debts": [{"id": "debt-1"}, {"id": "debt-2"}],
        "asks": [{"debt_id": "debt-2"}],
        "private": {"gates": {"debt-2": {}}},
    }
)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("debts", "Debts"),
        ("debts.debt-2.principal", "Debts · 2 · Principal"),
        ("debts.debt-2", "Debts · 2"),
        ("person.name", "About you · Full name"),
        ("nowhere.else", ""),
        ("", ""),
    ],
)
def test_a_place_is_told_in_words(path: str, words: str) -> None:
    with speaking("en"):
        told = place_words(CASE, path)

    assert told == words


def test_a_row_that_is_gone_is_left_out() -> None:
    with speaking("en"):
        assert place_words(CASE, "debts.debt-9.principal") == "Debts · Principal"


def test_rows_without_a_number_of_their_own_are_found_by_their_debt() -> None:
    with speaking("en"):
        assert " · 1 · " in place_words(CASE, "asks.debt-2.months")


def test_every_answer_of_a_sample_has_words() -> None:
    case = sample("lin_jing_card", "zh_CN")

    assert all(place_words(case, f"debts.{debt.id}.principal") for debt in case.debts)
    assert "1" in place_words(case, "agreements.agreement-1.months")


def test_a_mark_remembers_the_version_it_is_about() -> None:
    mark = About("debts.debt-1", checked=7)

    assert About.read(mark.text) == mark
    assert About.read(mark.text).section == "debts"


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    assert About.read(About.read(text).text) == About.read(text)
