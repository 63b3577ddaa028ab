"""The proofs of a shared workbook, where its owner opened them: named at once, their pages drawn when one is looked at.

Pictures go to this page alone, inside the page, and stay in no session.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from accord.case import Evidence, EvidenceFile
from accord.errors import AccordError
from accord.i18n import _, plural
from components import pictures
from components.markup import plain
from components.reading import Shared

SIDE: Final = 1200
"""Pixels of a page's longer side: enough to read it by, on a phone after a touch."""


def opened(room: Shared) -> frozenset[str] | None:
    """Return the names of the files that a link shows; None where it shows none, or they cannot be read now."""
    try:
        return frozenset(file.id.hex() for file in room.store.files(room.ticket))
    except AccordError:
        return None


def proofs(room: Shared) -> None:
    """Draw the papers with pictures; nothing where the link does not show them, or they cannot be read now."""
    open_here = opened(room)
    if open_here is None:
        return
    shown = [(paper, [file for file in paper.files if file.id in open_here]) for paper in room.case.evidence]
    number = sum(len(files) for _paper, files in shown)
    if not number:
        st.markdown(_("No proof is uploaded yet."))
        return
    st.markdown(f"**{plural('{n} uploaded proof', '{n} uploaded proofs', number)}**")
    for paper, files in shown:
        if files:
            _paper_box(room, paper, files)


def _paper_box(room: Shared, paper: Evidence, files: list[EvidenceFile]) -> None:
    title = paper.title or _("Paper without a name")
    box = st.expander(plain(title), icon=":material/image:", key=f"advisor_proof_{paper.id}", on_change="rerun")
    if not box.open:
        return
    with box:
        if paper.proves:
            st.markdown(f":small[{plain(paper.proves)}]")
        found = [pictures.shared_pages(room.store, room.ticket, file) for file in files]
        pages = [page for some in found for page in some or ()]
        for number, page in enumerate(pages, 1):
            words = _("{exhibit}, page {n}").format(exhibit=title, n=number)
            st.image(pictures.preview(page, SIDE), caption=plain(words), width="stretch", alt=words)
        if None in found:
            st.markdown(_("Some pictures cannot be shown right now. Please try again in a minute."))
