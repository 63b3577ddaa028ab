"""What an advisor says about a shared workbook: remarks, suggested values, and marks that something was checked.

All of it lies in the store beside the case, never in the case itself: so it can stand in no paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from accord.case import Case
from accord.case.places import PAPERS, About, place_words
from accord.case.review import Said
from accord.errors import AccordError
from accord.i18n import N_, _
from accord.store import NewComment, NewSuggestion
from components import checked, decisions, threads
from components.markup import plain
from components.reading import Shared
from components.suggested import can_be_suggested, tried
from components.threads import Heard

LOOK_AGAIN = "5s"
REMARK, SUGGEST, CHECKED = "remark", "suggest", "checked"
KINDS = {
    REMARK: N_("Say something"),
    SUGGEST: N_("Suggest another value"),
    CHECKED: N_("Mark as checked"),
}
LONGEST_REMARK = 1500
LONGEST_LINE = 200
SAID = "advisor_said"
TROUBLE = "advisor_trouble"
KIND = "advisor_kind"
BOXES = {REMARK: "advisor_words", SUGGEST: "advisor_value"}
REASON = "advisor_reason"


class Place(NamedTuple):
    """Something a remark can be about: its path, its words, and which kinds of remark fit it."""

    path: str
    words: str
    kinds: tuple[str, ...] = (REMARK, CHECKED)


def place(case: Case, path: str, words: str = "") -> Place:
    """Return a place of the case. A whole chapter is talked about, it is not checked as a whole."""
    named = threads.place_title(case, path) or words
    if path.partition(".")[0] == threads.CHAPTER:
        return Place(path, named, (REMARK,))
    return Place(path, named, tuple(KINDS) if can_be_suggested(case, path) else (REMARK, CHECKED))


def about_answers(case: Case, said: Sequence[Said]) -> tuple[Place, ...]:
    """Return the places among the answers of a chapter: its groups and rows first as a whole, then each answer."""
    return tuple(place(case, line.path, line.label) for line in said)


def about_papers(case: Case, *, checkable: bool = True) -> tuple[Place, ...]:
    """Return the one place that stands for all papers; it cannot be checked by who may not see the answers."""
    return (Place(PAPERS, place_words(case, PAPERS), (REMARK, CHECKED) if checkable else (REMARK,)),)


def form(desk: Shared, places: Sequence[Place]) -> None:
    """Draw the way to say something about one of these places."""
    st.markdown(f"**{_('Say something about this')}**")
    known = {found.path: found for found in places}
    path = st.selectbox(
        _("What is it about?"), list(known), format_func=lambda path: known[path].words, key="advisor_about"
    )
    said()
    write(desk, known[path])


def said() -> None:
    """Say once that something was sent."""
    if words := st.session_state.pop(SAID, ""):
        st.success(plain(words), icon=":material/check:")


def write(desk: Shared, about: Place) -> None:
    """Draw the form about one place."""
    if st.session_state.get(KIND) not in about.kinds:
        st.session_state[KIND] = REMARK
    kind = REMARK
    if len(about.kinds) > 1:
        kind = (
            st.segmented_control(
                _("What would you like to do?"), about.kinds, format_func=lambda kind: _(KINDS[kind]), key=KIND
            )
            or REMARK
        )
    _boxes(desk, about, kind)
    threads.name_box()
    if trouble := st.session_state.pop(TROUBLE, ""):
        st.error(plain(trouble), icon=":material/error:")
    st.button(
        _("Send to the owner"),
        type="primary",
        icon=":material/send:",
        on_click=_send,
        args=(desk, about, kind),
        key="advisor_send",
    )


def _boxes(desk: Shared, about: Place, kind: str) -> None:
    if kind == REMARK:
        st.text_area(_("Your remark"), max_chars=LONGEST_REMARK, key=BOXES[REMARK], height=110)
    elif kind == SUGGEST:
        st.text_input(_("The value you suggest"), max_chars=LONGEST_LINE, key=BOXES[SUGGEST])
        st.text_input(_("Why?"), max_chars=LONGEST_LINE, key=REASON)
    elif desk.version(About(about.path).section):
        st.markdown(_("The owner sees that you checked this as it stands now, and is told when it changes later."))


def _send(desk: Shared, about: Place, kind: str) -> None:
    """Keep what was written beside the case; a line that could not be taken is refused at once."""
    try:
        problem = _refused(desk, about, kind)
        if problem:
            st.session_state[TROUBLE] = problem
            return
        _write(desk, about, kind)
    except AccordError as error:
        st.session_state[TROUBLE] = error.speak()
        return
    empty()
    st.session_state[SAID] = _("Sent. The owner sees it within ten seconds.")


def empty() -> None:
    """Empty the form's boxes; a key that is only taken away comes back from the browser at the next run."""
    st.session_state.update(dict.fromkeys((*BOXES.values(), REASON), ""))


def _refused(desk: Shared, about: Place, kind: str) -> str:
    """Return why nothing can be sent; empty when it can."""
    if kind in BOXES and not _typed(BOXES[kind]):
        return _("Please write something first.")
    return tried(desk.case, about.path, _typed(BOXES[SUGGEST])).problem if kind == SUGGEST else ""


def _typed(box: str) -> str:
    return str(st.session_state.get(box, "")).strip()


def _write(desk: Shared, about: Place, kind: str) -> None:
    at, name = About(about.path), threads.own_name()
    version = desk.version(at.section)
    if kind == SUGGEST:
        desk.store.suggest(
            desk.ticket,
            NewSuggestion(at.section, about.path, _typed(BOXES[SUGGEST]), version, _typed(REASON), name=name),
        )
        return
    if kind == CHECKED:
        frozen = checked.freeze(desk.case, about.path, covered=not desk.draft.view.unmasked)
        desk.store.comment(
            desk.ticket, NewComment(at.section, "", About(about.path, version or 1).text, name, frozen=frozen)
        )
        return
    desk.store.comment(desk.ticket, NewComment(at.section, _typed(BOXES[REMARK]), about.path, name))


def _about_papers_alone(heard: Heard) -> Heard:
    """Leave out what others said about the answers, for who may not see those: their words would tell them."""
    kept = tuple(one for one in heard.threads if one.about.path == PAPERS and not one.about.checked)
    return Heard(kept, (), heard.seen)


@st.fragment(run_every=LOOK_AGAIN)
def written_so_far(desk: Shared) -> None:
    """Draw everything that was said about this workbook, the owner's answers, and what became of it."""
    voice = threads.Voice(desk.store, desk.ticket)
    try:
        heard = voice.hear()
        if not desk.draft.view.figures:
            heard = _about_papers_alone(heard)
    except AccordError as error:
        st.warning(plain(error.speak()), icon=":material/cloud_off:")
        return
    if not heard.threads and not heard.suggestions:
        st.markdown(_("Nothing was said yet."))
    for thread in heard.threads:
        threads.draw(voice, thread, desk.case, desk.version(thread.remark.section))
    for suggestion in heard.suggestions:
        decisions.told(desk.case, suggestion)
