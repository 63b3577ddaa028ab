"""The article's words, section by section, in the reader's language."""

from __future__ import annotations

import streamlit as st

from accord.i18n import _, language
from accord.knowledge.article import Section, chapter_text
from accord.knowledge.article import section as read_section
from accord.knowledge.term_finder import met_in
from components import glossary_help
from components.markup import plain
from components.read_aloud import read_aloud


def section(number: str) -> None:
    """Draw one section of the article: its title, its text, and the words that are met here first."""
    found = read_section(number, language())
    st.header(plain(found.title), anchor=f"s{number.replace('.', '-')}")
    _body(found, number)


def folded(number: str, *, icon: str = ":material/menu_book:") -> None:
    """Draw one section folded away under its title."""
    found = read_section(number, language())
    with st.expander(plain(found.title), icon=icon):
        _body(found, number)


def aside(chapter_id: str) -> None:
    """Draw what stands beside a chapter's sections: why it matters, a worked example, common mistakes."""
    texts = {found.number: found for found in chapter_text(chapter_id, language())}
    for name, icon in (
        ("why", ":material/lightbulb:"),
        ("example", ":material/person:"),
        ("mistakes", ":material/rule:"),
    ):
        if name in texts:
            _fold(texts[name], icon, f"{chapter_id}.{name}")
    read_aloud(chapter_id)


def _fold(found: Section, icon: str, address: str) -> None:
    with st.expander(plain(found.title) or _("Read more"), icon=icon):
        _body(found, address)


def _body(found: Section, address: str) -> None:
    st.markdown(found.body)
    glossary_help.words_here(met_in(address, language()), address)
