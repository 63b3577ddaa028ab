"""Chapter 5 · Negotiate: be sincere, ask for something reasonable, keep talking."""

import streamlit as st

from accord.i18n import _
from components import article, lab, negotiation
from components.page import close_page, open_page

case = open_page("negotiate")

article.section("5.2")
debt = lab.choose_debt(case)
lab.lab(debt)

article.section("5.1")
negotiation.letter(case, debt)

article.section("5.3")
negotiation.objections(debt)

st.subheader(_("Offers, mine and theirs"), anchor=False)
negotiation.offers(case)
article.aside("negotiate")

close_page("negotiate")
