"""A workbook that is kept and shared, for tests of the share panel and of the advisor's room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest, element_tree

from accord.case import Case
from accord.case.workbook import write_workbook
from accord.crypto import OwnerKey, Ticket, derive
from accord.settings import Settings
from accord.store import Attempt, Consent, Role, ShareLink, ShareTerms, Store, View
from components import keeping, link_door, reading, storeroom
from tests.components.opened import ROOT, TODAY, example

ADDRESS = "https://workbook.example"
_widget_state = element_tree.get_widget_state


@dataclass(frozen=True)
class Shared:
    """An open store with one draft in it, and its owner's key."""

    store: Store
    key: OwnerKey
    monkeypatch: pytest.MonkeyPatch

    def link(self, role: Role = Role.COMMENT, view: View | None = None, **terms: object) -> ShareLink:
        """Make a link."""
        return self.store.share(self.key, ShareTerms(consent=True, role=role, view=view or View(), **terms))  # type: ignore[arg-type]  # the terms' own names

    def hand_over(self, link: ShareLink) -> Ticket:
        """Open a link in the browser of a test, as the landing page does."""
        ticket = self.store.claim(link.key, Attempt())
        self.monkeypatch.setattr(link_door, "kept_text", lambda *_asked: ticket.text)
        return ticket

    def as_owner(self) -> None:
        """Sit the owner in front of the pages."""
        self.monkeypatch.setattr(keeping, "owner_key", lambda: self.key)


@contextmanager
def shared(
    folder: Path, monkeypatch: pytest.MonkeyPatch, case: Case | None = None, *, public_url: str = ADDRESS
) -> Iterator[Shared]:
    """Keep a case in a store of its own that the pages use."""
    monkeypatch.setattr(derive, "CODE_COST", 2**10)
    monkeypatch.setattr(element_tree, "get_widget_state", _what_is_left)
    with Store(Settings(folder / "kept", folder / "pepper.key", public_url=public_url)) as store:
        monkeypatch.setattr(storeroom, "store", lambda: store)
        yield Shared(store, store.create(write_workbook(case or example()), Consent(given=True)), monkeypatch)


def _what_is_left(node: object) -> object:
    """Return a widget's state as a browser sends it; None for fields whose text the page did not keep."""
    try:
        return _widget_state(node)  # type: ignore[arg-type]  # any node of the tree
    except KeyError:
        return None


def drawn(script: str, case: Case | None = None, *, language: str = "zh_CN", **chosen: object) -> AppTest:
    """Return a page of its own that calls what `script` says, with `case` at hand and `chosen` in the session."""
    lines = (
        "from components import advisor_view, beside, comments, link_list, sharing",
        "from components.language import begin_speaking",
        "from components.session import current_case",
        "begin_speaking()",
        script,
    )
    app = AppTest.from_string("\n".join(lines), default_timeout=60)
    app.session_state["today"] = TODAY
    app.session_state["language"] = language
    for name, value in chosen.items():
        app.session_state[name] = value
    if case is not None:
        app.session_state["case"] = case
    return app.run()


def read(page: str, *, language: str = "zh_CN", **chosen: object) -> AppTest:
    """Return a page as a reader of the shared workbook finds it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state["today"] = TODAY
    app.session_state["language"] = language
    app.session_state[reading.ROOM] = True
    for name, value in chosen.items():
        app.session_state[name] = value
    app.run()
    app.switch_page(str(ROOT / "pages" / f"{page}.py"))
    return app.run()


def links(app: AppTest) -> list[str]:
    """Return what the links of a page say."""
    return [link.proto.label for link in app.get("page_link")]
