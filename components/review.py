"""The last look: what to do next, and every answer read back with a way to change it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import streamlit as st

from accord.case import Case
from accord.case.review import Said, chapter_answers
from accord.chapters import CHAPTERS, Chapter
from accord.i18n import N_, _
from accord.watch import Action, When, actions
from components import reading, rows
from components.browser_frame import lead_to
from components.markup import plain
from components.page import reader_day
from components.said import covered, said

TITLES = {When.TODAY: N_("Today"), When.THIS_WEEK: N_("This week"), When.BY_DATE: N_("By date")}
NESTED = "&nbsp;&nbsp;"


def action_plan(case: Case) -> None:
    """Draw the one-page action plan."""
    found = actions(case, reader_day())
    if not found:
        st.markdown(_("Nothing is due. Begin with the short way, or with chapter 1."))
        return
    chapters = {chapter.id: chapter for chapter in CHAPTERS}
    for when, group in groupby(found, key=lambda action: action.when):
        with st.container(border=True):
            st.markdown(f"### :material/event_available: {_(TITLES[when])}")
            for action in group:
                st.markdown(f"- {_line(action)}")
                if not reading.on():
                    there = chapters[action.page]
                    named = f"{_('Chapter {n}').format(n=there.number)} · {_(there.title)}"
                    st.page_link(there.page, label=named, icon=":material/arrow_forward:")


def _line(action: Action) -> str:
    words = plain(action.words)
    return f"**{action.by:%Y\\-%m\\-%d}** {words}" if action.by else words


def all_answers(case: Case) -> None:
    """Draw every answer, chapter by chapter, each chapter with its edit link."""
    some = False
    for chapter in CHAPTERS:
        answers = chapter_answers(case, chapter.id)
        if answers:
            some = True
            _chapter(chapter, answers)
    if not some:
        st.markdown(_("Nothing is answered yet."))


def _chapter(chapter: Chapter, answers: tuple[Said, ...]) -> None:
    with st.expander(f"{chapter.number} {_(chapter.title)}", icon=":material/checklist:"):
        if not reading.on():
            st.page_link(chapter.page, label=_("Change these answers"), icon=":material/edit:")
            _one_answer(chapter, answers)
        st.markdown("  \n".join(_said(line) for line in answers))


def _one_answer(chapter: Chapter, answers: tuple[Said, ...]) -> None:
    """Draw the list of answers; choosing one leads to its field."""
    named = dict(_named(answers))
    picked = st.selectbox(
        _("Change one answer"),
        list(named),
        index=None,
        key=f"change_{chapter.id}",
        format_func=named.__getitem__,
        placeholder=_("Choose it, and its field opens"),
    )
    if picked:
        rows.open_card(picked)
        lead_to(picked)
        st.switch_page(chapter.page)


def _named(answers: tuple[Said, ...]) -> Iterator[tuple[str, str]]:
    """Yield each answer's path with its value and, before it, the rows it lies in: many rows hold the same field."""
    above: dict[int, str] = {}
    for line in answers:
        if not line.value:
            above = {level: words for level, words in above.items() if level < line.level} | {line.level: line.label}
            continue
        inside = " ".join(words for level, words in sorted(above.items()) if level <= line.level)
        told = _("{name}: {value}").format(name=line.label, value=covered(line.value))
        yield line.path, f"{inside} · {told}"


def _said(line: Said) -> str:
    if not line.value:
        return f"{NESTED * line.level}**{plain(line.label)}**"
    return NESTED * line.level + _("{name}: {value}").format(name=plain(line.label), value=said(line.value))
