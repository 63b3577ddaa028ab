"""Reading somebody else's workbook: which room a session is in, and the shared case, opened anew at every run.

A session is either in the reader's own workbook or in a shared one, from its first run to its end; the address says
which (`?shared=1`), so that a refresh comes back to the same. Going from one to the other loads the page anew: the
reader's own draft is never in a session that reads, and nothing of what was read is in a session of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, time
from functools import wraps
from typing import NamedTuple, ParamSpec

import streamlit as st

from accord.case import Case, DebtGate
from accord.case.masking import masked
from accord.case.workbook import read_workbook
from accord.crypto import Ticket
from accord.errors import AccordError
from accord.i18n import _
from accord.store import DownError, Draft, Role, Store
from accord.store.errors import DOWN
from accord.store.records import SEEN
from accord.store.sections import PRIVATE
from components import link_door, storeroom

SHARED = "shared"
"""Name of the query parameter that leads into a shared workbook."""
ADDRESS = {SHARED: "1"}
BEHIND_A_LINK = "advisor"
"""The page a link leads to."""
ROOM = "reading_room"
VIEW = "reading_view"
"""Where a session notes which debt the reader looks at."""
LOOKED_AT = frozenset({"package.debt_id"})
"""Answers that only say what is looked at: a reader may choose them for themselves; nothing of it is saved."""
WAITING = "handout"
"""Where a session notes which files wait for it: hashes and names of our making, nothing of what was read."""
STAYS = frozenset(
    {
        *(ROOM, "language", "today", "hide_amounts", WAITING),
        *(link_door.TICKET, link_door.SAID, link_door.FORGET, link_door.SECRET, link_door.TAKEN),
    }
)
"""What of a session outlasts a link that was withdrawn."""
SHOWN = "shown:"
"""Prefix of the keys of fields that are only shown."""
OWN_KEYS = ("advisor_", "remark", "reading_")
"""Prefixes of what the reader writes and chooses: it stays from run to run, until the link is shut."""
LONGEST_WORD = 40
GATES = "gates"

_Given = ParamSpec("_Given")


class Opened(NamedTuple):
    """What a ticket opened: the draft as the store gave it, and the case in it, masked unless the owner said so."""

    draft: Draft
    case: Case


class Shared(NamedTuple):
    """A shared workbook at hand: where it lies, what opens it, and what was opened."""

    store: Store
    ticket: Ticket
    draft: Draft
    case: Case

    @property
    def may_comment(self) -> bool:
        """Whether the link allows remarks."""
        return self.draft.role is Role.COMMENT

    def version(self, section: str) -> int:
        """Return the version of a part of the case; 0 where it is not kept."""
        text = self.draft.sections.get(section)
        return text.version if text else 0


_this_run: ContextVar[Shared | None] = ContextVar("shared_workbook", default=None)


def enter(page_id: str) -> None:
    """Settle, at a session's first run, whose workbook it is about. A link leads to a page of its own."""
    if ROOM not in st.session_state:
        st.session_state[ROOM] = page_id == BEHIND_A_LINK or st.query_params.get(SHARED) == ADDRESS[SHARED]


def on() -> bool:
    """Tell whether this session reads a shared workbook: nothing is saved then, and nothing can be changed."""
    return bool(st.session_state.get(ROOM, False))


def owners_only(act: Callable[_Given, None]) -> Callable[_Given, None]:
    """Return what does as `act` does in one's own workbook, and nothing while a shared one is read.

    It closes a second time what the pages of a shared workbook leave out anyway: an owner's desk, and what is private.
    """

    @wraps(act)
    def at_home(*given: _Given.args, **named: _Given.kwargs) -> None:
        if not on():
            act(*given, **named)

    return at_home


def begin_run() -> Shared | AccordError | None:
    """Open the shared workbook for this run; return it, why it is shut, or None without a ticket."""
    found = look()
    _this_run.set(found if isinstance(found, Shared) else None)
    return found


