"""The door to the store of drafts. Pages only say `keep()`; what lies behind may change.

Before the person agrees, the draft lies in their own tab (a refresh loses nothing, closing the tab does). After that
it lies encrypted in the store, and the browser keeps the key alone. A draft is adopted when its key is there: at once
from a cookie, else with the browser's first reply; answers typed before that are replayed on top. While the store
cannot take something, the tab's drawer holds a copy, with what it was begun from.

While somebody else's workbook is read, this door is shut: nothing is adopted, kept, saved or erased.
"""

from __future__ import annotations

import math
import time
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import streamlit as st

from accord.case import Case
from accord.case.workbook import write_workbook
from accord.crypto import OwnerKey
from accord.errors import AccordError, StoreError
from accord.serving import OWNER_COOKIE, kept_text, served
from accord.store import Consent, DownError, Receipt, UnknownDraftError, split
from components import drawer, reading, typed
from components.handout import forget_waiting
from components.holding import (
    bring_together,
    go_on_with,
    hold,
    kept,
    note_trouble,
    open_store,
    replay,
    state,
    take_key,
    to_store,
)
from components.kept import Difference, Kept
from components.session import WIDGETS, current_case, has_answers, replace_case

WORDING = "2"
"""Which wording of the consent the person agreed to; a new wording gets a new number."""
STAYS: frozenset[str] = frozenset({"language", "today", "page", "case", "keeping", "drawer", "hide_amounts"})
"""What of a session outlasts "erase everything"; none of it holds an answer then."""
SENT_AFTER = 0.1
"""Seconds after a run's end by which the browser was sent all of it."""


def owner_key() -> OwnerKey | None:
    """Return the owner's key of this session's draft; None while nothing is kept in the store."""
    found = kept()
    return found.key if found else None


# -- in ------------------------------------------------------------------------------------------------------------


@reading.owners_only
def adopt_draft() -> None:
    """Take over a kept draft as soon as its key is there, then save what changed. The page never waits for it."""
    _seed_anew()
    held = typed.hold_on()
    if not state()["looked"]:
        state()["looked"] = True
        cookie = kept_text(st.context.cookies, OWNER_COOKIE) if served() else ""
        if cookie:
            take_key(cookie)
            typed.from_store()
    if not state()["loaded"]:
        _hear_browser(drawer.ask("load", "load"))
    put = held | typed.put_in() if state()["loaded"] else held
    to_store()
    state()["drawn"] &= _fields() - put  # what is seeded in this run, the browser does not know yet


def _seed_anew() -> None:
    """Seed those fields again that a run drew which came to no end, or came to it a moment ago.

    Streamlit drops what it has not sent yet when another run begins: the browser may not have heard their values.
    """
    now, drawn = state(), _fields()
    unheard = drawn - now["drawn"] if time.monotonic() < now["ended"] + SENT_AFTER else set()
    for name in unheard:
        st.session_state[name] = st.session_state[name]
    now.update(ended=math.inf, drawn=drawn - unheard)


def _fields() -> set[str]:
    return {str(name) for name in st.session_state if str(name).startswith(WIDGETS)}


@reading.owners_only
def look_again() -> None:
    """Bring in what other tabs changed, when the page's answers are drawn next."""
    found = kept()
    if found and not current_case().sample:
        found.look_again()
        typed.from_store()


def _hear_browser(reply: Mapping[str, Any] | None) -> None:
    if reply is None:
        return
    now = state()
    now.update(loaded=True, where=reply["where"], rev=reply["rev"] or "", known=[reply["rev"] or ""])
    now["remembered"] = bool(reply.get("remembered"))
    if not kept():
        now["trouble"] = now["trouble"] or reply["error"]
        if reply.get("key") and not served():
            take_key(str(reply["key"]))
    if reply["raw"]:
        _take_draft(str(reply["raw"]), str(reply.get("base") or ""))
    if reply.get("renew") and kept():
        _ask_browser("hold_key", key=_key_text(), remember=True, served=served())
    typed.from_browser(reply.get("typed") or {})
    typed.expect(reply.get("left") or [])
    typed.from_store()  # what the last page sent while this one was being opened


