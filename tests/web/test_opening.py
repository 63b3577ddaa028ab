"""What happens between the start of the process and its first visitor."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading

import pytest
import streamlit as st

from accord.errors import KnowledgeError
from accord.knowledge.reading import BROKEN_ROW
from tests.web.test_selfcheck import GOOD
from web import opening
from web.selfcheck import UnsafeSettingError


def test_a_bad_setting_is_said_in_both_languages_and_ends_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnsafeSettingError):
        opening.check_or_say((GOOD | {"server.enableAgentApi": True}).__getitem__)

    said = capsys.readouterr().err
    assert said.count("server.enableAgentApi") == 2


def test_a_misspelt_row_is_said_in_both_languages_and_ends_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> int:
        raise KnowledgeError(BROKEN_ROW, row="loan.extension", name="loans.toml", place="topic")

    monkeypatch.setattr(opening, "check_pack", broken)

    with pytest.raises(KnowledgeError):
        opening.check_or_say(GOOD.__getitem__)
    assert capsys.readouterr().err.count("loan.extension") == 2


def test_the_server_opens_and_what_is_slow_is_there_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    warmed: list[str] = []
    monkeypatch.setattr(opening, "warm_up", lambda: warmed.append("done"))

    async def live() -> None:
        async with opening.opening(GOOD.__getitem__)(None):
            pass

    asyncio.run(live())

    assert warmed == ["done"]


def test_garbage_is_collected_by_the_clock_and_not_after_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = threading.Semaphore(0)
    monkeypatch.setattr(opening, "warm_up", lambda: None)
    monkeypatch.setattr(opening, "BETWEEN_COLLECTIONS", 0.001)
    monkeypatch.setattr("web.opening.gc.collect", rounds.release)

    async def live() -> None:
        async with opening.opening(GOOD.__getitem__)(None):
            for _round in range(3):
                await asyncio.to_thread(rounds.acquire)

    asyncio.run(asyncio.wait_for(live(), timeout=20))

    assert st.get_option("runner.postScriptGC") is False


def test_a_bad_setting_keeps_the_server_from_opening() -> None:
    async def live() -> None:
        async with opening.opening((GOOD | {"client.showErrorDetails": "full"}).__getitem__)(None):
            pass

    with pytest.raises(UnsafeSettingError):
        asyncio.run(live())


def test_warming_up_imports_what_is_heavy_and_leaves_it_out_of_the_collectors_rounds() -> None:
    try:
        opening.warm_up()

        assert {"pandas", "plotly.graph_objects"} <= set(sys.modules)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
