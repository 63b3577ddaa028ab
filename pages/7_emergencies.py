"""Chapter 7 · Handle emergencies: cards that open at once, today's letter, who helps, what to do after a no."""

import streamlit as st

from accord.i18n import _
from components import article, changes, emergency, helplines
from components.page import close_page, open_page

case = open_page("emergencies")

st.header(_("What is happening now?"), anchor="cards")
helplines.own_numbers()
emergency.all_cards()
changes.hold_letter(case)

article.section("7.1")
changes.events(case)

article.section("7.2")
helplines.lines()
helplines.agent_test()

article.section("7.3")
helplines.refusal_ladder(case)
article.aside("emergencies")

close_page("emergencies")
