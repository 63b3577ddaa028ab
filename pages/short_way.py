"""The short way: seven answers, then one instalment, one call script and one letter."""

import streamlit as st

from accord.i18n import _
from components import short_way
from components.page import close_page, open_page

case = open_page("short_way", title=_("The short way"))

st.badge(_("seven answers · about ten minutes"), icon=":material/bolt:", color="gray")
st.title(_("Seven answers, then the words for the call"), anchor=False)
st.markdown(
    _("Rough figures are fine, and you may leave any of them empty. All of it stands in the chapters afterwards.")
)

short_way.seven_answers(case)
short_way.result(case)
short_way.go_deeper()

close_page("short_way")
