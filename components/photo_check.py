"""What a photo could be better at, said kindly; a turn, and numbers covered for good."""

from __future__ import annotations

from functools import partial

import streamlit as st

from accord.case import Evidence, EvidenceFile
from accord.errors import StoreError
from accord.evidence.covering import BANDS, WHOLE, Box, covered, turned
from accord.evidence.sheaf import Page
from accord.i18n import N_, _
from components import pictures
from components.markup import plain
from components.session import current_case

HINTS = {
    "small": N_("The picture is small: fine print may not be readable. Take it from closer, or send the original."),
    "dark": N_("The picture is dark. By a window, without flash, it will be easier to read."),
    "blurred": N_("The picture is blurred. Hold still, tap on the paper to focus, and try once more."),
    "sideways": N_("The page seems to lie on its side. You can turn it below."),
}
PLACES = {
    "top": N_("Upper part"),
    "middle": N_("Middle part"),
    "bottom": N_("Lower part"),
}
SEEN = 640
TROUBLE, CHANGED = "photo_trouble", "photo_changed"


def hints(found: tuple[str, ...]) -> None:
    """Draw what a photo could be better at; nothing of it keeps the photo from being used."""
    if not found:
        st.markdown(f":material/check: {_('Readable, as far as can be told.')}")
    for name in found:
        st.markdown(f":material/lightbulb: {_(HINTS[name])}")


def tools(paper_id: str, file: EvidenceFile) -> None:
    """Draw the ways to turn a page and to cover numbers on it."""
    box = st.expander(
        _("Turn, or cover numbers"), icon=":material/ink_eraser:", key=f"tools_{file.id}", on_change="rerun"
    )
    if box.open:
        with box:
            _bench(paper_id, file)


@st.fragment
def _bench(paper_id: str, file: EvidenceFile) -> None:
    """Draw one page large with its tools; only this part is drawn anew while a slider moves."""
    pages = pictures.pages_of(file)
    if st.session_state.pop(CHANGED, False) or not pages:
        st.rerun()
    number = _which_page(file.id, len(pages))
    area = _area(file.id)
    st.image(pictures.preview(pages[number], SEEN, area), width="stretch", alt=_("The page with the box over it"))
    st.markdown(_("What lies under the box is gone for good: the covered picture takes the place of the original."))
    change = partial(_change, paper_id, file.id, number)
    covers, turns = f"cover_{file.id}", f"turn_{file.id}"
    st.button(_("Cover this"), key=covers, icon=":material/ink_eraser:", on_click=change, args=(area,), width="stretch")
    st.button(
        _("Turn a quarter to the right"), key=turns, icon=":material/rotate_right:", on_click=change, width="stretch"
    )
    trouble = st.session_state.pop(TROUBLE, None)
    if trouble:
        st.error(plain(trouble.speak()), icon=":material/cloud_off:")


def _which_page(file_id: str, count: int) -> int:
    if count == 1:
        return 0
    chosen = st.number_input(_("Which page?"), min_value=1, max_value=count, step=1, key=f"page_{file_id}")
    return int(chosen) - 1


def _area(file_id: str) -> Box:
    """Draw the places to begin from and the two sliders; return the box they give."""
    up, across = f"up_{file_id}", f"across_{file_id}"
    st.session_state.setdefault(up, (BANDS["middle"].top, BANDS["middle"].bottom))
    st.session_state.setdefault(across, (0, WHOLE))
    st.pills(
        _("Where is the number?"),
        list(PLACES),
        format_func=lambda name: _(PLACES[name]),
        key=f"place_{file_id}",
        on_change=_begin_from,
        args=(file_id,),
    )
    # Seeded with two values, each slider has two ends.
    st.slider(_("From above to below (%)"), 0, WHOLE, key=up)
    st.slider(_("From left to right (%)"), 0, WHOLE, key=across)
    (top, bottom), (left, right) = st.session_state[up], st.session_state[across]
    return Box(left, top, right, bottom)


def _begin_from(file_id: str) -> None:
    band = BANDS.get(st.session_state[f"place_{file_id}"] or "")
    if band:
        st.session_state[f"up_{file_id}"] = (band.top, band.bottom)
        st.session_state[f"across_{file_id}"] = (band.left, band.right)


def _change(paper_id: str, file_id: str, number: int, area: Box | None = None) -> None:
    """Put a changed page in place of the original, which is erased first."""
    paper = next((paper for paper in current_case().evidence if paper.id == paper_id), None)
    old = next((file for file in paper.files if file.id == file_id), None) if paper else None
    pages = pictures.pages_of(old) if old else None
    if paper is None or old is None or not pages:
        return
    changed = _changed(pages, number, area)
    try:
        pictures.let_go(old.id)
    except StoreError as error:
        st.session_state[TROUBLE] = error
        return
    _replace(paper, old, pictures.put(changed))


def _replace(paper: Evidence, old: EvidenceFile, new: EvidenceFile) -> None:
    paper.files = [new if file.id == old.id else file for file in paper.files]
    # The same tools stay open under the new picture: there is often a second number.
    st.session_state[f"tools_{new.id}"] = True
    st.session_state[CHANGED] = True
    pictures.settle()


def _changed(pages: pictures.Pages, number: int, area: Box | None) -> pictures.Pages:
    page: Page = covered(pages[number], area) if area else turned(pages[number])
    return (*pages[:number], page, *pages[number + 1 :])
