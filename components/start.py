"""The start page's parts: tonight, tomorrow or now; the doors; links to what may fit."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.case.samples import SAMPLES, sample
from accord.chapters import CHAPTERS
from accord.i18n import _, language
from components import carry, closed_browser, emergency, files, keeping, link_door
from components.markup import plain
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
    if st.button(
        _("Start: seven answers, ten minutes"),
        type="primary",
        icon=":material/bolt:",
        width="stretch",
        key="door_start",
    ):
        st.switch_page(SHORT_WAY)
    if has_answers(case) and not case.sample:
        begun = _("Continue where you stopped")
        if st.button(begun, icon=":material/play_arrow:", width="stretch", key="door_continue"):
            st.switch_page(CHAPTERS[0].page)
    carry.way_in()
    with st.expander(_("Continue with a saved file"), icon=":material/upload_file:"):
        files.open_file()
    with st.expander(_("See an example (complete, clearly invented)"), icon=":material/visibility:"):
        for name in SAMPLES:
            _example_door(name)
    link_door.way_in()
    if not inside:
        carry.panel("start_carry")


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
