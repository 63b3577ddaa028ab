"""The front door: help for tonight first, then what this is, then three doors."""

import streamlit as st

from accord.i18n import _
from components import article, start
from components.page import close_page, open_page

case = open_page("start")

st.title(_("Bank Negotiation Workbook"), anchor=False)
start.tonight_or_now()

article.section("0")
article.section("0.1", whole=True)
start.doors(case)
start.fitting_links()

close_page("start")
