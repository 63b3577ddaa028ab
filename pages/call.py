"""During a call: the limit, the next sentence, the time, a place for notes, and nothing else."""

import streamlit as st

from accord.i18n import _
from components import live_call
from components.page import close_page, open_page

case = open_page("call", title=_("During the call"))

if live_call.under_way(case):
    live_call.screen()
else:
    st.title(_("During the call"), anchor=False)
    live_call.afterwards(case)
    live_call.ready(case)
    st.page_link("pages/5_negotiate.py", label=_("Back to chapter 5"), icon=":material/arrow_back:")

close_page("call")
