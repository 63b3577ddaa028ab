"""The door to the store of drafts. Pages only say `keep()`; what lies behind may change.

At present the draft lies in the reader's own browser: for the tab by default (a refresh loses nothing),
for thirty days when the person ticks "remember on this device". A draft is adopted when the browser's first
reply arrives; answers typed before that are replayed on top, so neither is lost.
"""

from __future__ import annotations

import base64
import binascii
import uuid
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from accord.case import Case
from accord.case.workbook import read_workbook, write_workbook
from accord.errors import WorkbookError
from accord.i18n import N_, _
from components.session import current_case, has_answers, replace_case, set_answer, take_typed

_BROWSER = Path(__file__).parent / "browser"
_TYPING = (_BROWSER / "typing.js").read_text(encoding="utf-8").replace("export function", "function")
_mount = st.components.v2.component(
    "workbook_keeper",
    js=_TYPING + (_BROWSER / "keep.js").read_text(encoding="utf-8"),
    html="<span hidden></span>",
)
LONGEST_UNPACKED = 32 * 1024 * 1024


def pack(case: Case) -> str:
    """Return a case as a short text for the browser's drawer."""
    return base64.b64encode(zlib.compress(write_workbook(case))).decode("ascii")


def unpack(body: str) -> Case:
    """Return the case kept as `body`.

    Raises:
        WorkbookError: the record is damaged.
    """
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(base64.b64decode(body, validate=True), LONGEST_UNPACKED)
    except (binascii.Error, zlib.error, ValueError) as error:
        raise WorkbookError(_DAMAGED) from error
    return read_workbook(data)


_DAMAGED = N_("The draft kept in this browser is damaged and was left where it is.")


def _state() -> dict[str, Any]:
    fresh = {
        "nonce": uuid.uuid4().hex,
        "rev": "",
        "known": [],
        "body": "",
        "where": "tab",
        "loaded": False,
        "trouble": "",
        "pending": "",
        "force": False,
        "tick": 0,
    }
    state: dict[str, Any] = st.session_state.setdefault("keeping", fresh)
    return state


def _call(slot: str, op: str, **data: object) -> Mapping[str, Any] | None:
    """Mount the keeper once and return its reply to this session's own question, if there is one."""
    state = _state()
    told = _mount(
        key=f"keeper_{slot}",
        data={"op": op, "nonce": state["nonce"], "tick": state["tick"], **data},
        on_reply_change=lambda: None,
        height=1,
    )
    reply = getattr(told, "reply", None)
    if not reply or reply["nonce"] != state["nonce"] or reply["op"] != op or reply["tick"] != state["tick"]:
        return None
    found: Mapping[str, Any] = reply
    return found


def adopt_draft() -> None:
    """Ask the browser for a kept draft and take it over when the answer is there. The page never waits for it."""
    state = _state()
    if state["loaded"]:
        return
    reply = _call("load", "load")
    if reply is None:
        return
    state.update(loaded=True, where=reply["where"], rev=reply["rev"] or "", known=[reply["rev"] or ""])
    if reply["error"]:
        state["trouble"] = reply["error"]
    if reply["raw"]:
        _take_over(str(reply["raw"]))
    _take_typed(reply.get("typed") or {})


def _take_typed(typed: Mapping[str, str]) -> None:
    """Put in what was typed but not committed when the page went away."""
    for field, value in typed.items():
        take_typed(field, value)


def _take_over(body: str) -> None:
    try:
        case = unpack(body)
    except WorkbookError:
        # Say so and keep nothing over it: the damaged record stays until the person decides.
        _state().update(trouble="damaged", known=[])
        return
    edits = st.session_state.get("edits", [])
    replace_case(case)
    _state()["body"] = body
    for path, value in edits:
        set_answer(path, value)


def keep(slot: str = "page") -> None:
    """Keep the case as it is now. Call it where a script or a fragment ends."""
    state, case = _state(), current_case()
    st.session_state["edits"] = st.session_state.get("edits", []) if not state["loaded"] else []
    if state["pending"]:
        _finish_pending(slot)
        return
    if not state["loaded"] or state["trouble"] == "damaged" or not (state["rev"] or has_answers(case)):
        return
    body = pack(case)
    if body != state["body"]:
        state.update(body=body, known=[*state["known"], state["rev"]][-200:], rev=uuid.uuid4().hex[:12], force=False)
    where = "example" if case.sample else state["where"] if state["where"] != "example" else "tab"
    reply = _call(slot, "save", rev=state["rev"], known=state["known"], body=body, where=where, force=state["force"])
    state["trouble"] = reply["error"] if reply and reply["asked"] == state["rev"] else ""


def _finish_pending(slot: str) -> None:
    state = _state()
    reply = _call(slot, state["pending"])
    if reply is not None:
        reload = state["pending"] == "close_example"
        state.update(pending="", body="", rev="", known=[""], where="tab", loaded=not reload, trouble=reply["error"])
        state["tick"] += 1
        if reload:
            replace_case(Case(language=current_case().language))
            st.session_state["edits"] = []
        st.rerun()


def show_example(case: Case) -> None:
    """Open an invented example; the person's own draft stays in its drawer."""
    language = current_case().language
    replace_case(case)
    case.language = language
    _state().update(body="", rev="", known=[""], loaded=True)


def close_example() -> None:
    """Put the example away and take the person's own draft out again."""
    _state().update(pending="close_example")
    _state()["tick"] += 1


def erase_everything() -> None:
    """Erase the draft here and in the browser."""
    replace_case(Case(language=current_case().language))
    st.session_state["edits"] = []
    _state().update(pending="erase")
    _state()["tick"] += 1


def remember_on_device(*, wanted: bool) -> None:
    """Keep the draft for thirty days on this device, or only for this tab."""
    state = _state()
    known = [*state["known"], state["rev"]]
    state.update(where="device" if wanted else "tab", known=known, rev=uuid.uuid4().hex[:12], force=True)


def remembered() -> bool:
    """Tell whether the draft is kept on the device."""
    return bool(_state()["where"] == "device")


def load_other() -> None:
    """After a conflict: take the draft of the other tab."""
    state = _state()
    state.update(loaded=False, trouble="", body="")
    state["tick"] += 1
    st.session_state["edits"] = []


def keep_mine() -> None:
    """After a conflict: keep this tab's answers over the other's."""
    _state().update(trouble="", force=True, rev=uuid.uuid4().hex[:12])


def trouble() -> str:
    """Return what hinders keeping: conflict, full, blocked, damaged, or nothing."""
    return str(_state()["trouble"])


def status_line() -> str:
    """Return in words where the draft is kept now."""
    if current_case().sample:
        return _("An invented example is open. Your own answers are kept apart.")
    if trouble():
        return _("Not kept in this browser. Please save the file in chapter 8.")
    if not has_answers(current_case()):
        return _("Nothing is kept yet.")
    return _("Kept on this device for 30 days.") if remembered() else _("Kept in this tab until you close it.")
