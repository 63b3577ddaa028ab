"""Text that was typed and never saved: its page was left too early. It is put in as soon as its field is drawn.

It comes from the tab's own drawer or, for a kept draft under serve.py, from what the page put by in the store. What
stood in the field when the typing began tells whether something newer stands there now: then both are shown.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import streamlit as st

from accord.errors import AccordError, MoneyError
from accord.money import parse_money
from accord.serving import served
from accord.store import Clash
from components.holding import kept, open_store
from components.kept import Difference
from components.session import WIDGETS, current_case, set_answer

LEFT, TAKEN, PUT = "typed_left", "typed_taken", "typed_put"
SEEN, MISSING = "typed_seen", "typed_missing"
TRIES = 5
"""How often a page looks again for what the page before it sent while closing."""
SLOW = 10.0
"""Seconds in which a browser may still send what stood in a field before a text was put in."""
_NOT_A_NAME = re.compile(r"[^a-zA-Z0-9_-]")
"""What Streamlit turns into a hyphen when it makes a key a class name."""


class Left(NamedTuple):
    """A field as the browser names it, what was typed there, what stood there before, and what was committed since.

    `page` names a row put by.
    """

    field: str
    text: str
    was: str | None = None
    page: str = ""
    since: tuple[str, ...] = ()


def from_browser(typed: Mapping[str, Any]) -> None:
    """Note what this tab's drawer, or a page of it that is gone, still held: text and what stood there, by field."""
    _note(
        Left(field, str(text), str(was), since=tuple(map(str, since))) for field, (text, was, *since) in typed.items()
    )


def from_store() -> None:
    """Note what pages put by in the store; where it cannot be asked, it is asked another time."""
    found = kept()
    if not served() or found is None or current_case().sample:
        return
    try:
        waiting = open_store().pending(found.key)
    except AccordError:
        return
    _found(typed.page for typed in waiting)
    _note(Left(typed.about, typed.text, typed.was, typed.page) for typed in waiting)


def expect(pages: Iterable[str]) -> None:
    """Note under which names the page before this one sent its last words; they may still be on their way.

    Those that were asked for already are asked for on.
    """
    names, tries = st.session_state.get(MISSING, (set(), 0))
    new = set(pages) - st.session_state.get(SEEN, set())
    st.session_state[MISSING] = (names | new, TRIES if new else tries)


def still_missing() -> int:
    """Return how often it is to be looked again; 0 when nothing is missing."""
    names, tries = st.session_state.get(MISSING, ((), 0))
    return tries if names else 0


def _found(pages: Iterable[str]) -> None:
    seen: set[str] = st.session_state.setdefault(SEEN, set())
    seen.update(pages)
    names, tries = st.session_state.get(MISSING, (set(), 0))
    st.session_state[MISSING] = (names - seen, max(tries - 1, 0))


def _note(lefts: Iterable[Left]) -> None:
    noted: list[Left] = st.session_state.setdefault(LEFT, [])
    known = {*noted, *(left for left in st.session_state.get(TAKEN, ()) if left.page)}
    noted.extend(left for left in lefts if left not in known)


def ready() -> bool:
    """Tell whether something waits for a field that was drawn by now."""
    return any(_can_go_in(left, _drawn()) for left in st.session_state.get(LEFT, ()))


def put_in() -> set[str]:
    """Put in what waits for fields that were drawn, before they are drawn again; return the keys of the fields."""
    drawn, put = _drawn(), set()
    for left in [left for left in st.session_state.get(LEFT, ()) if _can_go_in(left, drawn)]:
        st.session_state[LEFT].remove(left)
        st.session_state.setdefault(TAKEN, []).append(left)
        _put(left, drawn[left.field])
        put.add(WIDGETS + drawn[left.field])
    return put


def hold_on() -> set[str]:
    """Put in again what a slow browser took back, since it had not drawn it yet; return the keys of the fields."""
    held = set()
    for path, (text, before, until) in st.session_state.get(PUT, {}).items():
        key = WIDGETS + path
        if st.session_state.get(key) == before and time.monotonic() < until:
            set_answer(path, st.session_state["readers"][path](text))
            st.session_state[key] = text
            held.add(key)
    return held


def _can_go_in(left: Left, drawn: Mapping[str, str]) -> bool:
    """Tell whether a field was drawn; a text out of the store waits until it can be held against what stands there."""
    path = drawn.get(left.field)
    return path is not None and (not left.page or WIDGETS + path in st.session_state)


def settle() -> None:
    """Let the store forget what was put in, now that it was saved."""
    found, taken = kept(), st.session_state.get(TAKEN, [])
    pages = [left.page for left in taken if left.page]
    if not pages or found is None or not found.settled:
        return
    try:
        open_store().take_up(found.key, pages)
    except AccordError:
        return  # it comes again, and is found to stand there already
    st.session_state[TAKEN] = [left._replace(page="") for left in taken]


def _drawn() -> dict[str, str]:
    """Return the paths of all fields this session drew, by the names the browser gives them."""
    return {_NOT_A_NAME.sub("-", WIDGETS + path): path for path in st.session_state.get("readers", {})}


def _is_earlier(shown: str, left: Left) -> bool:
    """Tell whether nothing newer stands there: what stood there before, half of the text, or what was committed since.

    A server that draws the page anew writes an amount its own way (93,000) where the browser knows it as it was typed.
    """
    before = (*left.since, *(() if left.was is None else (left.was,)))
    return shown.replace(",", "") in left.text.replace(",", "") or any(_alike(shown, text) for text in before)


def _alike(one: str, other: str) -> bool:
    """Tell whether two texts say the same: letter by letter, or as one amount written in two ways."""
    if one == other:
        return True
    try:
        return parse_money(one.removesuffix("%")) == parse_money(other.removesuffix("%"))
    except MoneyError:
        return False


def _put(left: Left, path: str) -> None:
    key = WIDGETS + path
    shown = st.session_state.get(key)
    if shown is not None and _alike(str(shown), left.text):
        # A new server may find it standing in a field that it has not drawn yet: nobody has told it then.
        set_answer(path, st.session_state["readers"][path](shown))
        return
    found = kept()
    if found is None or shown is None or _is_earlier(str(shown), left):
        set_answer(path, st.session_state["readers"][path](left.text))
        if shown is not None:
            st.session_state[key] = left.text
            st.session_state.setdefault(PUT, {})[path] = (left.text, shown, time.monotonic() + SLOW)
        return
    section, _dot, rest = path.partition(".")
    found.differences.append(Difference(section, Clash(rest, left.was, left.text, shown)))
