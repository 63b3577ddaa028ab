"""What an advisor said, as the owner sees it: a small count on every page, and the list with the decisions.

Both look into the store every few seconds, so that a remark shows by itself, from another browser or another
replica too. Accepting a value puts it into the case like an answer that was typed, and it is saved like one.
"""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from accord.case import Case
from accord.case.places import About, place_words
from accord.errors import AccordError
from accord.i18n import _, plural
from accord.store import CommentText, Role, SuggestionText
from accord.store.suggestions import OPEN
from components.link_list import moment_words
from components.markup import plain
from components.own_store import Own, own
from components.remarks import comment_words
from components.session import current_case, forget_widgets, set_answer
from components.suggested import tried

LOOK_AGAIN = "5s"
SUMMARY = "pages/8_summary.py"
SEEN = "remarks_seen"
TOLD = "remarks_told"


class Received(NamedTuple):
    """What others wrote, oldest first; of the suggested values those that are not decided yet."""

    comments: tuple[CommentText, ...]
    suggestions: tuple[SuggestionText, ...]

    @property
    def ids(self) -> frozenset[bytes]:
        """Names of all of it."""
        return frozenset((*(row.id for row in self.comments), *(row.id for row in self.suggestions)))


def _read(found: Own) -> Received:
    others = tuple(comment for comment in found.store.comments(found.key) if not comment.mine)
    undecided = (row for row in found.store.suggestions(found.key) if row.state == OPEN)
    return Received(others, tuple(undecided))


def notice() -> None:
    """Draw the count of what is new, where a link allows remarks or some were made. Nothing for anybody else."""
    found = own()
    if found is not None and not current_case().sample and _expects(found):
        _count()


def _expects(found: Own) -> bool:
    try:
        return any(link.role is Role.COMMENT for link in found.store.shares(found.key)) or bool(_read(found).ids)
    except AccordError:  # the store is away: the page has said so where the draft is kept
        return False


@st.fragment(run_every=LOOK_AGAIN)
def _count() -> None:
    found = own()
    if found is None:
        return
    try:
        new = _read(found).ids - st.session_state.get(SEEN, frozenset())
    except AccordError:
        return
    with st.container(key="remarks_count"):
        if not new:
            return
        words = plural("{n} new remark from your advisor", "{n} new remarks from your advisor", len(new))
        st.page_link(SUMMARY, label=words, icon=":material/comment:")
    if new - st.session_state.get(TOLD, frozenset()):
        st.session_state[TOLD] = new
        st.toast(words, icon=":material/comment:")


@st.fragment(run_every=LOOK_AGAIN)
def received() -> None:
    """Draw all remarks, marks and suggested values; what is drawn counts as seen."""
    found = own()
    if found is None or current_case().sample:
        return
    try:
        rows = _read(found)
        versions = _versions(found) if rows.ids else {}
    except AccordError as error:
        st.warning(plain(error.speak()), icon=":material/cloud_off:")
        return
    st.session_state[SEEN] = st.session_state.get(SEEN, frozenset()) | rows.ids
    if not rows.ids:
        st.markdown(_("No remarks so far."))
    for comment in rows.comments:
        _comment(found, comment, versions.get(comment.section, 0))
    for suggestion in rows.suggestions:
        _suggestion(found, suggestion, versions.get(suggestion.section, 0))


def _versions(found: Own) -> dict[str, int]:
    return {name: text.version for name, text in found.store.open(found.key).sections.items()}


def _comment(found: Own, comment: CommentText, version: int) -> None:
    with st.container(border=True):
        st.markdown(comment_words(current_case(), comment, version))
        st.button(
            _("Delete this remark"),
            key=f"remark_away_{comment.id.hex()}",
            type="tertiary",
            icon=":material/delete:",
            on_click=_delete,
            args=(found, comment.id),
        )


def _delete(found: Own, comment_id: bytes) -> None:
    try:
        found.store.delete_comment(found.key, comment_id)
    except AccordError as error:
        st.toast(plain(error.speak()), icon=":material/cloud_off:")


def _suggestion(found: Own, suggestion: SuggestionText, version: int) -> None:
    """Draw a suggested value beside the answer it would replace, with the decision."""
    case, name = current_case(), suggestion.id.hex()
    effect = tried(case, suggestion.about, suggestion.value)
    with st.container(border=True):
        st.markdown(_head(case, suggestion))
        st.markdown(
            _("Now: {before}  \nSuggested: **{after}**").format(
                before=plain(effect.before) or "—", after=plain(effect.after)
            )
        )
        if suggestion.reason:
            st.markdown(plain(suggestion.reason))
        if version != suggestion.base:
            st.markdown(_(":small[You changed this part after it was suggested. Look whether it still fits.]"))
        if effect.problem:
            st.warning(plain(effect.problem), icon=":material/error:")
        elif st.button(_("Take this value"), key=f"take_{name}", type="primary", icon=":material/check:"):
            _decide(found, suggestion, accepted=True)
        if st.button(_("Leave it as it is"), key=f"leave_{name}", icon=":material/close:"):
            _decide(found, suggestion, accepted=False)


def _head(case: Case, suggestion: SuggestionText) -> str:
    place = place_words(case, About.read(suggestion.about).path)
    return f"**{plain(place)}** · {moment_words(suggestion.at)}"


def _decide(found: Own, suggestion: SuggestionText, *, accepted: bool) -> None:
    """Write down the decision; an accepted value becomes the answer and is saved with the page."""
    try:
        open_still = found.store.settle(found.key, suggestion.id, accepted=accepted)
    except AccordError as error:
        st.warning(plain(error.speak()), icon=":material/cloud_off:")
        return
    if open_still and accepted:
        set_answer(suggestion.about, suggestion.value)
        forget_widgets(suggestion.about)
    st.rerun()
