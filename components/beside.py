"""Remarks at the place they are about: under an answer, in a row's card, at the foot of a chapter.

In the owner's own workbook they stand there to be answered; in a shared one each place offers to say something. What
was said is read once a run; places that nobody drew come together at the chapter's foot.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

import streamlit as st

from accord.case.places import About
from accord.case.review import GROUPS
from accord.errors import AccordError
from accord.i18n import _, plural
from accord.store import Role, SuggestionText
from components import decisions, reading, remarks, threads
from components.markup import plain
from components.own_store import own
from components.session import current_case
from components.threads import Heard, Thread, Voice

AT = "remark_at"
"""Where a session notes the place its reader writes about."""
DRAWN = "remarks_drawn"
"""Where a session notes which state of the remarks its page shows."""
HEAD_SIGNS = 60
FRESH = 1.0
"""Seconds for which a fragment drawn by itself need not read anew: about as long as it takes to draw it."""


@dataclass
class _Here:
    """What this run knows of remarks: who reads, what was said, which of it was drawn."""

    voice: Voice
    heard: Heard
    writes: bool
    versions: dict[str, int] = field(default_factory=dict)
    drawn: set[bytes] = field(default_factory=set)
    until: float = 0.0
    """When what was read for a fragment drawn by itself is read anew; 0 for a whole run."""


_here: ContextVar[_Here | None] = ContextVar("remarks_of_this_run", default=None)


def begin(page_id: str) -> None:
    """Read what was said, once for this run."""
    found = _read()
    _here.set(found)
    st.session_state[DRAWN] = found.heard.stamp if found else None
    if found and not reading.on():
        _head(found, page_id)


def _read() -> _Here | None:
    return _as_reader() if reading.on() else _as_owner()


def _now() -> _Here | None:
    """Return what this run knows; a fragment that is drawn by itself reads it for itself."""
    here = _here.get()
    if here and (not here.until or time.monotonic() < here.until):
        return here
    if st.session_state.get(DRAWN) is None:
        return None
    found = _read()
    if found:
        found.until = time.monotonic() + FRESH
    _here.set(found)
    return found


def _as_reader() -> _Here | None:
    desk = reading.shared()
    if desk is None or not desk.may_comment:
        return None
    voice = Voice(desk.store, desk.ticket)
    try:
        heard = voice.hear()
    except AccordError:  # the page's own look at the link says what is wrong
        return None
    return _Here(voice, heard, writes=True, versions={name: text.version for name, text in desk.draft.sections.items()})


def _as_owner() -> _Here | None:
    """Return what was said to the owner; None while no link allows remarks and none were made."""
    found = own()
    if found is None or current_case().sample:
        return None
    voice = Voice(found.store, found.key)
    try:
        heard = voice.hear()
        if not heard.threads and not heard.suggestions and not _expected(voice):
            return None
        versions = {name: text.version for name, text in found.store.open(found.key).sections.items()}
    except AccordError:  # the store is away: the page says so where the draft is kept
        return None
    return _Here(voice, heard, writes=False, versions=versions)


def _expected(voice: Voice) -> bool:
    found = own()
    return found is not None and any(link.role is Role.COMMENT for link in voice.store.shares(found.key))


def heard() -> Heard | None:
    """Return what was said, as this run read it; None where nobody says anything."""
    here = _here.get()
    return here.heard if here else None


def end(page_id: str) -> None:
    """Draw what has no place of its own on this page, and the way to speak of the chapter; note what was seen."""
    here = _here.get()
    _here.set(None)
    if here is None:
        return
    if page_id:
        _rest(here, page_id)
    if not here.writes:
        threads.mark_seen(here.voice, here.heard.new() & here.drawn - threads.seen_here())


# -- places ---------------------------------------------------------------------------------------------------------


@contextmanager
def field_place(path: str) -> Iterator[None]:
    """Draw an answer's field, with what is said about it under it and, for a reader, the way to say something."""
    here = _now()
    if here is None:
        yield
        return
    if here.writes:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            yield
            _offer(path)
    else:
        yield
    under(path)


def under(path: str) -> None:
    """Draw what is said about a place. The box is there before anything is in it: nothing on the page shifts."""
    here = _now()
    if here is None:
        return
    with st.container():
        _draw(here, [row for row in here.heard.open if row.about.path == path], _values(here, path))
        if here.writes and st.session_state.get(AT) == path:
            _form(path)


