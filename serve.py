"""The hardened way in: the same pages as app.py, with room for routes and a guard in front.

Started by `make run` and by every hosted deployment as `streamlit run serve.py`; address, port and allowed
hosts are flags of that command. `streamlit run app.py` stays the plain way, for Community Cloud.
"""

import streamlit as st

from accord.serving import begin_serving

begin_serving()

app = st.App("app.py")
