"""The owner's desk in chapter 8: papers, file, where the draft is kept, who may read along.

Whoever reads a shared workbook finds the chapter without it.
"""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.i18n import _
from components import carry, comments, files, reading, sharing


@reading.owners_only
def papers_and_file() -> None:
    """Draw the way to the papers, and all that can be done with the draft itself."""
    st.header(_("Papers and file"), anchor=False)
    made = st.button(
        _("Make the papers"), key="open_package", type="primary", icon=":material/description:", width="stretch"
    )
    if made:
        st.switch_page("pages/package.py")
    files.save_file()
    files.remember()
    carry.panel()
    files.erase()


@reading.owners_only
def share(case: Case) -> None:
    """Draw what others said, and the links they have."""
    st.header(_("Share with an advisor"), anchor="share")
    comments.received()
    sharing.panel(case)