def end_run() -> None:
    """Let go of the shared workbook: the next run opens it anew.

    Fields that were shown, and whatever else a page has noted beyond single words and numbers, goes with it.
    """
    _this_run.set(None)
    for key in [key for key, value in st.session_state.items() if _goes(str(key), value)]:
        del st.session_state[key]


def tidy() -> None:
    """Take out of the session what a fragment drawn by itself has left there; in a run its end does so."""
    if on() and _this_run.get() is None:
        end_run()


def _goes(key: str, value: object) -> bool:
    plain = value is None or isinstance(value, bool | int | float | date | time) or _is_word(value)
    return key.startswith(SHOWN) or not (plain or key in STAYS or key.startswith(OWN_KEYS))


def _is_word(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_WORD


def look() -> Shared | AccordError | None:
    """Open what this browser's ticket opens now; None without a ticket."""
    store, ticket = storeroom.store(), link_door.ticket()
    if store is None:
        return DownError(DOWN)
    if ticket is None:
        return None
    found = opened(store, ticket)
    return found if isinstance(found, AccordError) else Shared(store, ticket, found.draft, found.case)


def opened(store: Store, ticket: Ticket) -> Opened | AccordError:
    """Return what a ticket opens now, or why it opens nothing."""
    try:
        draft = store.open(ticket)
        case = read_workbook(draft.case())
    except AccordError as error:
        return error
    return Opened(draft, case if draft.view.unmasked else masked(case))


def shared() -> Shared | None:
    """Return the shared workbook: that of this run, or outside one (in a fragment, in a callback) opened anew."""
    found = _this_run.get() or look()
    return found if isinstance(found, Shared) else None


def case() -> Case:
    """Return the shared case; an empty one while it cannot be opened. Changing it changes nothing that is kept."""
    found = shared()
    if found is None:
        return Case()
    whole = found.case
    for path, value in st.session_state.get(VIEW, {}).items():
        setattr(whole.package, path.rpartition(".")[2], value)
    if _shut(found, f"{PRIVATE}.{GATES}"):  # so that each field is asked for, and each says that it is closed
        whole.private.gates = {debt.id: DebtGate() for debt in whole.debts}
    return whole


def look_at(path: str, value: object) -> bool:
    """Note what the reader looks at; tell whether it is something a reader chooses."""
    if path not in LOOKED_AT:
        return False
    st.session_state[VIEW] = {**st.session_state.get(VIEW, {}), path: value}
    return True


def closed(path: str) -> bool:
    """Tell whether an answer is private and was not opened to this reader; never so in one's own workbook."""
    if not on() or path.partition(".")[0] != PRIVATE:
        return False
    found = shared()
    return found is None or _shut(found, path)


def _shut(found: Shared, path: str) -> bool:
    field = ".".join(path.split(".")[:2])
    return field not in found.draft.view.private_fields


def papers_shut() -> bool:
    """Tell whether the papers were not opened to this reader, and say so where one would stand; never at home."""
    if not on():
        return False
    found = shared()
    shut = found is None or not found.draft.view.papers
    if shut:
        st.markdown(f":small[:material/lock: {_('The papers were not opened to you.')}]")
    return shut


def stamp(store: Store, ticket: Ticket) -> object:
    """Return what tells one state of a shared workbook from another: its versions and remarks, or why it is shut."""
    try:
        draft = store.open(ticket)
        said = _said(store, ticket) if draft.role is Role.COMMENT else ()
    except AccordError as error:
        return type(error).__name__
    return tuple((name, text.version) for name, text in sorted(draft.sections.items())), said


def _said(store: Store, ticket: Ticket) -> object:
    words = tuple(row.id for row in store.comments(ticket) if row.mark != SEEN)
    return words, tuple((row.id, row.state) for row in store.suggestions(ticket))


def clear() -> None:
    """Leave nothing of what was read in this session, no remark begun either."""
    _this_run.set(None)
    for key in [key for key in st.session_state if str(key) not in STAYS]:
        del st.session_state[key]
