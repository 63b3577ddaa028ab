"""Folded parts whose title changes while somebody writes in them: what is open stays open.

To Streamlit a part with another title is another part, and is drawn shut, unless it has a key.
"""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

SHOWN = "titles_shown"


def fold(title: str, key: str, *, icon: str | None = None, expanded: bool = False) -> ExpanderContainer:
    """Draw a folded part with all that is in it; when `expanded` changes, it opens or folds anew."""
    return st.expander(title, icon=icon, expanded=expanded, key=f"{key}_opened" if expanded else key)


def lazy_fold(title: str, key: str, *, icon: str | None = None, expanded: bool = False) -> ExpanderContainer:
    """Draw a folded part that is filled only while it is `open`."""
    shown = st.session_state.setdefault(SHOWN, {})
    if shown.get(key, title) != title:
        st.session_state[key] = True
    box = st.expander(title, icon=icon, expanded=expanded, key=key, on_change="rerun")
    if box.open:
        shown[key] = title
    else:
        shown.pop(key, None)
    return box
