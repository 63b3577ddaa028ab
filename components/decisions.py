"""Suggested values: beside the answer each would replace, the owner takes it or leaves the answer as it is."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.errors import AccordError
from accord.i18n import N_, _
from accord.store import SuggestionText
from components.amounts import HIDDEN, hidden
from components.link_list import moment_words
from components.markup import plain
from components.session import forget_widgets, set_answer
from components.suggested import tried
from components.threads import BETWEEN, Voice, place_title, who

STATES = {
    "open": N_("not decided yet"),
    "accepted": N_("accepted"),
    "refused": N_("not taken"),
}


def undecided(voice: Voice, suggestion: SuggestionText, case: Case, version: int) -> None:
    """Draw a suggested value for the owner: what stands now, what it would be, and the decision."""
    effect, name = tried(case, suggestion.about, suggestion.value), suggestion.id.hex()
    with st.container(border=True, key=f"remark_{name}"):
        st.markdown(_head(case, suggestion))
        st.markdown(
            _("Now: {before}  \nSuggested: **{after}**").format(
                before=_value(effect.before), after=_value(effect.after)
            )
        )
        if suggestion.reason:
            st.markdown(plain(suggestion.reason))
        if version != suggestion.base:
            st.markdown(_(":small[You changed this part after it was suggested. Look whether it still fits.]"))
        if effect.problem:
            st.warning(plain(effect.problem), icon=":material/error:")
        with st.container(horizontal=True):
            if not effect.problem:
                _button(_("Take this value"), f"take_{name}", "check", voice, suggestion, accepted=True)
            _button(_("Leave it as it is"), f"leave_{name}", "close", voice, suggestion, accepted=False)


def _button(  # noqa: PLR0913  the button and what it decides
    label: str, key: str, icon: str, voice: Voice, suggestion: SuggestionText, *, accepted: bool
) -> None:
    st.button(
        label,
        key=key,
        type="primary" if accepted else "secondary",
        icon=f":material/{icon}:",
        on_click=_decide,
        args=(voice, suggestion),
        kwargs={"accepted": accepted},
    )


def told(case: Case, suggestion: SuggestionText) -> None:
    """Draw a suggested value for the advisor, with what became of it."""
    value = tried(case, suggestion.about, suggestion.value).after
    body = _("Suggested: {value}, {state}").format(value=_value(value), state=_(STATES[suggestion.state]))
    with st.container(border=True):
        st.markdown(f"{_head(case, suggestion)}  \n{body}")


def _value(words: str) -> str:
    if not words:
        return "—"
    return HIDDEN if hidden() and words.startswith("¥") else plain(words)


def _head(case: Case, suggestion: SuggestionText) -> str:
    place = plain(place_title(case, suggestion.about))
    parts = (f"**{place}**" if place else "", who(suggestion), moment_words(suggestion.at))
    return BETWEEN.join(part for part in parts if part)


def _decide(voice: Voice, suggestion: SuggestionText, *, accepted: bool) -> None:
    """Write down the decision; an accepted value becomes the answer and is saved with the page."""
    try:
        open_still = voice.store.settle(voice.key, suggestion.id, accepted=accepted)
    except AccordError as error:
        st.toast(plain(error.speak()), icon=":material/cloud_off:")
        return
    if open_still and accepted:
        set_answer(suggestion.about, suggestion.value)
        forget_widgets(suggestion.about)
