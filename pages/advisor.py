"""Behind a share link: another person's workbook, read only, beginning with one page of triage."""

import streamlit as st

from accord.i18n import _
from components import advisor_view
from components.page import close_page, open_page

open_page("advisor", title=_("A shared workbook"))

st.title(_("A shared workbook"), anchor=False)
advisor_view.room()

close_page("advisor")
