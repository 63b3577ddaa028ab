"""A browser in a test's own hands: what the keeper script does, without a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from accord.case import Case
from components import drawer, storeroom
from tests.components.opened import ROOT, TODAY


@dataclass
class Browser:
    """The drawers of one browser tab.

    Attributes:
        own: the record of the draft: rev, body, base, where.
        key: the owner's key, as the plain mode keeps it.
        typed: what fields held that were left too early, each with what stood there before.
        refuses: an error the browser answers every question with.
        asked: every question with its data, in order.
    """

    own: dict[str, Any] = field(default_factory=dict)
    example: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, list[str]] = field(default_factory=dict)
    key: str = ""
    remembered: bool = False
    refuses: str = ""
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def ask(self, _slot: str, op: str, **data: Any) -> Mapping[str, Any] | None:  # noqa: ANN401  any question
        """Answer a question as the script does."""
        self.asked.append((op, data))
        quiet = {"error": self.refuses, "asked": data.get("rev", "")}
        if self.refuses and op != "load":
            return quiet
        answers = {"load": self._load, "save": self._save, "hold_key": self._hold, "forget": self._forget}
        if op in answers:
            return answers[op](data) | quiet
        if op == "in_store":
            self.own = {}
        elif op == "close_example":
            self.example = {}
        return None if op == "in_store" else quiet

    def _load(self, _data: Mapping[str, Any]) -> dict[str, Any]:
        found = self.example or self.own
        where = {"where": "example" if self.example else found.get("where", "tab")}
        told = {"raw": found.get("body"), "base": found.get("base", ""), "rev": found.get("rev", "")}
        return told | where | {"typed": self.typed, "key": self.key, "remembered": self.remembered, "renew": False}

    def _save(self, data: Mapping[str, Any]) -> dict[str, Any]:
        if data["where"] == "example":
            self.example = dict(data)
        else:
            self.own = dict(data)
        return {}

    def _hold(self, data: Mapping[str, Any]) -> dict[str, Any]:
        self.key, self.remembered = data["key"], data["remember"]
        return {}

    def _forget(self, _data: Mapping[str, Any]) -> dict[str, Any]:
        self.own, self.example, self.key, self.remembered = {}, {}, "", False
        return {}

    def open(self, page: str = "short_way", case: Case | None = None) -> AppTest:
        """Return a page as a new session of this browser finds it."""
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.session_state["today"] = TODAY
        app.session_state["language"] = "zh_CN"
        if case is not None:
            app.session_state["case"] = case
        app.run()
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
        return app.run()


def own_browser(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Browser:
    """Return a browser, with the store in a folder of the test's own."""
    monkeypatch.setenv("WB_DATA_DIR", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    storeroom.close()
    found = Browser()
    monkeypatch.setattr(drawer, "ask", found.ask)
    return found


def agree(app: AppTest, *, remember: bool = False) -> AppTest:
    """Give leave to keep the draft, as a person does."""
    app.checkbox(key="consent_tick").check().run()
    if remember:
        app.checkbox(key="consent_remember").check().run()
    return app.button(key="consent_yes").click().run()
