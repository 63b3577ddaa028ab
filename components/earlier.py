"""Earlier versions of a kept draft, and what another tab wrote: to look at, and to bring back."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.case.labels import field_label
from accord.case.workbook import read_workbook, write_workbook
from accord.errors import AccordError, KnowledgeError
from accord.i18n import _
from accord.store import Earlier, Store, split
from accord.store.sections import PLAIN, joined
from components import keeping, storeroom
from components.file_preview import preview
from components.markup import plain
from components.session import current_case, replace_case

MOST = 40
"""Versions that are offered, the latest first."""


def panel(key: str = "earlier") -> None:
    """Draw the list of earlier versions; the store is asked only after a tap."""
    owner = keeping.owner_key()
    store = storeroom.store() if owner else None
    if owner is None or store is None or current_case().sample:
        return
    with st.expander(_("Earlier versions"), icon=":material/history:"):
        st.markdown(_("The last versions of each part are kept, and what two tabs wrote at the same time."))
        if not st.toggle(_("Show them"), key=f"{key}_shown"):
            return
        try:
            found = [version for version in store.history(owner) if version.section != PLAIN][:MOST]
            _choose(store, found, key)
        except AccordError as error:
            st.error(plain(error.speak()), icon=":material/error:")


def _choose(store: Store, found: list[Earlier], key: str) -> None:
    names = {version.id.hex(): named(version) for version in found}
    if not names:
        st.markdown(_("There is no earlier version yet."))
        return
    chosen = st.selectbox(
        _("Which version?"),
        list(names),
        format_func=names.__getitem__,
        index=None,
        placeholder=_("Please choose"),
        key=f"{key}_chosen",
    )
    version = next((version for version in found if version.id.hex() == chosen), None)
    owner = keeping.owner_key()
    if version and owner:
        case = with_section(current_case(), version.section, store.earlier(owner, version.id))
        preview(current_case(), case)
        st.button(_("Bring this version back"), key=f"{key}_back", on_click=_bring_back, args=(case,), width="stretch")


def named(version: Earlier) -> str:
    """Return a version in words: when, and which part; texts that came second say so."""
    try:
        part = field_label(version.section)
    except KnowledgeError:
        part = version.section
    words = _("{time} · {part} · written in another tab") if version.conflict else _("{time} · {part}")
    return words.format(time=f"{version.at:%m-%d %H:%M:%S}", part=part)


def with_section(case: Case, section: str, text: bytes) -> Case:
    """Return a case with one part taken from an earlier version.

    Raises:
        WorkbookError: the two do not fit together.
    """
    return read_workbook(joined(split(write_workbook(case)) | {section: text}))


def _bring_back(case: Case) -> None:
    replace_case(case)
