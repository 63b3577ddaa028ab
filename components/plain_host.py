"""What is different in the plain mode, on a host that may forget: said once, with the file beside it."""

from __future__ import annotations

import streamlit as st

from accord.case.workbook import write_workbook
from accord.i18n import _
from accord.serving import served
from components.handout import hand_out
from components.session import current_case, has_answers

READ = "plain_host_read"


def words() -> list[str]:
    """Return what is different on this host, in words: it may forget drafts, it may send usage statistics."""
    found = []
    if not served():
        found.append(
            _("This host may lose drafts, at a restart for example. Save the workbook file from time to time as well.")
        )
    if st.get_option("browser.gatherUsageStats"):
        found.append(
            _("On this host Streamlit's usage statistics are switched on: the page's address goes to Streamlit.")
        )
    return found


def banner() -> None:
    """Draw, in the plain mode and until it was read, that this host may forget, and the file beside it."""
    case = current_case()
    if served() or case.sample or not has_answers(case) or st.session_state.get(READ):
        return
    with st.container(border=True, key="plain_host"):
        st.markdown(_("**This host may forget: download your file**"))
        typed = _("What you type is taken over when you leave the field, or two seconds after you stop.")
        lines = [*words(), typed]
        if any(paper.files for paper in case.evidence):
            lines.append(
                _("The photographs of your papers are not in it: the encrypted file in chapter 8 takes them along.")
            )
        st.markdown("\n".join(f"- :small[{line}]" for line in lines))
        hand_out(_("Save the workbook file"), write_workbook(case), "workbook.json", "application/json", "plain_file")
        st.button(_("I have read this"), key=READ + "_yes", on_click=_read, width="stretch")


def _read() -> None:
    st.session_state[READ] = True
