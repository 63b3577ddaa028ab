"""A suggested value stands beside the answer it would replace, and the owner decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.crypto import Ticket
from accord.store import Attempt, NewSuggestion
from tests.components.advised import Shared, drawn, shared
from tests.components.opened import example, words

LIST = "comments.received()"
CASE = example()
PRINCIPAL = f"debts.{CASE.debts[0].id}.principal"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    with shared(tmp_path, monkeypatch) as found:
        found.as_owner()
        yield found


@pytest.fixture
def advisor(own: Shared) -> Ticket:
    return own.store.claim(own.link().key, Attempt())


def test_it_says_who_suggests_it_and_why(own: Shared, advisor: Ticket) -> None:
    own.store.suggest(advisor, NewSuggestion("debts", PRINCIPAL, "85000", 1, "The October bill", name="Zhang"))

    shown = words(drawn(LIST, example(), language="en"))

    assert "Zhang" in shown
    assert "The October bill" in shown


def test_hidden_amounts_stay_hidden(own: Shared, advisor: Ticket) -> None:
    own.store.suggest(advisor, NewSuggestion("debts", PRINCIPAL, "85000", 1))

    shown = words(drawn(LIST, example(), hide_amounts=True)).replace("\\", "")

    assert "85,000" not in shown
    assert "79,200" not in shown


def test_a_decision_while_the_store_is_away_is_told(own: Shared, advisor: Ticket) -> None:
    new = NewSuggestion("debts", PRINCIPAL, "85000", 1)
    own.store.suggest(advisor, new)
    app = drawn(LIST, example())
    own.store.erase(own.key)

    app.button(key=f"take_{new.id.hex()}").click().run()

    assert not app.exception
    assert app.session_state["case"].debts[0].principal == CASE.debts[0].principal
