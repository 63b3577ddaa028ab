"""The language switch. The language is asked for at each use, so callbacks and fragments speak it too."""

from __future__ import annotations

from typing import Literal, cast

import streamlit as st

from accord.i18n import CHINESE, ENGLISH, ask_reader
from components.session import current_case

NAMES = {CHINESE: "中文", ENGLISH: "English"}


def spoken() -> str:
    """Return the reader's language: their choice, else their browser's."""
    chosen = st.session_state.get("language")
    return str(chosen) if chosen else browser_language()


def browser_language() -> str:
    """Return Chinese for browsers set to Chinese or to nothing we know, else English."""
    locale = (st.context.locale or "zh").lower()
    return ENGLISH if locale.startswith("en") else CHINESE


def begin_speaking() -> None:
    """Settle the session's language and let the engine ask for it."""
    if "language" not in st.session_state:
        st.session_state["language"] = browser_language()
    ask_reader(spoken)
    case = current_case()
    if case.language != st.session_state["language"]:
        case.language = cast("Literal['zh_CN', 'en']", st.session_state["language"])


def _switch() -> None:
    chosen = st.session_state.get("language_switch")
    if chosen:
        st.session_state["language"] = chosen


def switch() -> None:
    """Draw the switch. Nothing typed is lost by it."""
    st.session_state["language_switch"] = spoken()
    st.segmented_control(
        "语言 / Language",
        list(NAMES),
        format_func=NAMES.__getitem__,
        key="language_switch",
        on_change=_switch,
        label_visibility="collapsed",
    )
