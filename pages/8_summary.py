"""Chapter 8 · Summary: declining visits is not evading the debt. Review, action plan, papers, file."""

import streamlit as st

from accord.i18n import _
from components import article, comments, files, review, sharing
from components.page import close_page, open_page

case = open_page("summary")

article.section("8")

st.subheader(_("What to do next"), anchor=False)
review.action_plan(case)

st.subheader(_("Your answers, read back"), anchor=False)
review.all_answers(case)

st.subheader(_("Papers and file"), anchor=False)
st.page_link("pages/package.py", label=_("Make the papers"), icon=":material/description:")
files.save_file()
files.remember()
files.erase()
st.subheader(_("Share with an advisor"), anchor="share")
comments.received()
sharing.panel(case)

article.aside("summary")

close_page("summary")
