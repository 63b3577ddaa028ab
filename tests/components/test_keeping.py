"""The draft's way into the browser's drawer and back."""

import pytest
import streamlit as st

from accord.case import Case
from accord.case.samples import sample
from accord.errors import WorkbookError
from components import keeping
from components.session import current_case, replace_case


@pytest.fixture(autouse=True)
def _own_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})


def test_a_case_comes_back_as_it_was() -> None:
    case = sample("lin_jing_card", "zh_CN")

    assert keeping.unpack(keeping.pack(case)) == case


def test_a_packed_case_is_small() -> None:
    assert len(keeping.pack(sample("lin_jing_card", "zh_CN"))) < 20_000


@pytest.mark.parametrize("body", ["", "x", "AAAA", "eJwDAAAAAAE="])
def test_a_damaged_record_is_refused_not_guessed(body: str) -> None:
    with pytest.raises(WorkbookError):
        keeping.unpack(body)


def test_opening_an_example_keeps_the_language() -> None:
    replace_case(Case(language="en"))

    keeping.show_example(sample("lin_jing_card", "zh_CN"))

    assert current_case().sample
    assert current_case().language == "en"


def test_the_status_says_where_the_draft_is_kept() -> None:
    replace_case(Case())
    before = keeping.status_line()
    current_case().person.name = "林静"
    here = keeping.status_line()
    keeping.remember_on_device(wanted=True)

    assert len({before, here, keeping.status_line()}) == 3
    assert keeping.remembered()


def test_erasing_leaves_nothing_of_the_case() -> None:
    replace_case(sample("lin_jing_card", "zh_CN"))

    keeping.erase_everything()

    assert current_case() == Case()
