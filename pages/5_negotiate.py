"""Chapter 5 · Negotiate: be sincere, ask for something reasonable, keep talking."""

import streamlit as st

from accord.i18n import _
from components import article, lab, live_call, negotiation, rehearsal
from components.page import close_page, open_page

case = open_page("negotiate")

article.section("5.2")
debt = lab.choose_debt(case)
lab.lab(debt)

article.section("5.1")
negotiation.letter(case, debt)

article.section("5.3")
negotiation.objections(debt)

rehearsal.practice(debt)
live_call.ready(case, titled=True)

st.header(_("Offers, mine and theirs"), anchor="offers")
negotiation.offers()
article.aside("negotiate")

close_page("negotiate")
