"""The one way a file gets from a page into a person's hands.

Under serve.py the file waits for the very browser it was made for, behind an address that works once. In the plain
mode Streamlit hands it out; a number only this session knows is mixed into the file's kind, so that no two people's
files ever share an address, however alike they are.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from accord.errors import StoreError
from accord.serving import PICKUP, Download, reader_mark, served
from components import reading

_FOLDER = Path(__file__).parent / "browser"
_HTML = '<a class="file"><span class="icon" aria-hidden="true"></span><span></span></a>'
_mount = st.components.v2.component(
    "workbook_handout",
    js=(_FOLDER / "handout.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "handout.css").read_text(encoding="utf-8"),
    html=_HTML,
)
ICONS = {
    "application/pdf": "description",
    "application/zip": "folder_zip",
    "application/octet-stream": "lock",
    "text/calendar": "event",
}
NONCE = "handout_nonce"
"""Where a session notes the number that tells its files from all others'."""
RENEWED_AFTER = 60.0
"""Seconds after which a page that is drawn anew gets a new address."""
FRESH = 200.0
"""Seconds for which the browser trusts an address; with the above, less than a file waits."""
NONCE_BYTES = 16


class Waiting(NamedTuple):
    """A file that was laid down: the hash of what it is, the name it is fetched by, and when (monotonic seconds)."""

    stamp: str
    id: str
    at: float


def hand_out(label: str, data: bytes | str, name: str, kind: str, key: str) -> None:
    """Draw the button that takes a file down.

    Args:
        label: what the button says.
        data: the file.
        name: its name; holds nothing personal.
        kind: its media type.
        key: the button's own key; in a shared workbook there are only files made for its reader.
    """
    if reading.on() and not key.startswith(reading.OWN_KEYS):
        return
    file = Download(data.encode() if isinstance(data, str) else data, name, kind)
    waiting = _laid_down(file, key) if served() else None
    if waiting is None:
        _by_streamlit(label, file, key)
        return
    _mount(
        key=key,
        data={"id": waiting.id, "name": name, "label": label, "icon": _icon(kind), "fresh": FRESH},
        on_taken_change=partial(_renew, key),
    )


def forget_waiting() -> None:
    """Let go of every file that waits for this browser, and of what this session noted of them."""
    for drawer in (reading.WAITING, NONCE):
        st.session_state.pop(drawer, None)
    if served():
        PICKUP.forget(reader_mark(st.context.headers))


def let_go(keys: tuple[str, ...]) -> None:
    """Let go of those files of this session whose keys begin so: nobody shall fetch them any more."""
    notes, reader = _notes(), reader_mark(st.context.headers)
    for key in [key for key in notes if key.startswith(keys)]:
        PICKUP.take(notes.pop(key).id, reader)


def _icon(kind: str) -> str:
    return ICONS.get(kind, "download")


def _notes() -> dict[str, Waiting]:
    notes: dict[str, Waiting] = st.session_state.setdefault(reading.WAITING, {})
    return notes


def _renew(key: str) -> None:
    _notes().pop(key, None)


def _laid_down(file: Download, key: str) -> Waiting | None:
    """Return where the file waits; None when it cannot wait, so that Streamlit has to hand it out."""
    notes, reader = _notes(), reader_mark(st.context.headers)
    stamp, now, before = _stamp(file), time.monotonic(), notes.get(key)
    if before and before.stamp == stamp and now - before.at < RENEWED_AFTER and PICKUP.holds(before.id, reader):
        return before
    if before:
        PICKUP.take(before.id, reader)  # nobody shall fetch an earlier state of it
    try:
        notes[key] = Waiting(stamp, PICKUP.put(file, reader), now)
    except StoreError:
        return None
    return notes[key]


def _stamp(file: Download) -> str:
    head = f"{file.name}\n{file.kind}\n".encode()
    return hashlib.sha256(head + file.data).hexdigest()


def _by_streamlit(label: str, file: Download, key: str) -> None:
    nonce = st.session_state.setdefault(NONCE, secrets.token_hex(NONCE_BYTES))
    st.download_button(
        label,
        data=file.data,
        file_name=file.name,
        mime=f"{file.kind}; n={nonce}",
        icon=f":material/{_icon(file.kind)}:",
        on_click="ignore",
        key=key,
        width="stretch",
    )
