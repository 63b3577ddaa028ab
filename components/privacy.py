"""The privacy notice: what is promised, what is true on this host, and what nobody can promise."""

from __future__ import annotations

import streamlit as st

from accord.i18n import language
from accord.knowledge.article import section
from accord.serving import served
from accord.settings import Settings
from components.markup import plain

BEFORE = ("promise",)
AFTER = ("kept", "yours", "limits")


def here(settings: Settings) -> str:
    """Return which section tells where the workbook runs: an own computer, somebody's server, or a host of apps."""
    if not served():
        return "plain"
    return "hosted" if settings.public_url else "local"


def notice(settings: Settings) -> None:
    """Draw the notice that is true on this host."""
    for name in (*BEFORE, here(settings), *AFTER):
        found = section(f"privacy.{name}", language())
        st.header(plain(found.title), anchor=name)
        st.markdown(found.body)
