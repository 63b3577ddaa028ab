"""What the rules say: every rule the workbook knows, with its source; and every word it uses, with its meaning."""

import streamlit as st

from accord.i18n import _
from components import glossary_help, rules_page
from components.page import close_page, open_page, reader_day

case = open_page("rules", title=_("What the rules say"))

st.title(_("What the rules say, and where it stands"), anchor=False)
st.markdown(_("Every rule with its source, the day we read it, and how sure we are. It is not legal advice."))
st.markdown(f":small[{rules_page.facts(reader_day())}]")

rules_page.browse()

st.header(_("Words of banks and courts"), anchor="words")
glossary_help.listing()

close_page("rules")
