"""The papers made on an explicit button, with progress; then shown as pages, as pictures and as a file.

A download alone is no way out in every browser (some closed ones swallow it), so each page also stands as a picture
to keep with a long press.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from accord.case import Case
from accord.documents.bundle import bundle
from accord.documents.images import of_pdf
from accord.documents.package import Package, package
from accord.documents.package import three_images as three_pages
from accord.documents.pdf import render
from accord.errors import AccordError
from accord.i18n import _, plural
from components.files import file_name
from components.markup import plain
from components.page import reader_day
from components.paper import paper


@dataclass(frozen=True)
class Made:
    """A package as it was made: the answers it was made from, its papers, its bytes and its pages as PNG."""

    stamp: str
    package: Package
    pdf: bytes
    pages: tuple[bytes, ...]


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
        _build(case, key)
    made = _made(case, key)
    if made:
        _show(made, key)
    elif f"made_{key}" in st.session_state:
        st.info(_("Your answers have changed since. Make the papers again."), icon=":material/info:")


def _build(case: Case, key: str) -> None:
    with st.status(_("Making the papers …")) as status:
        try:
            built = package(case, recipient=case.package.recipient, language=case.package.language, on=reader_day())
            st.markdown(_("Setting the pages …"))
            data = render(built.paper)
            st.markdown(_("Drawing the pictures of the pages …"))
            st.session_state[f"made_{key}"] = Made(_stamp(case), built, data, of_pdf(data))
        except AccordError as error:
            status.update(label=_("The papers could not be made. Your answers are safe."), state="error")
            st.error(plain(error.speak()))
            return
        status.update(label=_("The papers are ready."), state="complete")


def _show(made: Made, key: str) -> None:
    st.markdown(plural("{n} page", "{n} pages", len(made.pages)))
    st.download_button(
        _("Download the PDF"),
        data=made.pdf,
        file_name=file_name("pdf", stem="papers"),
        mime="application/pdf",
        icon=":material/download:",
        on_click="ignore",
        key=f"{key}_pdf",
        width="stretch",
    )
    for warning in made.package.warnings:
        st.warning(plain(warning), icon=":material/gavel:")
    for name in made.package.missing_glyphs:
        st.warning(_("The sign {sign} cannot be printed and was replaced visibly.").format(sign=plain(name)))
    pictures, text = st.tabs([_("As pictures (press long to keep)"), _("As text")])
    with pictures:
        for number, page in enumerate(made.pages, 1):
            st.image(page, caption=_("Page {n} of {of}").format(n=number, of=len(made.pages)), width="stretch")
    with text:
        paper(made.package.paper, f"{key}_text")


def whole_bundle(case: Case) -> None:
    """Draw the .zip with everything that goes with the PDF; made on its own button, since it sets all papers anew."""
    if _made(case, "package") is None:
        return
    if st.button(_("Pack everything as one .zip (PDF, e-mail, calendar, table)"), key="bundle_build"):
        choices = case.package
        data = bundle(case, recipient=choices.recipient, language=choices.language, on=reader_day())
        st.session_state["bundle"] = (_stamp(case), data)
    stamp, data = st.session_state.get("bundle", ("", b""))
    if stamp == _stamp(case):
        st.download_button(
            _("Download the .zip"),
            data=data,
            file_name=file_name("zip", stem="papers"),
            mime="application/zip",
            icon=":material/folder_zip:",
            on_click="ignore",
            key="bundle_zip",
            width="stretch",
        )


def three_images(case: Case) -> None:
    """Draw the three pictures for an intake that takes pictures only: page one, the budget, the schedule."""
    with st.expander(_("Three pictures, for a bank that takes pictures only"), icon=":material/image:"):
        st.markdown(_("Page one, the budget and the plan: press long to keep each, then send them in the bank's chat."))
        if st.button(_("Draw the three pictures"), key="three_build"):
            st.session_state["three"] = three_pages(case, language=case.package.language, on=reader_day())
        for picture in st.session_state.get("three", ()):
            st.image(picture, width="stretch")
