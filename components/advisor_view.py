"""The advisor's room: what a link opens, read anew from the store at each drawing and kept nowhere.

Every five seconds the ticket is tried again. A link that was withdrawn or ran out empties the page at once, and
what the owner changes shows by itself. The reader's own draft in the same browser is another matter altogether.
"""

from __future__ import annotations

import streamlit as st

from accord.errors import AccordError
from accord.i18n import _
from accord.store import Draft, LinkUnusableError, Store
from components import advisor_parts, handout, link_door, reader_frame, reading, storeroom
from components.link_list import moment_words
from components.markup import plain
from components.reading import Shared

ROOMS = ("advisor_", "remark_")
"""Prefixes of every key of this room."""


def room() -> None:
    """Draw the whole page: the way in, or what the link shows."""
    link_door.listen()
    store = storeroom.store()
    if store is None:
        st.warning(_("Shared workbooks cannot be opened here right now. Please try again in a minute."))
        return
    ticket = link_door.ticket()
    if ticket is None:
        link_door.door(store)
        return
    # The stamp is taken before it is read: a change in between is drawn once more, not missed.
    reader_frame.watch(store, ticket, reading.stamp(store, ticket))
    found = reading.opened(store, ticket)
    if isinstance(found, AccordError):
        _leave(store, found)
        return
    _notice(found.draft)
    if found.draft.view.figures:
        reader_frame.way_in()
    advisor_parts.parts(Shared(store, ticket, found.draft, found.case))
    _small_print()


def _leave(store: Store, reason: AccordError) -> None:
    """Say why nothing is shown; leave nothing of what was shown in this session, no remark begun either."""
    handout.let_go(reading.OWN_KEYS)
    if reading.on():
        reading.clear()
    for key in [key for key in st.session_state if str(key).startswith(ROOMS)]:
        del st.session_state[key]
    if isinstance(reason, LinkUnusableError):
        link_door.forget()
        link_door.door(store, reason.speak())
    else:
        st.warning(plain(reason.speak()), icon=":material/cloud_off:")


def _notice(draft: Draft) -> None:
    with st.container(border=True):
        st.markdown(
            _(":material/visibility: **You are reading somebody else's workbook.** The link ends {moment}.").format(
                moment=moment_words(draft.until)
            )
        )
        if not draft.view.unmasked:
            st.markdown(_("Names and numbers are covered. What is only for the owner is closed unless it was opened."))


def _small_print() -> None:
    st.markdown(
        _(":small[A link is not lawyer's privilege: a talk protected by law is one with a lawyer who was engaged.]")
    )
