"""What this session holds of a draft, and the way of its answers into the store and back.

The rest of the screen asks `components.keeping`; here is what stands behind it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import streamlit as st

from accord.case import Case
from accord.case.workbook import read_workbook, write_workbook
from accord.crypto import OwnerKey, SecretFormError
from accord.errors import AccordError, StoreError, WorkbookError
from accord.store import DownError, FullError, Store, TooManyTriesError, UnknownDraftError, split
from accord.store.errors import DOWN
from components import reading, storeroom
from components.kept import Kept
from components.session import current_case, replace_case, set_answer

REST = 5.0
"""Seconds between two tries while the store cannot be reached."""


def state() -> dict[str, Any]:
    """Return what this session knows of where its draft lies.

    `trouble` is the kind of what hinders keeping and `said` the store's own error; `pending` is a question the
    browser has not answered, with its `payload`; `held` tells whether the browser has the key.
    """
    fresh = {
        "rev": "",
        "known": [],
        "body": "",
        "where": "tab",
        "loaded": False,
        "looked": False,
        "trouble": "",
        "said": None,
        "pending": "",
        "payload": {},
        "force": False,
        "held": False,
        "remembered": False,
        "rest_until": 0.0,
        "receipt": None,
        "drawn": frozenset(),
        "ended": 0.0,
    }
    found: dict[str, Any] = st.session_state.setdefault("keeping", fresh)
    return found


def kept() -> Kept | None:
    """Return this session's hold on a draft in the store; None while nothing is kept there.

    A session that reads somebody else's workbook holds none, whatever lies in it.
    """
    found: Kept | None = None if reading.on() else st.session_state.get("kept")
    return found


def hold(found: Kept) -> None:
    """Go on with a draft in the store."""
    st.session_state["kept"] = found


def open_store() -> Store:
    """Return the store.

    Raises:
        DownError: it cannot be opened now.
    """
    found = storeroom.store()
    if found is None:
        raise DownError(DOWN)
    return found


def note_trouble(kind: str, error: AccordError) -> None:
    """Remember what hinders keeping, to be said on the page."""
    rest = time.monotonic() + REST if kind == "down" else 0.0
    state().update(trouble=kind, said=error, rest_until=rest)


def replay(case: Case) -> None:
    """Take over a kept case; what was answered here before it came is put on top."""
    edits = st.session_state.pop("edits", [])  # each is noted anew as it is put in
    replace_case(case)
    for path, value in edits:
        set_answer(path, value)


def take_key(text: str) -> None:
    """Open the draft under a key that this browser kept."""
    try:
        found = Kept(OwnerKey.parse(text))
    except SecretFormError:
        return
    state()["held"] = True
    hold(found)
    try:
        case = read_workbook(found.open(open_store()))
    except (DownError, TooManyTriesError) as error:
        found.begun = split(write_workbook(Case(language=current_case().language)))
        note_trouble("down", error)
    except AccordError as error:
        give_up(error)
    else:
        replay(case)


def give_up(error: AccordError) -> None:
    """Go on without the store: nothing is under the key, or what is there cannot be read and stays untouched."""
    st.session_state.pop("kept", None)
    state().update(held=False, remembered=False, where="tab", body="", force=True)
    note_trouble("unknown" if isinstance(error, UnknownDraftError) else "damaged", error)


def bring_together(case: Case, begun: Mapping[str, bytes]) -> None:
    """Bring what the store did not take in time together with what it holds, at the next save.

    Args:
        case: the answers as they were left in the browser.
        begun: the texts they were begun from, by section.
    """
    found = kept()
    if found is None or (found.opened and found.is_known(write_workbook(case))):
        return
    replace_case(case)
    found.opened, found.begun = False, begun


def to_store() -> bool:
    """Save what changed; tell whether another tab's answers came in, so that the page has to be drawn anew."""
    found, case = kept(), current_case()
    if found is None or case.sample or time.monotonic() < state()["rest_until"]:
        return False
    try:
        document = found.save(open_store(), write_workbook(case))
        changed = document is not None and go_on_with(read_workbook(document))
    except (DownError, FullError, TooManyTriesError) as error:
        note_trouble("full_store" if isinstance(error, FullError) else "down", error)
        return False
    except (StoreError, WorkbookError) as error:
        give_up(error)
        return False
    if state()["said"]:
        state().update(trouble="", said=None)
    return changed


def go_on_with(case: Case) -> bool:
    """Put in a case another tab had a part in; what was typed and refused here stays visible. Tell if it differs."""
    refused = {name: st.session_state.get(name, {}) for name in ("raws", "field_problems")}
    changed = case != current_case()
    if changed:
        replace_case(case)
        st.session_state.update(refused)
    return changed
