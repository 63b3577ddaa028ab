"""What only the browser can do: name the page's language, and leave at once."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

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


def frame(lang: str, leave: str) -> None:
    """Set the document's language and draw the button that leaves the page at once."""
    _mount(key="frame", data={"lang": lang.replace("_", "-"), "leave": leave, "to": ELSEWHERE})