def section(path: str) -> None:
    """Draw the foot of a list: what is said about it as a whole, and the way to say something."""
    here = _now()
    if here and here.writes:
        _offer(path, _("Say something about this list"))
    under(path)


def row(path: str) -> None:
    """Draw the foot of a row's card."""
    here = _now()
    if here and here.writes:
        _offer(path, _("Say something about this entry"))
    under(path)


def talked_about(path: str) -> bool:
    """Tell whether anything under a place waits to be read or decided."""
    here = _now()
    if here is None:
        return False
    places = (*(thread.about.path for thread in here.heard.open), *(one.about for one in here.heard.undecided))
    return any(place == path or place.startswith(f"{path}.") for place in places)


def _values(here: _Here, path: str) -> list[SuggestionText]:
    return [row for row in here.heard.undecided if About.read(row.about).path == path]


def _draw(here: _Here, open_threads: list[Thread], values: list[SuggestionText]) -> None:
    """Draw remarks and values that this run has not drawn yet."""
    case = current_case()
    for thread in open_threads:
        if here.until or thread.remark.id not in here.drawn:
            here.drawn.update((thread.remark.id, *(answer.id for answer in thread.answers)))
            threads.draw(here.voice, thread, case, here.versions.get(thread.remark.section, 0))
    for value in values:
        if here.until or value.id not in here.drawn:
            here.drawn.add(value.id)
            if here.writes:
                decisions.told(case, value)
            else:
                decisions.undecided(here.voice, value, case, here.versions.get(value.section, 0))


# -- the chapter as a whole -----------------------------------------------------------------------------------------


def _of_chapter(path: str, page_id: str) -> bool:
    section_name, _dot, rest = path.partition(".")
    if section_name == threads.CHAPTER:
        return rest.partition(".")[0] == page_id
    return section_name in GROUPS.get(page_id, ())


def _head(here: _Here, page_id: str) -> None:
    """Tell the owner at the head of a chapter what was said about it; the words stand at their place below."""
    lines = [
        f"- **{plain(threads.place_title(current_case(), row.about.path))}** {plain(row.remark.words[:HEAD_SIGNS])}"
        for row in here.heard.open
        if _of_chapter(row.about.path, page_id) and not row.about.checked
    ]
    lines += [
        f"- **{plain(threads.place_title(current_case(), row.about))}** {_('another value is suggested')}"
        for row in here.heard.undecided
        if _of_chapter(row.about, page_id)
    ]
    with st.container(key="remarks_here"):
        if lines:
            told = plural("{n} remark on this chapter", "{n} remarks on this chapter", len(lines))
            with st.container(border=True):
                st.markdown(f"**:material/comment: {told}**")
                st.markdown("\n".join(lines))
                st.markdown(f":small[{_('Each stands again below, beside what it is about.')}]")


def _rest(here: _Here, page_id: str) -> None:
    left = [row for row in here.heard.open if _of_chapter(row.about.path, page_id)]
    left = [row for row in left if row.remark.id not in here.drawn]
    values = [row for row in here.heard.undecided if _of_chapter(row.about, page_id) and row.id not in here.drawn]
    with st.container():
        if left or values:
            st.markdown(f"**:material/comment: {_('Said about this chapter')}**")
            _draw(here, left, values)
    path = f"{threads.CHAPTER}.{page_id}"
    if here.writes:
        _offer(path, _("Say something about this chapter"))
        if st.session_state.get(AT) == path:
            _form(path)


# -- writing --------------------------------------------------------------------------------------------------------


def _offer(path: str, words: str = "") -> None:
    label = words or _("Remark")
    st.button(
        label,
        key=f"remark_open_{path}",
        type="tertiary",
        icon=":material/add_comment:",
        on_click=_open,
        args=(path,),
    )


def _open(path: str) -> None:
    """Open the form at a place, or close it where it is open."""
    st.session_state[AT] = "" if st.session_state.get(AT) == path else path
    remarks.empty()


def _form(path: str) -> None:
    desk = reading.shared()
    if desk is None:
        return
    with st.container(border=True, key="remark_form"):
        about = remarks.place(desk.case, path)
        st.markdown(f"**{plain(about.words)}**")
        remarks.said()
        remarks.write(desk, about)
