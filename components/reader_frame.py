"""The frame of a shared workbook: the way in and out, the line that says whose it is, and the look whether it is open.

Every five seconds the ticket is tried again. A link that was withdrawn or ran out empties the page at once, and what
the owner changes shows by itself.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from accord.chapters import CHAPTERS
from accord.crypto import Ticket
from accord.errors import AccordError
from accord.i18n import _
from accord.serving import served
from accord.store import LinkUnusableError, Store
from components import handout, link_door, reading
from components.link_list import moment_words
from components.markup import plain
from components.reading import ADDRESS, Shared

LOOK_AGAIN = "5s"
ADVISOR = "pages/advisor.py"
PART = "advisor_part"
FIRST_CHAPTER = "understand_the_bank"
INSTEAD = {"package": "papers", "short_way": "answers", "call": "plan", "start": "glance"}
"""Pages that are the owner's desk, with the part of the advisor's page that stands for each."""
READ_HERE = frozenset({found.id for found in CHAPTERS} - INSTEAD.keys())
"""The chapters that stand open to readers as they are."""

_FOLDER = Path(__file__).parent / "browser"
_door = st.components.v2.component(
    "workbook_room",
    js=(_FOLDER / "room.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "room.css").read_text(encoding="utf-8"),
    html='<a><span class="icon" aria-hidden="true"></span><span></span></a>',
)
_read_only = st.components.v2.component(
    "workbook_read_only",
    css=(_FOLDER / "reading.css").read_text(encoding="utf-8"),
    html="<span hidden></span>",
    isolate_styles=False,
)


def way_in() -> None:
    """Draw the way from the advisor's page into the chapters."""
    _link(_("Read the chapters"), "menu_book", f"{FIRST_CHAPTER}?{reading.SHARED}=1", "advisor_read", first=True)


def way_out() -> None:
    """Draw the way from the shared workbook back to the reader's own."""
    _link(_("Leave the shared workbook"), "logout", "./", "reading_leave")


def to_overview() -> None:
    """Draw the way back to the page that opens a shared workbook."""
    st.page_link(ADVISOR, label=_("At a glance, papers, remarks"), icon=":material/group:", query_params=ADDRESS)


def _link(label: str, icon: str, to: str, key: str, *, first: bool = False) -> None:
    data = {"label": label, "icon": icon, "to": to, "first": first, "stay": reading.on()}
    _door(key=key, data=data)


def open_shared(page_id: str) -> Shared | None:
    """Open the shared workbook for this run, or lead to where that is possible.

    Returns:
        The workbook; None on the advisor's own page, which opens it by itself.
    """
    if page_id == "advisor":
        reading.begin_run()
        return None
    if page_id in INSTEAD:
        st.session_state[PART] = INSTEAD[page_id]
        st.switch_page(ADVISOR, query_params=ADDRESS)
    seen = _stamp_now()  # before it is read: a change in between is drawn once more, not missed
    found = reading.begin_run()
    if isinstance(found, Shared):
        if page_id in READ_HERE and not found.draft.view.figures:
            st.switch_page(ADVISOR, query_params=ADDRESS)
        watch(found.store, found.ticket, seen)
        return found
    _shut(found)
    return None


def _stamp_now() -> object:
    found = reading.look()
    return reading.stamp(found.store, found.ticket) if isinstance(found, Shared) else None


@st.fragment(run_every=LOOK_AGAIN)
def watch(store: Store, ticket: Ticket, seen: object) -> None:
    """Look whether the link still opens, and whether anything changed; draw anew if so.

    What a fragment drawn by itself has left in the session goes at the same time.
    """
    reading.tidy()
    if reading.stamp(store, ticket) != seen:
        st.rerun()


def _shut(reason: AccordError | None) -> None:
    """Say calmly why nothing is shown, or go where it is said."""
    if isinstance(reason, LinkUnusableError):
        handout.let_go(reading.OWN_KEYS)
        reading.clear()
        link_door.forget()
        st.session_state[link_door.SAID] = reason.speak()
        st.switch_page(ADVISOR, query_params=ADDRESS)
    if reason is None and served():
        st.switch_page(ADVISOR, query_params=ADDRESS)
    if reason is None:
        link_door.listen()  # in the plain mode the tab keeps the ticket, and tells it in a moment
        if link_door.ticket():
            st.rerun()
        st.markdown(_("One moment: the shared workbook is being opened."))
    else:
        st.warning(plain(reason.speak()), icon=":material/cloud_off:")
        _try_again()
    st.page_link(ADVISOR, label=_("To the way in"), icon=":material/group:", query_params=ADDRESS)
    st.stop()


@st.fragment(run_every=LOOK_AGAIN)
def _try_again() -> None:
    """Draw the page anew as soon as the store answers."""
    if isinstance(reading.look(), Shared):
        st.rerun()


def notice(found: Shared) -> None:
    """Say on every page that it is somebody else's workbook, and close what would change it."""
    _read_only(key="reading_only")
    with st.container(border=True, key="reading_notice"):
        st.markdown(
            _(
                ":material/visibility: **Shared workbook, read only.** Nothing here can be changed. Ends {moment}."
            ).format(moment=moment_words(found.draft.until))
        )
        to_overview()
