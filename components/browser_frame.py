"""What only the browser can do: name the page's language, and leave at once."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_JS = (Path(__file__).parent / "browser" / "frame.js").read_text(encoding="utf-8")
_CSS = """
button {
  width: 100%; min-height: 2.75rem; font: inherit; cursor: pointer; color: var(--st-text-color);
  background: transparent; border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
"""
_mount = st.components.v2.component("workbook_frame", js=_JS, css=_CSS, html='<button type="button"></button>')
ELSEWHERE = "https://www.baidu.com/"
"""Where "leave at once" goes: a page nobody wonders about. It is opened by the person's tap, never by us."""


def frame(lang: str, leave: str) -> None:
    """Set the document's language and draw the button that leaves the page at once."""
    _mount(key="frame", data={"lang": lang.replace("_", "-"), "leave": leave, "to": ELSEWHERE})
