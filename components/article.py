"""The article's words, section by section, in the reader's language: the first paragraph open, the rest one tap away.

A chapter is for doing something; who wants to read on finds the whole text under the same title.
"""

from __future__ import annotations

import streamlit as st

from accord.i18n import _, language
from accord.knowledge.article import Section, chapter_text
from accord.knowledge.article import section as read_section
from accord.knowledge.term_finder import met_in, terms_in
from components import glossary_help, rule_cards
from components.markup import plain
from components.page import reader_day
from components.read_aloud import read_aloud


def section(number: str, *, whole: bool = False) -> None:
    """Draw one section of the article: its title, its first paragraph, and the rest folded away unless `whole`."""
    found = _read(number)
    st.header(plain(found.title), anchor=f"s{number.replace('.', '-')}")
    st.markdown(found.body if whole else found.lead)
    met = met_in(number, language())
    at_once = met if whole else tuple(word for word in met if word in terms_in(found.lead, language()))
    glossary_help.words_here(at_once, f"{number}.lead")
    if found.rest and not whole:
        with st.expander(_("Read on: {title}").format(title=plain(found.title)), icon=":material/menu_book:"):
            st.markdown(found.rest)
            rule_cards.sources(found.rules)
            glossary_help.words_here((word for word in met if word not in at_once), number)


def folded(number: str, *, icon: str = ":material/menu_book:") -> None:
    """Draw one section folded away under its title."""
    _fold(_read(number), icon, number)


def aside(chapter_id: str) -> None:
    """Draw what stands beside a chapter's sections: why it matters, an example, common mistakes, the rules."""
    texts = {found.number: found for found in chapter_text(chapter_id, language(), reader_day())}
    for name, icon in (
        ("why", ":material/lightbulb:"),
        ("example", ":material/person:"),
        ("mistakes", ":material/rule:"),
        ("rules", ":material/gavel:"),
    ):
        if name in texts:
            _fold(texts[name], icon, f"{chapter_id}.{name}")
    read_aloud(chapter_id)


def _read(number: str) -> Section:
    return read_section(number, language(), reader_day())


def _fold(found: Section, icon: str, address: str) -> None:
    with st.expander(plain(found.title) or _("Read more"), icon=icon):
        st.markdown(found.body)
        rule_cards.sources(found.rules)
        glossary_help.words_here(met_in(address, language()), address)
