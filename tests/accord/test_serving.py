"""The process knows by which of the two ways it was started."""

from __future__ import annotations

import pytest

from accord import serving


def test_the_plain_script_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ways", [])

    assert not serving.served()


def test_serve_says_so_once_for_the_whole_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ways", [])

    serving.begin_serving()
    serving.begin_serving()

    assert serving.served()
