"""The line in the rail: where the draft is kept, in words."""

from datetime import datetime

import pytest
import streamlit as st

from accord.case import Case
from accord.case.samples import sample
from accord.crypto import OwnerKey
from accord.days import SHANGHAI
from accord.store import DownError
from accord.store.errors import DOWN
from components import holding, status
from components.kept import Kept
from components.session import current_case, replace_case


@pytest.fixture(autouse=True)
def _own_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    replace_case(Case())


def test_before_the_first_answer_nothing_is_kept() -> None:
    assert status.status_line() == "还没有保存任何内容。"


def test_before_the_person_agreed_the_tab_keeps_it() -> None:
    current_case().person.name = "林静"

    assert "标签页" in status.status_line()


def test_a_draft_whose_key_the_browser_has_not_taken_yet_is_not_called_saved() -> None:
    current_case().person.name = "林静"
    holding.hold(Kept(OwnerKey.fresh(), saved_at=datetime(2026, 11, 23, 12, 3, 7, tzinfo=SHANGHAI)))

    assert "12:03:07" not in status.status_line()


def test_a_kept_draft_tells_when_it_was_saved() -> None:
    holding.state()["held"] = True
    holding.hold(Kept(OwnerKey.fresh(), saved_at=datetime(2026, 11, 23, 12, 3, 7, tzinfo=SHANGHAI)))

    assert status.status_line() == "12:03:07 已保存"


def test_a_store_that_cannot_be_reached_is_told_with_the_last_save() -> None:
    holding.state()["held"] = True
    holding.hold(Kept(OwnerKey.fresh(), saved_at=datetime(2026, 11, 23, 12, 3, 7, tzinfo=SHANGHAI)))
    holding.note_trouble("down", DownError(DOWN))

    assert status.status_line().startswith("12:03:07 之后")
    assert "连不上" in status.trouble_words()


def test_a_browser_that_keeps_nothing_is_told() -> None:
    current_case().person.name = "林静"
    holding.state()["trouble"] = "blocked"

    assert "第 8 章" in status.status_line()
    assert status.trouble_words() == ""


def test_an_example_is_told_as_one() -> None:
    replace_case(sample("lin_jing_card", "zh_CN"))

    assert "虚构" in status.status_line()


def test_a_lock_stands_only_where_the_draft_is_sealed_and_saved() -> None:
    assert status.status_icon() == "tab"

    holding.state()["trouble"] = "down"
    assert status.status_icon() == "cloud_off"
