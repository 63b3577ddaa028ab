"""The papers made on an explicit button, with progress; then shown as pages, as pictures and as a file.

A download alone is no way out in every browser (some closed ones swallow it), so each page also stands as a picture
to keep with a long press.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from accord.case import Case
from accord.documents.building import Built
from accord.documents.bundle import bundled_from
from accord.documents.package import three_images as three_pages
from accord.i18n import _, plural
from components import closed_browser, making
from components.files import file_name
from components.handout import hand_out
from components.markup import plain
from components.page import reader_day
from components.paper import copyable, paper

A_MOMENT = 1.0
"""Seconds within which papers come without a bar."""


@dataclass(frozen=True)
class Made:
    """Papers as they were made, and the answers they were made from."""

    stamp: str
    built: Built


def _stamp(case: Case) -> str:
    return case.model_dump_json() + f"{reader_day():%Y-%m-%d}"


def _made(case: Case, key: str) -> Made | None:
    """Return what was made under `key`, if the answers are still the same."""
    made: Made | None = st.session_state.get(f"made_{key}")
    return made if made and made.stamp == _stamp(case) else None


def build_button(case: Case, key: str = "package") -> None:
    """Draw the button that makes the papers, and the papers once they are made."""
    if st.button(
        _("Make the papers (PDF)"), key=f"{key}_build", type="primary", icon=":material/description:", width="stretch"
    ):
        st.session_state[f"stamp_{key}"] = _stamp(case)
        making.begin(key, case, making.order_of(case))
    _collect(key)
    made = _made(case, key)
    if made:
        _show(made, key)
    elif f"made_{key}" in st.session_state:
        st.info(_("Your answers have changed since. Make the papers again."), icon=":material/info:")


def _collect(key: str) -> None:
    """Take over papers that are done; while they are being made, show how far they are."""
    found = making.taken(key, patience=A_MOMENT)
    if isinstance(found, Built):
        st.session_state[f"made_{key}"] = Made(st.session_state[f"stamp_{key}"], found)
    elif found:
        st.error(_("The papers could not be made. Your answers are safe.") + " " + plain(found.speak()))
    elif making.is_making(key):
        making.bar(key)


def _show(made: Made, key: str) -> None:
    built = made.built
    st.header(plural("{n} page", "{n} pages", len(built.pages)), anchor=False)
    closed_browser.about_files()
    name = file_name("pdf", stem="papers")
    hand_out(_("Download the PDF"), built.pdf, name, "application/pdf", f"{key}_pdf")
    _annex(built, key)
    for warning in built.package.warnings:
        st.warning(plain(warning), icon=":material/gavel:")
    for name in built.package.missing_glyphs:
        st.warning(_("The sign {sign} cannot be printed and was replaced visibly.").format(sign=plain(name)))
    pictures, text, to_copy = st.tabs([_("As pictures (press long to keep)"), _("As text"), _("To copy")])
    with pictures:
        for number, page in enumerate(built.pages, 1):
            st.image(page, caption=_("Page {n} of {of}").format(n=number, of=len(built.pages)), width="stretch")
    with text:
        paper(built.package.paper, f"{key}_text")
    with to_copy:
        copyable(built.package.paper)


def _annex(built: Built, key: str) -> None:
    """Draw the exhibits as a file of their own and joined to the papers; their pages are numbered on."""
    if built.annex and built.joined:
        hand_out(
            _("Download the annex"), built.annex, file_name("pdf", stem="annex"), "application/pdf", f"{key}_annex"
        )
        name = file_name("pdf", stem="papers-with-annex")
        hand_out(_("Download both in one file"), built.joined, name, "application/pdf", f"{key}_joined")


def whole_bundle(case: Case) -> None:
    """Draw the .zip with everything that goes with the PDF; made of the papers shown above, on its own button."""
    made = _made(case, "package")
    if made is None:
        return
    if st.button(_("Pack everything as one .zip (PDF, e-mail, calendar, table)"), key="bundle_build"):
        st.session_state["bundle"] = (_stamp(case), bundled_from(case, making.order_of(case), made.built))
    stamp, data = st.session_state.get("bundle", ("", b""))
    if stamp == _stamp(case):
        name = file_name("zip", stem="papers")
        hand_out(_("Download the .zip"), data, name, "application/zip", "bundle_zip")


def three_images(case: Case) -> None:
    """Draw the three pictures for an intake that takes pictures only: page one, the budget, the schedule."""
    with st.expander(_("Three pictures, for a bank that takes pictures only"), icon=":material/image:"):
        st.markdown(_("Page one, the budget and the plan: press long to keep each, then send them in the bank's chat."))
        if st.button(_("Draw the three pictures"), key="three_build"):
            drawn = three_pages(case, language=case.package.language, on=reader_day())
            st.session_state["three"] = (_stamp(case), drawn)
        stamp, drawn = st.session_state.get("three", ("", ()))
        # Pictures of answers that have changed since would be sent to a bank as if they were today's.
        for picture in drawn if stamp == _stamp(case) else ():
            st.image(picture, width="stretch")
