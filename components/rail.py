"""The progress rail: eight chapters with their state, what is kept, language, hide amounts, leave at once."""

from __future__ import annotations

from datetime import date

import streamlit as st

from accord.case import Case
from accord.chapters import CHAPTERS, Chapter, Progress, progress
from accord.i18n import _, language
from components import amounts, comments, reader_frame, reading, status
from components import language as tongue
from components.browser_frame import frame
from components.reading import ADDRESS

ICONS = {
    "done": ":material/check_circle:",
    "begun": ":material/contrast:",
    "not_begun": ":material/radio_button_unchecked:",
}


def rail(case: Case, here: str, on: date) -> None:
    """Draw the rail in the sidebar."""
    with st.sidebar:
        st.page_link("app.py", label=f"**{_('Bank Negotiation Workbook')}**", icon=":material/menu_book:")
        st.markdown(f":small[{status.status_line()}]")
        with st.container():
            comments.count()
        for chapter in CHAPTERS:
            _chapter_link(chapter, progress(case, chapter.id, on), here)
        st.page_link("pages/short_way.py", label=_("The short way: ten minutes"), icon=":material/bolt:")
        st.page_link("pages/package.py", label=_("The papers"), icon=":material/description:")
        st.page_link("pages/rules.py", label=_("What the rules say"), icon=":material/gavel:")
        st.page_link("pages/privacy.py", label=_("Privacy notice"), icon=":material/shield_lock:")
        _foot()


def shared_rail(case: Case, here: str, on: date) -> None:
    """Draw the rail of a shared workbook: its chapters, where the owner opened them, and the way out."""
    with st.sidebar:
        st.markdown(f"**:material/visibility: {_('Shared workbook, read only')}**")
        reader_frame.to_overview()
        shared = reading.shared()
        for found in CHAPTERS if shared and shared.draft.view.figures else ():
            if found.id in reader_frame.READ_HERE:
                _chapter_link(found, progress(case, found.id, on), here, ADDRESS)
        reader_frame.way_out()
        _foot()


def _foot() -> None:
    st.divider()
    tongue.switch()
    amounts.toggle()
    frame(language(), _("Leave this page at once"))


def _chapter_link(chapter: Chapter, state: Progress, here: str, to: dict[str, str] | None = None) -> None:
    word = {"done": _("done"), "begun": _("begun"), "not_begun": ""}[state.state]
    title = f"{chapter.number} {_(chapter.title)}"
    shown = f"**{title}**" if chapter.id == here else title
    st.page_link(
        chapter.page,
        label=_("{title}: {state}").format(title=shown, state=word) if word else shown,
        icon=ICONS[state.state],
        query_params=to,
    )
