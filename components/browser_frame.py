"""What only the browser can do: name the page's language, lead to a field, and leave at once."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.session import WIDGETS

_FOLDER = Path(__file__).parent / "browser"
_mount = st.components.v2.component(
    "workbook_frame",
    js=(_FOLDER / "frame.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "frame.css").read_text(encoding="utf-8"),
    html='<button type="button" class="workbook-leave"></button>',
    isolate_styles=False,  # the page's own main buttons are dressed as well
)
ELSEWHERE = "https://www.baidu.com/"
"""Where "leave at once" goes: a page nobody wonders about. It is opened by the person's tap, never by us."""

LED_TO = "led_to"
"""Where a session notes the answer whose field the next page leads to."""


def lead_to(answer: str) -> None:
    """Let the next page that is drawn show the field of an answer and put the cursor there."""
    st.session_state[LED_TO] = answer


def frame(lang: str, leave: str) -> None:
    """Set the document's language, lead to a field if one was asked for, draw the button that leaves at once."""
    answer = st.session_state.pop(LED_TO, "")
    field = f"{WIDGETS}{answer}" if answer else ""
    _mount(key="frame", data={"lang": lang.replace("_", "-"), "leave": leave, "to": ELSEWHERE, "field": field})
