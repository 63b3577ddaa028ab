"""Reading aloud by the browser's own voice. Only voices on the device are used, so nothing is sent anywhere."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from accord.i18n import _, language
from accord.knowledge.article import chapter_text
from components.page import reader_day

_JS = (Path(__file__).parent / "browser" / "read_aloud.js").read_text(encoding="utf-8")
_CSS = """
button {
  min-height: 2.5rem; padding: 0 1rem; font: inherit; cursor: pointer; color: var(--st-text-color);
  background: transparent; border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
span { margin-left: 0.75rem; color: var(--st-text-color); }
"""
_mount = st.components.v2.component(
    "workbook_read_aloud", js=_JS, css=_CSS, html='<button type="button"></button><span role="status"></span>'
)


def read_aloud(chapter_id: str) -> None:
    """Draw a button that reads a chapter's text aloud, and stops at a second tap."""
    text = "\n".join(f"{found.title}。{found.body}" for found in chapter_text(chapter_id, language(), reader_day()))
    _mount(
        key=f"read_aloud_{chapter_id}",
        data={
            "text": text.replace("**", "").replace("- ", ""),
            "lang": language().replace("_", "-"),
            "start": _("Read this chapter aloud"),
            "stop": _("Stop reading"),
            "none": _("This device has no voice of its own for this language."),
        },
    )
