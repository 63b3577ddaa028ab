"""Chapter 3 · Pick a channel: compare six ways, take the one that suits you, with the words for it; keep a log."""

import streamlit as st

from accord.i18n import _
from components import article, channel_papers, channels, contact_log, helplines
from components.page import close_page, open_page

case = open_page("channel")

channels.needs(case)
channels.comparison()
channels.cards()

st.header(_("The words, made from what you entered"), anchor="words")
helplines.own_numbers()
channel_papers.material(case)

contact_log.log(case)
article.aside("channel")

close_page("channel")