def _take_draft(body: str, base: str) -> None:
    """Take over what the browser's drawer holds: the example, the draft, or what the store did not take in time."""
    try:
        case, begun = drawer.unpack(body), split(drawer.unpack_document(base)) if base else {}
    except AccordError:
        # Say so and keep nothing over it: the damaged record stays until the person decides.
        state().update(trouble="" if kept() else "damaged", known=[])
        return
    if kept() and not case.sample:
        bring_together(case, begun)
    elif kept():
        replace_case(case)
    else:
        replay(case)
        state()["body"] = body


# -- out -----------------------------------------------------------------------------------------------------------


@reading.owners_only
def keep(slot: str = "page") -> None:
    """Keep the case as it is now. Call it where a script or a fragment ends."""
    now = state()
    if now["loaded"] and typed.ready():
        st.rerun()  # it is put in before its field is drawn
    case = current_case()
    st.session_state["edits"] = st.session_state.get("edits", []) if not now["loaded"] else []
    if now["pending"]:
        _finish_pending(slot)
    elif kept() and not case.sample:
        before = now["trouble"]
        if to_store() or (now["trouble"] and not before):
            st.rerun()  # what another tab changed, or what hinders keeping, stands further up the page
        typed.settle()
        _tidy_drawer(slot)
    elif now["loaded"] and now["trouble"] != "damaged" and (now["rev"] or has_answers(case)):
        _to_drawer(slot, case)
    if slot == "page":
        now["ended"] = time.monotonic()


def _tidy_drawer(slot: str) -> None:
    """Leave no copy in the browser when the store has everything, and one when it has not."""
    now, found = state(), kept()
    if found and found.settled and now["held"] and not now["said"]:
        now.update(rev="", known=[""], body="", where="tab")
        drawer.ask(slot, "in_store", rev=f"{found.saved_at}", served=served())
    elif found and now["loaded"]:
        begun = {name: text.data for name, text in found.known.items()} if found.opened else found.begun
        _to_drawer(slot, current_case(), base=drawer.pack_sections(begun))


def _to_drawer(slot: str, case: Case, *, base: str = "") -> None:
    now, body = state(), drawer.pack(case)
    if body != now["body"]:
        now.update(body=body, known=[*now["known"], now["rev"]][-200:], rev=uuid.uuid4().hex[:12], force=False)
    where = "example" if case.sample else now["where"] if now["where"] != "example" else "tab"
    record = {"rev": now["rev"], "known": now["known"], "body": body, "base": base, "where": where}
    reply = drawer.ask(slot, "save", **record, force=now["force"])
    if not kept():
        heard = reply["error"] if reply and reply["asked"] == now["rev"] else ""
        now["trouble"] = heard or (now["trouble"] if now["said"] else "")


def try_again() -> bool:
    """Try to save what waits; tell whether the store took it."""
    to_store()
    return not state()["said"]


# -- what the person decides ---------------------------------------------------------------------------------------


@reading.owners_only
def agree(*, remember: bool) -> None:
    """After the person agreed: keep the draft in the store, and its key in this browser."""
    if current_case().sample or kept():
        return
    consent = Consent(given=True, wording=WORDING, address=st.context.ip_address or "")
    try:
        hold(Kept.create(open_store(), write_workbook(current_case()), consent))
    except AccordError as error:
        note_trouble("not_begun", error)
        return
    state().update(trouble="", said=None, receipt=None)
    remember_on_device(wanted=remember)


def kept_until() -> datetime | None:
    """Return when the kept draft is erased if nobody opens it again; None while that is not known."""
    found = kept()
    return found.until if found else None


def agreed() -> bool:
    """Tell whether this draft is kept in the store."""
    return kept() is not None


@reading.owners_only
def remember_on_device(*, wanted: bool) -> None:
    """Keep the key for thirty days on this device, or only until the browser (plain mode: the tab) is closed."""
    state()["remembered"] = wanted
    _ask_browser("hold_key", key=_key_text(), remember=wanted, served=served())


