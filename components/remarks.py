"""What an advisor says about a shared workbook: remarks, suggested values, and marks that something was checked.

All of it lies in the store beside the case, never in the case itself: so it can stand in no paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from accord.case import Case
from accord.case.places import PAPERS, About, place_words
from accord.case.review import Said
from accord.crypto import Ticket
from accord.errors import AccordError
from accord.i18n import N_, _
from accord.store import CommentText, Draft, NewComment, NewSuggestion, Store, SuggestionText
from components.link_list import moment_words
from components.markup import plain
from components.suggested import can_be_suggested, tried

LOOK_AGAIN = "5s"
REMARK, SUGGEST, CHECKED = "remark", "suggest", "checked"
KINDS = {
    REMARK: N_("Say something"),
    SUGGEST: N_("Suggest another value"),
    CHECKED: N_("Mark as checked"),
}
STATES = {
    "open": N_("not decided yet"),
    "accepted": N_("accepted"),
    "refused": N_("not taken"),
}
LONGEST_REMARK = 1500
LONGEST_LINE = 200
LONGEST_NAME = 40
SAID = "advisor_said"
TROUBLE = "advisor_trouble"
BOXES = {REMARK: "advisor_words", SUGGEST: "advisor_value"}


@dataclass(frozen=True)
class Place:
    """Something a remark can be about: its path, its words, and whether a value can be suggested for it."""

    path: str
    words: str
    suggestable: bool = False


def about_answers(case: Case, said: Sequence[Said]) -> tuple[Place, ...]:
    """Return the places among the answers of a chapter: its groups and rows first as a whole, then each answer."""
    return tuple(_place(case, line) for line in said)


def _place(case: Case, line: Said) -> Place:
    suggestable = bool(line.value) and can_be_suggested(case, line.path)
    return Place(line.path, place_words(case, line.path) or line.label, suggestable)


def about_papers(case: Case) -> tuple[Place, ...]:
    """Return the one place that stands for all papers."""
    return (Place(PAPERS, place_words(case, PAPERS)),)


@dataclass(frozen=True)
class Desk:
    """Where an advisor writes: the store, the ticket to write with, the draft and the case as they are shown."""

    store: Store
    ticket: Ticket
    draft: Draft
    case: Case

    def version(self, section: str) -> int:
        """Return the version of a part of the case; 0 where it is not kept."""
        text = self.draft.sections.get(section)
        return text.version if text else 0


def form(desk: Desk, places: Sequence[Place]) -> None:
    """Draw the way to say something about one of these places."""
    st.markdown(f"**{_('Say something about this')}**")
    if said := st.session_state.pop(SAID, ""):
        st.success(plain(said), icon=":material/check:")
    known = {place.path: place for place in places}
    path = st.selectbox(
        _("What is it about?"), list(known), format_func=lambda path: known[path].words, key="advisor_about"
    )
    place = known[path]
    kinds = [kind for kind in KINDS if kind != SUGGEST or place.suggestable]
    if st.session_state.get("advisor_kind") not in kinds:
        st.session_state["advisor_kind"] = REMARK
    kind = st.segmented_control(
        _("What would you like to do?"), kinds, format_func=lambda kind: _(KINDS[kind]), key="advisor_kind"
    )
    _boxes(desk, place, kind or REMARK)
    st.text_input(_("Your name, as the owner shall see it"), max_chars=LONGEST_NAME, key="advisor_name")
    st.button(
        _("Send to the owner"),
        type="primary",
        icon=":material/send:",
        on_click=_send,
        args=(desk, place, kind or REMARK),
        key="advisor_send",
    )
    if trouble := st.session_state.pop(TROUBLE, ""):
        st.error(plain(trouble), icon=":material/error:")


def _boxes(desk: Desk, place: Place, kind: str) -> None:
    if kind == REMARK:
        st.text_area(_("Your remark"), max_chars=LONGEST_REMARK, key=BOXES[REMARK])
    elif kind == SUGGEST:
        st.text_input(_("The value you suggest"), max_chars=LONGEST_LINE, key=BOXES[SUGGEST])
        st.text_input(_("Why?"), max_chars=LONGEST_LINE, key="advisor_reason")
    elif desk.version(About(place.path).section):
        st.markdown(_("The owner sees that you checked this as it stands now, and is told when it changes later."))


def _send(desk: Desk, place: Place, kind: str) -> None:
    """Keep what was written beside the case; a line that could not be taken is refused at once."""
    try:
        problem = _refused(desk, place, kind)
        if problem:
            st.session_state[TROUBLE] = problem
            return
        _write(desk, place, kind)
    except AccordError as error:
        st.session_state[TROUBLE] = error.speak()
        return
    for key in (*BOXES.values(), "advisor_reason"):
        st.session_state[key] = ""  # a key that is only taken away comes back from the browser at the next run
    st.session_state[SAID] = _("Sent. The owner sees it within ten seconds.")


def _refused(desk: Desk, place: Place, kind: str) -> str:
    """Return why nothing can be sent; empty when it can."""
    if kind in BOXES and not str(st.session_state.get(BOXES[kind], "")).strip():
        return _("Please write something first.")
    if kind == SUGGEST:
        return tried(desk.case, place.path, str(st.session_state[BOXES[SUGGEST]])).problem
    return ""


def _write(desk: Desk, place: Place, kind: str) -> None:
    about, name = About(place.path), str(st.session_state.get("advisor_name", "")).strip()
    version = desk.version(about.section)
    if kind == SUGGEST:
        value = str(st.session_state[BOXES[SUGGEST]]).strip()
        reason = str(st.session_state.get("advisor_reason", "")).strip()
        desk.store.suggest(desk.ticket, NewSuggestion(about.section, place.path, value, version, reason))
        return
    checked = kind == CHECKED
    words = "" if checked else str(st.session_state[BOXES[REMARK]]).strip()
    text = About(place.path, version).text if checked else place.path
    desk.store.comment(desk.ticket, NewComment(about.section, words, text, name))


@st.fragment(run_every=LOOK_AGAIN)
def written_so_far(desk: Desk) -> None:
    """Draw everything that was said about this workbook, and what became of it."""
    try:
        comments, suggestions = desk.store.comments(desk.ticket), desk.store.suggestions(desk.ticket)
    except AccordError as error:
        st.warning(plain(error.speak()), icon=":material/cloud_off:")
        return
    if not comments and not suggestions:
        st.markdown(_("Nothing was said yet."))
    if trouble := st.session_state.pop(TROUBLE, ""):
        st.error(plain(trouble), icon=":material/error:")
    for comment in comments:
        with st.container(border=True):
            st.markdown(comment_words(desk.case, comment, desk.version(comment.section)))
            if comment.mine:
                st.button(
                    _("Take back"),
                    key=f"advisor_back_{comment.id.hex()}",
                    type="tertiary",
                    icon=":material/undo:",
                    on_click=_take_back,
                    args=(desk, comment.id),
                )
    for suggestion in suggestions:
        with st.container(border=True):
            st.markdown(_suggestion_words(desk.case, suggestion))


def _take_back(desk: Desk, comment_id: bytes) -> None:
    try:
        desk.store.delete_comment(desk.ticket, comment_id)
    except AccordError as error:
        st.session_state[TROUBLE] = error.speak()


def comment_words(case: Case, comment: CommentText, version: int) -> str:
    """Return a remark for the screen: who, when, about what, and the words or the mark.

    Args:
        case: what it is about, to name the place.
        comment: the remark.
        version: the version of its part of the case now.
    """
    about = About.read(comment.about)
    who = plain(comment.name) or _("Without a name")
    head = f"**{plain(place_words(case, about.path))}** · {who} · {moment_words(comment.at)}"
    if not about.checked:
        return f"{head}  \n{plain(comment.words)}"
    same = about.checked == version
    mark = _("Checked, and unchanged since.") if same else _("Checked before; it was changed since.")
    return f"{head}  \n:material/task_alt: {mark}"


def _suggestion_words(case: Case, suggestion: SuggestionText) -> str:
    head = f"**{plain(place_words(case, suggestion.about))}** · {moment_words(suggestion.at)}"
    body = _("Suggested: {value}, {state}").format(value=plain(suggestion.value), state=_(STATES[suggestion.state]))
    return f"{head}  \n{body}"
