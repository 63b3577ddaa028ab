"""The frame of every page: `open_page` at its top, `close_page` at its foot."""

from __future__ import annotations

import gc
from datetime import date

import streamlit as st

from accord.case import Case
from accord.chapters import CHAPTERS, Chapter, chapter, progress
from accord.days import today
from accord.i18n import _, plural
from components import keeping
from components.language import begin_speaking
from components.markup import plain
from components.rail import rail
from components.session import current_case, forget_widgets, open_problems

EMERGENCIES = "pages/7_emergencies.py"


@st.cache_resource(show_spinner=False)
def _settle_memory() -> bool:
    """Put what lives for ever out of the collector's way, once a process: reruns need not walk it."""
    gc.collect()
    gc.freeze()
    return True


def reader_day() -> date:
    """Return today's date in Shanghai; tests may set another one."""
    set_day: date | None = st.session_state.get("today")
    return set_day or today()


def open_page(page_id: str, *, title: str = "") -> Case:
    """Draw the frame and return the case. Without one, an empty case is begun: no page sends anybody away."""
    begin_speaking()
    if st.session_state.get("page") != page_id:
        # Another page may show the same answer: its widget must take the value from the case, not from the last page.
        st.session_state["page"] = page_id
        forget_widgets()
    # Each part that may come and go has a box of its own: what shifted would be drawn anew and lose the cursor.
    kept, trouble, notice = st.container(), st.container(), st.container()
    with kept:
        keeping.adopt_draft()
    case = current_case()
    known = {found.id: found for found in CHAPTERS}
    st.set_page_config(
        page_title=title or (_(known[page_id].title) if page_id in known else _("Bank Negotiation Workbook")),
        page_icon="📖",
        layout="centered",
    )
    _settle_memory()
    rail(case, page_id, reader_day())
    with trouble:
        _trouble()
    with notice:
        if page_id != "emergencies":
            st.page_link(EMERGENCIES, label=_("**Someone at the door?** Emergency cards"), icon=":material/door_front:")
        if case.sample:
            _example_notice()
    if page_id in known:
        _head(known[page_id])
    return case


def _head(this: Chapter) -> None:
    minutes = plural("about {n} minute", "about {n} minutes", this.minutes)
    st.badge(f"{_('Chapter {n}').format(n=this.number)} · {minutes}", icon=":material/schedule:", color="gray")
    st.title(_(this.promise), anchor=False)
    st.markdown(_(this.after))


def _example_notice() -> None:
    with st.container(border=True):
        st.markdown(_("**This is an invented example.** Change anything; your own answers are kept apart."))
        st.button(_("Close the example"), icon=":material/close:", on_click=keeping.close_example, key="close_example")


def _trouble() -> None:
    """Say what hinders keeping, and what can be done."""
    kind = keeping.trouble()
    if kind == "conflict":
        st.warning(_("This workbook was changed in another tab. Nothing was overwritten. Which answers shall stay?"))
        st.button(_("Take the other tab's answers"), on_click=keeping.load_other)
        st.button(_("Keep the answers shown here"), on_click=keeping.keep_mine)
    elif kind == "damaged":
        st.warning(
            _("The draft kept in this browser cannot be read. It was left as it is. You can open a saved file instead.")
        )
        st.button(_("Begin anew in this browser"), on_click=keeping.keep_mine)
    elif kind:
        st.warning(
            _(
                "This browser does not let us keep the draft. Your answers are safe while this page is open; save "
                "the file."
            )
        )


def close_page(page_id: str) -> None:
    """Draw what is still missing and what comes next; keep the draft."""
    case = current_case()
    refused = open_problems()
    if refused:
        st.error(plural("{n} answer needs another look.", "{n} answers need another look.", len(refused)))
    known = {found.id: found for found in CHAPTERS}
    if page_id in known:
        _foot(case, chapter(page_id))
    keeping.keep()


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
