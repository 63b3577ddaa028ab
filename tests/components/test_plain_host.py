"""A host that may forget says so once, with the file beside it; what is true of it is read, not assumed."""

from __future__ import annotations

import pytest
import streamlit as st

from accord import serving
from accord.case import Case, EvidenceFile
from components import plain_host
from tests.components.opened import example, opened, words

FORGETS = "可能会丢内容"


def test_what_this_host_does_otherwise_is_read_from_what_is_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ways", [])
    monkeypatch.setattr(st, "get_option", lambda _name: True)
    assert len(plain_host.words()) == 2

    monkeypatch.setattr(serving, "_ways", ["serve"])
    monkeypatch.setattr(st, "get_option", lambda _name: False)
    assert plain_host.words() == []


def test_who_has_written_something_is_told_and_can_take_the_file() -> None:
    app = opened("4_materials", example())

    assert FORGETS in words(app)
    assert app.get("download_button")


def test_who_has_written_nothing_is_left_in_peace() -> None:
    assert FORGETS not in words(opened("4_materials", Case()))


def test_it_is_said_once() -> None:
    app = opened("4_materials", example())

    app.button(key="plain_host_read_yes").click().run()

    assert FORGETS not in words(app)
    app.switch_page("pages/3_channel.py").run()
    assert FORGETS not in words(app)


def test_the_hardened_server_has_nothing_to_warn_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ways", ["serve"])

    assert FORGETS not in words(opened("4_materials", example()))


def test_that_photographs_are_in_the_encrypted_file_alone_is_said_to_who_has_some() -> None:
    case = example()
    assert "照片会一起存下来" not in words(opened("3_channel", case))
    case.evidence[0].files = [EvidenceFile(id="ab" * 16)]

    assert "照片会一起存下来" in words(opened("3_channel", case))
