"""What an advisor said, as the owner sees it: a count on every page, and in chapter 8 the list with the decisions.

The page looks into the store every few seconds, so that a remark shows by itself, from another browser or another
replica too. What was seen is kept with the workbook: another device does not count it again.
"""

from __future__ import annotations

import streamlit as st

from accord.errors import AccordError
from accord.i18n import _, plural
from components import beside, decisions, threads
from components.markup import plain
from components.own_store import own
from components.session import current_case
from components.threads import Heard, Voice

LOOK_AGAIN = "5s"
SUMMARY = "pages/8_summary.py"
TOLD = "remarks_told"


def new_ones() -> frozenset[bytes]:
    """Return the ids of what others said and the owner has not seen."""
    heard = beside.heard()
    return heard.new() - threads.seen_here() if heard else frozenset()


def count() -> None:
    """Draw how many remarks are new, as a link to them; nothing when there are none."""
    new = new_ones()
    if new:
        st.page_link(SUMMARY, label=_count_words(new), icon=":material/comment:")


def _count_words(new: frozenset[bytes]) -> str:
    return plural("{n} new remark from your advisor", "{n} new remarks from your advisor", len(new))


def tell() -> None:
    """Say once in passing that something is new, and look for more while the page stands."""
    if beside.heard() is None:
        return
    new = new_ones()
    if new - st.session_state.get(TOLD, frozenset()):
        st.session_state[TOLD] = new
        st.toast(_count_words(new), icon=":material/comment:")
    _watch()


@st.fragment(run_every=LOOK_AGAIN)
def _watch() -> None:
    """Draw the page anew when somebody said something, answered or decided."""
    found = own()
    if found is None:
        return
    try:
        heard = Voice(found.store, found.key).hear()
    except AccordError:
        return
    if heard.stamp != st.session_state.get(beside.DRAWN):
        st.rerun()


def received() -> None:
    """Draw all remarks, marks and suggested values; what is drawn counts as seen."""
    found = own()
    if found is None or current_case().sample:
        return
    voice = Voice(found.store, found.key)
    try:
        heard = voice.hear()
        versions = {name: text.version for name, text in found.store.open(found.key).sections.items()}
    except AccordError as error:
        st.warning(plain(error.speak()), icon=":material/cloud_off:")
        return
    if not heard.threads and not heard.undecided:
        st.markdown(_("No remarks so far."))
    _list(voice, heard, versions)
    threads.mark_seen(voice, heard.new() - threads.seen_here())


def _list(voice: Voice, heard: Heard, versions: dict[str, int]) -> None:
    """Draw what waits first; what is settled lies folded away."""
    case = current_case()
    for suggestion in heard.undecided:
        decisions.undecided(voice, suggestion, case, versions.get(suggestion.section, 0))
    for thread in heard.open:
        threads.draw(voice, thread, case, versions.get(thread.remark.section, 0))
    settled = [thread for thread in heard.threads if thread.settled]
    if settled:
        title = plural("{n} settled remark", "{n} settled remarks", len(settled))
        with st.expander(title, icon=":material/done_all:"):
            for thread in settled:
                threads.draw(voice, thread, case, versions.get(thread.remark.section, 0))
