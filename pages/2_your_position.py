"""Chapter 2 · Clarify your position: why no visits, what instead, what to ask for — and what stays private."""

import streamlit as st

from accord.i18n import _
from components import article, position
from components.page import close_page, open_page

case = open_page("position")

article.section("2.1")
position.reasons()

article.section("2.2")
position.goals(case)
position.story()

article.section("2.3")
position.instead()

st.header(_("Your statement, as you type"), anchor=False)
position.statement(case)

position.private_limits()
position.gates(case)
article.aside("position")

close_page("position")
