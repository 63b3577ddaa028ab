"""What a workbook file would change: each answer that differs, here and in the file, before anything is replaced."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from accord.case import Case
from accord.case.review import GROUPS, chapter_answers
from accord.i18n import _, plural
from components.amounts import HIDDEN, hidden
from components.tables import markdown_table

MOST = 40
"""Lines that are shown; a number stands for the rest."""
SHORT = 8
"""Lines that need no box to scroll in."""


class Changed(NamedTuple):
    """One answer that differs: its label, its words here and in the file; empty where there is none."""

    label: str
    here: str
    there: str


def changed_answers(here: Case, there: Case) -> tuple[Changed, ...]:
    """Return every answer that differs between two cases, in the chapters' order."""
    mine, theirs = _said(here), _said(there)
    paths = list(dict.fromkeys([*mine, *theirs]))
    found = (Changed(*_labelled(path, mine, theirs)) for path in paths if mine.get(path) != theirs.get(path))
    return tuple(line for line in found if line.here or line.there)


_Lines = dict[str, tuple[str, str]]


def _said(case: Case) -> _Lines:
    return {line.path: (line.label, line.value) for name in GROUPS for line in chapter_answers(case, name)}


def _labelled(path: str, mine: _Lines, theirs: _Lines) -> tuple[str, str, str]:
    empty = ("", "")
    here, there = mine.get(path, empty), theirs.get(path, empty)
    return here[0] or there[0], here[1], there[1]


def preview(here: Case, there: Case) -> None:
    """Draw the answers that would change."""
    lines = changed_answers(here, there)
    if not lines:
        st.markdown(_("The file holds the same answers as this page."))
        return
    st.markdown(plural("{n} answer would change:", "{n} answers would change:", len(lines)))
    headers = [_("Which answer"), _("here"), _("in the file")]
    rows = [[line.label, _shown(line.here), _shown(line.there)] for line in lines[:MOST]]
    with st.container(height=320 if len(rows) > SHORT else "content"):
        st.markdown(markdown_table(headers, rows, amounts=False))
    if len(lines) > MOST:
        st.markdown(plural("and {n} more", "and {n} more", len(lines) - MOST))


def _shown(words: str) -> str:
    if hidden() and words.startswith("¥"):
        return HIDDEN
    return words or "—"
