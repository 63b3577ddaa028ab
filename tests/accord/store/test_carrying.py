"""The door through which drafts travel: guessing makes everybody wait, and looking needs no writing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.settings import Settings
from accord.store import Attempt, CodeUnusableError, Consent, Lent, Limits, Store


def test_a_flood_of_wrong_codes_makes_the_next_ones_wait_a_second(
    settings: Settings, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(settings, Limits(claims_by_all=3))
    code = store.lend(b"{}", Consent(given=True)).code
    waits: list[float] = []
    monkeypatch.setattr("accord.store.carrying.time.sleep", waits.append)
    for number in range(4):
        with pytest.raises(CodeUnusableError):
            store.collect(Attempt(code="2345-6789", address=f"10.{number}.0.1"))

    assert store.collect(Attempt(code=code, address="192.0.2.1")) == Lent(case=b"{}")
    assert waits == [1, 1]


def test_what_cannot_be_a_code_costs_no_stretching(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.store.carrying.handover_keys", None)  # calling it would fail otherwise

    for typed in ("", "too short", "0000-0000", "x" * 100_000):
        with pytest.raises(CodeUnusableError):
            store.collect(Attempt(code=typed))
