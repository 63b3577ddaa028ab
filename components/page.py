"""The frame of every page: `open_page` at its top, `close_page` at its foot."""

from __future__ import annotations

import gc
import sys
from datetime import date

import streamlit as st

from accord.case import Case
from accord.chapters import CHAPTERS, Chapter, chapter, progress
from accord.days import today
from accord.i18n import _, plural
from accord.knowledge.pack import check_pack
from components import amounts, beside, comments, consent, keeping, pictures, reader_frame, reading, status, trouble
from components.language import begin_speaking
from components.markup import plain
from components.rail import rail, shared_rail
from components.session import current_case, forget_widgets, has_answers, open_problems

EMERGENCIES = "pages/7_emergencies.py"
NO_QUESTION = frozenset({"summary", "advisor", "rules", "privacy", "call"})
"""Pages that do not ask whether to keep the draft: chapter 8 has a place for it, during a call nothing is asked, the
others take no answers."""


TURN = 0.001
"""Seconds after which a thread lets another one go on."""


@st.cache_resource(show_spinner=False)
def _settle_process() -> bool:
    """Read all the workbook knows, put what lives for ever out of the collector's way, let threads take turns sooner.

    Once a process. Served, the knowledge was read before the first visitor; in the plain way its first page reads it,
    and a wrong row ends that page. A thread that draws papers would otherwise hold up each of the many short waits in
    another person's rerun.
    """
    check_pack()
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(TURN)
    return True


def reader_day() -> date:
    """Return today's date in Shanghai; tests may set another one."""
    set_day: date | None = st.session_state.get("today")
    return set_day or today()


def open_page(page_id: str, *, title: str = "") -> Case:
    """Draw the frame and return the case. Without one, an empty case is begun: no page sends anybody away."""
    reading.enter(page_id)
    if reading.on():
        return _open_shared(page_id, title)
    begin_speaking()
    if st.session_state.get("page") != page_id:
        # Another page may show the same answer: its widget must take the value from the case, not from the last page.
        st.session_state["page"] = page_id
        forget_widgets()
        keeping.look_again()
    # Each part that may come and go has a box of its own: what shifted would be drawn anew and lose the cursor.
    kept, hindered, notice, here = st.container(), st.container(), st.container(), st.container()
    with kept:
        keeping.adopt_draft()
    amounts.keep_covered()
    case = current_case()
    _name_page(page_id, title)
    with here:
        beside.begin(page_id)
    rail(case, page_id, reader_day())
    with hindered:
        trouble.show()
    with notice:
        if page_id != "emergencies":
            st.page_link(EMERGENCIES, label=_("**Someone at the door?** Emergency cards"), icon=":material/door_front:")
        if case.sample:
            _example_notice()
        elif has_answers(case):
            with st.container(
                key="saved_here"
            ):  # on a phone alone: the rail, which says the same, is folded away there
                st.markdown(f":small[:material/{status.status_icon()}: {status.status_line()}]")
    _head(page_id)
    return case


def _open_shared(page_id: str, title: str) -> Case:
    """Draw the frame of a shared workbook and return the case in it."""
    begin_speaking()
    _name_page(page_id, title)
    found = reader_frame.open_shared(page_id)
    case = current_case()
    shared_rail(case, page_id, reader_day())
    if found is not None:
        reader_frame.notice(found)
        beside.begin(page_id)
    _head(page_id)
    return case


def _name_page(page_id: str, title: str) -> None:
    known = {found.id: _(found.title) for found in CHAPTERS}
    name = title or known.get(page_id) or _("Bank Negotiation Workbook")
    st.set_page_config(page_title=name, page_icon="📖", layout="centered")
    _settle_process()


def _head(page_id: str) -> None:
    """Draw a chapter's head; other pages have one of their own."""
    this = next((found for found in CHAPTERS if found.id == page_id), None)
    if this is None:
        return
    minutes = plural("about {n} minute", "about {n} minutes", this.minutes)
    st.badge(f"{_('Chapter {n}').format(n=this.number)} · {minutes}", icon=":material/schedule:", color="gray")
    st.title(_(this.promise), anchor=False)
    st.markdown(_(this.after))


def _example_notice() -> None:
    with st.container(border=True):
        st.markdown(_("**This is an invented example.** Change anything; your own answers are kept apart."))
        st.button(_("Close the example"), icon=":material/close:", on_click=keeping.close_example, key="close_example")


def close_page(page_id: str) -> None:
    """Draw what is still missing and what comes next; keep the draft."""
    if reading.on():
        _close_shared(page_id)
        return
    case = current_case()
    refused = open_problems()
    if refused:
        st.error(plural("{n} answer needs another look.", "{n} answers need another look.", len(refused)))
    if page_id not in NO_QUESTION:
        consent.card()
    if page_id != "advisor":
        comments.tell()
    beside.end("" if page_id == "summary" else page_id)
    known = {found.id: found for found in CHAPTERS}
    if page_id in known:
        _foot(case, chapter(page_id))
    keeping.keep()
    hindered = pictures.settle()
    if hindered:
        st.warning(plain(hindered.speak()), icon=":material/photo_library:")


def _close_shared(page_id: str) -> None:
    """Draw the foot of a shared chapter; let go of the case."""
    beside.end(page_id)
    following = next((found for found in CHAPTERS if found.id == page_id), None)
    if following:
        _shared_foot(following)
    reading.end_run()


def _shared_foot(this: Chapter) -> None:
    st.divider()
    after = next(
        (found for found in CHAPTERS if found.number > this.number and found.id in reader_frame.READ_HERE), None
    )
    if after:
        label = _("Next: {title}").format(title=_(after.title))
        st.page_link(after.page, label=label, icon=":material/arrow_forward:", query_params=reading.ADDRESS)
    else:
        reader_frame.to_overview()


def _foot(case: Case, this: Chapter) -> None:
    missing = progress(case, this.id, reader_day()).missing
    if missing:
        with st.container(border=True):
            st.markdown(_("**Still open in this chapter**"))
            st.markdown("\n".join(f"- {plain(line)}" for line in missing))
    later = [found for found in CHAPTERS if found.number > this.number]
    st.divider()
    if not later:
        st.markdown(f":small[{this.number} / {len(CHAPTERS)}]")
        return
    following = later[0]
    label = _("Next: {title}").format(title=_(following.title))
    if st.button(label, type="primary", icon=":material/arrow_forward:", width="stretch", key="next_chapter"):
        st.switch_page(following.page)
    st.markdown(f":small[{this.number} / {len(CHAPTERS)} · {label}]")
