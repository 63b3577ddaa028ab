"""Chapter 1 · Understand the bank: what it wants, where your debt stands in its books, who can decide."""

import streamlit as st

from accord.i18n import _
from components import article, rule_cards, understand
from components.page import close_page, open_page

case = open_page("understand")

article.section("1.1")

article.section("1.2")
understand.goals(case)

article.section("understand.clock")
understand.clock(case)

article.section("1.3")
understand.who_is_speaking()

st.header(_("What collectors may and may not do"), anchor="rules")
rule_cards.chosen(rule_cards.usual_kind(case))

understand.what_a_bank_weighs(case)
article.aside("understand")

close_page("understand")
