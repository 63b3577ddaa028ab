"""The draft's way into the browser's drawer and back."""

import pytest
import streamlit as st

from accord.case.samples import sample
from accord.case.workbook import read_workbook, write_workbook
from accord.errors import WorkbookError
from accord.store import split
from components import drawer


@pytest.fixture(autouse=True)
def _own_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})


def test_a_case_comes_back_as_it_was() -> None:
    case = sample("lin_jing_card", "zh_CN")

    assert drawer.unpack(drawer.pack(case)) == case


def test_sections_come_back_as_one_case() -> None:
    case = sample("lin_jing_card", "zh_CN")

    packed = drawer.pack_sections(split(write_workbook(case)))

    assert read_workbook(drawer.unpack_document(packed)) == case


def test_a_packed_case_is_small() -> None:
    assert len(drawer.pack(sample("lin_jing_card", "zh_CN"))) < 20_000


@pytest.mark.parametrize("body", ["", "x", "AAAA", "eJwDAAAAAAE="])
def test_a_damaged_record_is_refused_not_guessed(body: str) -> None:
    with pytest.raises(WorkbookError):
        drawer.unpack(body)


def test_an_earlier_reply_answers_no_later_question(monkeypatch: pytest.MonkeyPatch) -> None:
    class _Told:
        reply: dict[str, object]

    told = _Told()
    asked: list[dict[str, object]] = []

    def mount(*, data: dict[str, object], **_named: object) -> _Told:
        asked.append(data)
        return told

    monkeypatch.setattr(drawer, "_mount", mount)
    told.reply = {"nonce": "another session", "op": "load", "tick": 0}
    assert drawer.ask("load", "load") is None
    told.reply = dict(asked[0])
    assert drawer.ask("load", "load") is not None
    drawer.ask_anew()

    assert drawer.ask("load", "load") is None
