"""The advisor's copy of the papers: to read on the page, and as one PDF made on an explicit button."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from accord.case import Case, Recipient
from accord.documents.package import package
from accord.documents.pdf import render
from accord.errors import AccordError
from accord.i18n import _, language
from components.handout import hand_out
from components.markup import plain
from components.page import reader_day
from components.paper import paper
from components.reading import Shared

MADE = "advisor_pdf"
"""Where a session holds the PDF it made last; it goes with everything else of this room."""


class _Made(NamedTuple):
    """A PDF with the answers it was made from."""

    stamp: str
    data: bytes


def papers(room: Shared, opened: tuple[str, ...]) -> None:
    """Draw the papers, and the way to take them as a PDF.

    Args:
        room: the shared workbook.
        opened: names of the private fields that the owner opened.
    """
    reader = _reader(room)
    built = package(room.case, recipient=reader, language=language(), on=reader_day(), opened=opened)
    made: _Made | None = st.session_state.get(MADE)
    if made and made.stamp == _stamp(room.case):
        name = f"{reader.value}-{reader_day():%Y-%m-%d}.pdf"
        hand_out(_("Download the PDF"), made.data, name, "application/pdf", "advisor_pdf_file")
    elif st.button(_("Make a PDF of it"), key="advisor_pdf_make", icon=":material/description:", width="stretch"):
        with st.spinner(_("Making the papers …")):
            try:
                st.session_state[MADE] = _Made(_stamp(room.case), render(built.paper))
            except AccordError as error:
                st.error(plain(error.speak()), icon=":material/error:")
                return
        st.rerun()
    paper(built.paper, "advisor_paper", top=2)


def _reader(room: Shared) -> Recipient:
    """Return whose papers are shown: the advisor's full set, or without the figures what the bank is to read."""
    return Recipient.ADVISOR if room.draft.view.figures else Recipient.BANK


def _stamp(case: Case) -> str:
    return f"{case.model_dump_json()}{reader_day():%Y-%m-%d}{language()}"
