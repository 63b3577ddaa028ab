"""Chapter 8 · Summary: declining visits is not evading the debt. Review, action plan, papers, file."""

import streamlit as st

from accord.i18n import _
from components import article, own_desk, review
from components.page import close_page, open_page

case = open_page("summary")

article.section("8")

st.header(_("What to do next"), anchor=False)
review.action_plan(case)

st.header(_("Your answers, read back"), anchor=False)
review.all_answers(case)

own_desk.papers_and_file()
own_desk.share(case)

article.aside("summary")

close_page("summary")
