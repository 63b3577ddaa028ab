"""The floor under every page: a button and a text."""

import streamlit as st

st.session_state["n"] = st.session_state.get("n", 0) + 1
st.button("again", key="again")
st.text(f"run {st.session_state['n']}")
