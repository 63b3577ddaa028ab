"""The browser's own drawer: questions to the keeper script, and its answers.

The drawer holds a draft that is not in the store (yet), the invented example, what is typed but not committed, and,
where no cookie can be set, the owner's key. A session that has died leaves answers behind; each session's number
tells them apart.
"""

from __future__ import annotations

import base64
import binascii
import uuid
import zlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from accord.case import Case
from accord.case.workbook import read_workbook, write_workbook
from accord.errors import WorkbookError
from accord.i18n import N_
from accord.store.sections import joined
from components import typed

_BROWSER = Path(__file__).parent / "browser"
_PARTS = ("typing.js", "key.js")
_mount = st.components.v2.component(
    "workbook_keeper",
    js="".join((_BROWSER / name).read_text(encoding="utf-8").replace("export ", "") for name in _PARTS)
    + (_BROWSER / "keep.js").read_text(encoding="utf-8"),
    html="<span hidden></span>",
)
LONGEST_UNPACKED = 32 * 1024 * 1024
_DAMAGED = N_("The draft kept in this browser is damaged and was left where it is.")


def pack(case: Case) -> str:
    """Return a case as a short text for the browser's drawer."""
    return pack_document(write_workbook(case))


def pack_document(document: bytes) -> str:
    """Return a case, written as a document, as a short text."""
    return base64.b64encode(zlib.compress(document)).decode("ascii")


def pack_sections(sections: Mapping[str, bytes]) -> str:
    """Return the sections of a case as a short text."""
    return pack_document(joined(sections))


def unpack(body: str) -> Case:
    """Return the case kept as `body`.

    Raises:
        WorkbookError: the record is damaged.
    """
    return read_workbook(unpack_document(body))


def unpack_document(body: str) -> bytes:
    """Return the document kept as `body`.

    Raises:
        WorkbookError: the record is damaged.
    """
    try:
        return zlib.decompressobj().decompress(base64.b64decode(body, validate=True), LONGEST_UNPACKED)
    except (binascii.Error, zlib.error, ValueError) as error:
        raise WorkbookError(_DAMAGED) from error


def _questions() -> dict[str, Any]:
    state: dict[str, Any] = st.session_state.setdefault("drawer", {"nonce": uuid.uuid4().hex, "tick": 0, "word": 0})
    return state


def ask(slot: str, op: str, **data: object) -> Mapping[str, Any] | None:
    """Mount the keeper once and return its reply to this session's own question, if there is one.

    Each mounting is another word of this session: a page out of touch draws the last one again, which is no news.
    """
    state = _questions()
    state["word"] += 1
    told = _mount(
        key=f"keeper_{slot}",
        data={"op": op, **state, "again": typed.still_missing(), **data},
        on_reply_change=lambda: None,
        on_left_change=partial(_hear_left, f"keeper_{slot}"),
        on_again_change=partial(_hear_again, f"keeper_{slot}"),
        height=1,
    )
    reply = getattr(told, "reply", None)
    if not reply or reply["nonce"] != state["nonce"] or reply["op"] != op or reply["tick"] != state["tick"]:
        return None
    found: Mapping[str, Any] = reply
    return found


def _hear_left(key: str) -> None:
    """Note what fields that are gone from the page still held."""
    typed.from_browser(st.session_state[key]["left"])


def _hear_again(key: str) -> None:
    """Look once more for what pages put by while they were closed."""
    typed.expect(st.session_state[key]["again"]["pages"])
    typed.from_store()


def ask_anew() -> None:
    """Make the next question another one than all before, so that no earlier reply answers it."""
    _questions()["tick"] += 1
