"""The advisor's room: what a link opens, read anew from the store at each drawing and kept nowhere.

Every five seconds the ticket is tried again. A link that was withdrawn or ran out empties the page at once, and
what the owner changes shows by itself. The reader's own draft in the same browser is another matter altogether.
"""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from accord.case import Case
from accord.case.masking import masked
from accord.case.workbook import read_workbook
from accord.crypto import Ticket
from accord.errors import AccordError
from accord.i18n import _
from accord.store import Draft, LinkUnusableError, Store
from components import advisor_parts, link_door, storeroom
from components.link_list import moment_words
from components.markup import plain

LOOK_AGAIN = "5s"
ROOM = "advisor_"
"""Prefix of every key of this room."""


class Opened(NamedTuple):
    """What a ticket opened: the draft as the store gave it, and the case in it, masked unless the owner said so."""

    draft: Draft
    case: Case


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
    _watch(store, ticket, stamp(store, ticket))  # before it is read: a change in between is drawn once more, not missed
    found = opened(store, ticket)
    if isinstance(found, AccordError):
        _leave(store, found)
        return
    _notice(found.draft)
    advisor_parts.parts(advisor_parts.Room(store, ticket, found.draft, found.case))
    _small_print()


def opened(store: Store, ticket: Ticket) -> Opened | AccordError:
    """Return what a ticket opens now, or why it opens nothing."""
    try:
        draft = store.open(ticket)
        case = read_workbook(draft.case())
    except AccordError as error:
        return error
    return Opened(draft, case if draft.view.unmasked else masked(case))


@st.fragment(run_every=LOOK_AGAIN)
def _watch(store: Store, ticket: Ticket, seen: object) -> None:
    """Look whether the link still opens, and whether the owner changed something; draw anew if so."""
    if stamp(store, ticket) != seen:
        st.rerun()


def stamp(store: Store, ticket: Ticket) -> object:
    """Return what tells one state of a shared workbook from another: the versions of its parts, or why it is shut."""
    try:
        draft = store.open(ticket)
    except AccordError as error:
        return type(error).__name__
    return tuple((name, text.version) for name, text in sorted(draft.sections.items()))


def _leave(store: Store, reason: AccordError) -> None:
    """Say why nothing is shown; leave nothing of what was shown in this session, no remark begun either."""
    for key in [key for key in st.session_state if str(key).startswith(ROOM)]:
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
        _(
            ":small[A link is not lawyer's privilege: a talk protected by law is one with a lawyer who was "
            "engaged. The chapters in the menu are your own workbook, not this one.]"
        )
    )