def remembered() -> bool:
    """Tell whether this device finds the draft again after the browser was closed."""
    return bool(state()["remembered"] or state()["where"] == "device")


def _key_text() -> str:
    key = owner_key()
    return key.text if key else ""


def _ask_browser(op: str, **payload: object) -> None:
    drawer.ask_anew()
    state().update(pending=op, payload=payload)


def _finish_pending(slot: str) -> None:
    now = state()
    op = now["pending"]
    reply = drawer.ask(slot, op, **now["payload"])
    if reply is None:
        return
    now.update(pending="", payload={})
    drawer.ask_anew()
    if op == "hold_key":
        now["held"] = now["held"] or not reply["error"]
        now["trouble"] = "key" if reply["error"] else now["trouble"]
    else:
        now.update(body="", rev="", known=[""], where="tab", trouble=reply["error"], loaded=op == "forget")
    if op == "close_example":
        _take_own_out_again()
    st.rerun()


def _take_own_out_again() -> None:
    """After the example: the person's own draft, from the store or, at the browser's next reply, from the drawer."""
    replace_case(Case(language=current_case().language))
    st.session_state["edits"] = []
    if kept():
        take_key(_key_text())


@reading.owners_only
def show_example(case: Case) -> None:
    """Open an invented example; the person's own draft stays where it is kept."""
    to_store()
    language = current_case().language
    replace_case(case)
    case.language = language
    state().update(body="", rev="", known=[""], loaded=True)


@reading.owners_only
def close_example() -> None:
    """Put the example away and take the person's own draft out again."""
    _ask_browser("close_example")


@reading.owners_only
def go_on_under(key: OwnerKey) -> None:
    """Go on with a kept draft whose key came from another browser; this one keeps the key until it is closed."""
    take_key(key.text)
    if kept():
        state().update(held=False, loaded=True)
        remember_on_device(wanted=False)


@reading.owners_only
def erase_everything() -> None:
    """Erase the draft in the store with all links and earlier texts, here, and in the browser.

    When the store cannot be reached nothing is erased anywhere: the key is needed for it.
    """
    found = kept()
    receipt: Receipt | None = None
    try:
        receipt = open_store().erase(found.key) if found else None
    except UnknownDraftError:
        receipt = None  # it is gone already
    except StoreError as error:
        note_trouble("down" if isinstance(error, DownError) else "not_erased", error)
        return
    _leave(receipt)


@reading.owners_only
def forget_device() -> None:
    """Take the key and everything of ours out of this browser; what is in the store stays until it runs out."""
    _leave(None)


def _leave(receipt: Receipt | None) -> None:
    forget_waiting()
    language = current_case().language
    for name in [name for name in st.session_state if name not in STAYS]:
        del st.session_state[name]
    replace_case(Case(language=language))
    state().update(trouble="", said=None, held=False, remembered=False, receipt=receipt)
    _ask_browser("forget", served=served())


def receipt() -> Receipt | None:
    """Return the receipt of the last erasure in this session."""
    found: Receipt | None = state()["receipt"]
    return found


@reading.owners_only
def load_other() -> None:
    """After a conflict in the drawer: take the draft of the other tab."""
    state().update(loaded=False, trouble="", body="")
    drawer.ask_anew()
    st.session_state["edits"] = []


@reading.owners_only
def keep_mine() -> None:
    """Keep what is shown here, over what lies in the drawer; what the store said counts as read."""
    state().update(trouble="", said=None, force=True, rev=uuid.uuid4().hex[:12])


def differences() -> list[Difference]:
    """Return the fields that two tabs changed, each until the person has chosen."""
    found = kept()
    return found.differences if found else []


@reading.owners_only
def settle(difference: Difference, case: Case) -> None:
    """Go on with the case the person chose for one difference; the other text stays in the history."""
    found = kept()
    if found:
        found.differences = [other for other in found.differences if other != difference]
        go_on_with(case)
