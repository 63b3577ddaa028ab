"""The start page's parts: tonight, tomorrow or now; the doors; links to what may fit."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.chapters import CHAPTERS, progress
from accord.i18n import _, language
from components import carry, closed_browser, emergency, files, keeping, link_door
from components.markup import plain
from components.page import reader_day
from components.session import has_answers

SHORT_WAY = "pages/short_way.py"


def tonight_or_now() -> None:
    """Draw the first block, before any question: somebody is coming, or stands at the door."""
    with st.container(border=True):
        st.markdown(_("## :material/door_front: Someone coming tonight or tomorrow? Someone at the door now?"))
        coming, now = st.tabs([_("They say they are coming"), _("At the door now")])
        with coming:
            emergency.coming_steps()
        with now:
            emergency.card_body("at_the_door")


def doors(case: Case) -> None:
    """Draw the three doors: start, continue, see an example."""
    st.header(_("Where would you like to begin?"), anchor=False)
    inside = bool(closed_browser.app_name())
    if inside:
        closed_browser.about_files()
        carry.panel("start_carry")
    begun = has_answers(case) and not case.sample
    if begun:
        _door(
            _("Continue where you stopped"), "door_continue", ":material/play_arrow:", _open_chapter(case), first=True
        )
    _door(_("Start: seven answers, ten minutes"), "door_start", ":material/bolt:", SHORT_WAY, first=not begun)
    carry.way_in()
    with st.expander(_("Continue with a saved file"), icon=":material/upload_file:", expanded=files.arrived()):
        files.open_file()
    with st.expander(_("See an example (complete, clearly invented)"), icon=":material/visibility:"):
        for name in SAMPLES:
            _example_door(name)
    link_door.way_in()
    if not inside:
        carry.panel("start_carry")


def _door(words: str, key: str, icon: str, page: str, *, first: bool) -> None:
    """Draw one door; the first is the one most people want."""
    if st.button(words, type="primary" if first else "secondary", icon=icon, width="stretch", key=key):
        st.switch_page(page)


def _open_chapter(case: Case) -> str:
    """Return the page of the first chapter that still lacks something, the last one when none does."""
    still_open = (found for found in CHAPTERS if progress(case, found.id, reader_day()).state != "done")
    return next(still_open, CHAPTERS[-1]).page


def _example_door(name: str) -> None:
    found = sample(name, language())
    st.button(
        plain(_("{name}: {story}").format(name=found.person.name, story=found.position.cause_words)),
        key=f"example_{name}",
        on_click=keeping.show_example,
        args=(found,),
        width="stretch",
    )


def fitting_links() -> None:
    """Draw links to what may fit; never a questionnaire in front."""
    st.header(_("Does one of these fit?"), anchor=False)
    for card_id, words in emergency.FITTING:
        emergency.link(card_id, _(words))
