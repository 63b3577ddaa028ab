"""The privacy notice of this host, and what nobody can promise."""

import streamlit as st

from accord.i18n import _
from accord.settings import settings
from components import privacy
from components.page import close_page, open_page

case = open_page("privacy", title=_("Privacy notice"))

st.title(_("What happens to your answers"), anchor=False)
privacy.notice(settings())

close_page("privacy")
