"""The workbook file: take it down, open it again. Nothing is replaced before the person has seen and said so."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.case.workbook import LARGEST_FILE, read_workbook, write_workbook
from accord.crypto import PassphraseError, is_protected, protect, unprotect
from accord.errors import AccordError, WorkbookError
from accord.i18n import _
from components import consent, earlier, keeping
from components.file_preview import preview
from components.handout import hand_out
from components.markup import plain
from components.page import reader_day
from components.session import current_case, has_answers, replace_case

MEGABYTE = 1024 * 1024
BEFORE = "before_file"
"""Where a session holds the answers that a file replaced."""


def file_name(ending: str, *, stem: str = "workbook") -> str:
    """Return a plain file name with today's date; it never holds a name or a bank."""
    return f"{stem}-{reader_day():%Y-%m-%d}.{ending}"


def save_file(key: str = "save_file") -> None:
    """Draw the buttons that take the workbook file down: as it is, or under a passphrase."""
    data = write_workbook(current_case())
    hand_out(_("Save the workbook file"), data, file_name("json"), "application/json", key)
    st.markdown(_(":small[The file holds everything you typed, the private parts too, and is not encrypted.]"))
    if any(paper.files for paper in current_case().evidence):
        st.markdown(f":small[{_('Photographs of papers are not in the file: keep the originals on your phone.')}]")
    with st.expander(_("With a passphrase, encrypted"), icon=":material/lock:"):
        _protected(key)


def _protected(key: str) -> None:
    word = f"{key}_passphrase"
    st.markdown(
        _(
            "At least eight characters. Write the passphrase down apart from the file: without it nobody can open "
            "the file, we neither."
        )
    )
    st.text_input(_("Passphrase"), type="password", key=word, autocomplete="new-password")
    st.button(_("Make the encrypted file"), key=f"{key}_protect", on_click=_protect, args=(key, word))
    refused: AccordError | None = st.session_state.get(f"{key}_refused")
    if refused:
        st.error(plain(refused.speak()), icon=":material/error:")
    stamp, data = st.session_state.get(f"{key}_made", (b"", b""))
    if stamp and stamp == write_workbook(current_case()):
        name = file_name("workbook")
        hand_out(_("Save the encrypted file"), data, name, "application/octet-stream", f"{key}_encrypted")


def _protect(key: str, word: str) -> None:
    document, passphrase = write_workbook(current_case()), str(st.session_state[word])
    st.session_state[word] = ""
    try:
        st.session_state[f"{key}_made"] = (document, protect(document, passphrase))
        st.session_state[f"{key}_refused"] = None
    except AccordError as error:
        st.session_state[f"{key}_refused"] = error


def open_file(key: str = "open_file") -> None:
    """Draw the way back in: choose a file, see what it would change, then take it or leave it."""
    st.markdown(
        _("Choose the workbook file you saved before (.json or .workbook, up to {limit} MB).").format(
            limit=LARGEST_FILE // MEGABYTE
        )
    )
    given = st.file_uploader(
        _("Workbook file"),
        type=["json", "workbook"],
        key=key,
        max_upload_size=LARGEST_FILE // MEGABYTE,
        label_visibility="collapsed",
    )
    if given is not None:
        found = _read(given.getvalue(), f"{key}_passphrase")
        if found:
            _confirm(found, key)
    _way_back(key)


def _read(data: bytes, word: str) -> Case | None:
    """Return the case in a file; None, with the reason on the page, while it cannot be opened."""
    try:
        if not is_protected(data):
            return read_workbook(data)
        passphrase = st.text_input(
            _("The file's passphrase"), type="password", key=word, autocomplete="current-password"
        )
        return read_workbook(unprotect(data, passphrase)) if passphrase else None
    except (WorkbookError, PassphraseError) as error:
        st.error(plain(error.speak()), icon=":material/error:")
        return None


def _confirm(found: Case, key: str) -> None:
    st.success(
        _("The file opened. It holds {debts} debts, {incomes} incomes and {contacts} contacts.").format(
            debts=len(found.debts), incomes=len(found.incomes), contacts=len(found.contacts)
        )
    )
    if has_answers(current_case()):
        preview(current_case(), found)
        st.markdown(_("Opening it replaces the answers shown here. You can take them back until you close this tab."))
    st.button(_("Open this file"), type="primary", key=f"{key}_confirm", on_click=_take, args=(found,), width="stretch")


def _take(found: Case) -> None:
    if has_answers(current_case()):
        st.session_state[BEFORE] = current_case()
    replace_case(found)
    keeping.keep_mine()


def _way_back(key: str) -> None:
    if BEFORE in st.session_state:
        st.button(
            _("Take back the answers from before the file"),
            key=f"{key}_back",
            icon=":material/undo:",
            on_click=_take_back,
            width="stretch",
        )


def _take_back() -> None:
    replace_case(st.session_state.pop(BEFORE))
    keeping.keep_mine()


def erase(key: str = "erase") -> None:
    """Draw "erase everything": two taps, and it is gone."""
    if st.session_state.get(key):
        st.warning(
            _("This erases all answers here, in this browser and in the store. A file you saved stays with you.")
        )
        if st.button(_("Yes, erase everything"), key=f"{key}_yes", type="primary"):
            st.session_state[key] = False
            keeping.erase_everything()
            st.rerun()
        if st.button(_("No, keep it"), key=f"{key}_no"):
            st.session_state[key] = False
            st.rerun()
    elif st.button(_("Erase everything"), key=f"{key}_ask", icon=":material/delete_forever:"):
        st.session_state[key] = True
        st.rerun()
    _receipt()


def _receipt() -> None:
    found = keeping.receipt()
    if found:
        st.success(
            _("Erased on {time}: {count} stored rows are gone. Receipt {number}.").format(
                time=f"{found.at:%Y-%m-%d %H:%M:%S}", count=sum(found.rows.values()), number=found.number
            ),
            icon=":material/task_alt:",
        )


def remember() -> None:
    """Draw the choice to keep the draft; once it is kept, to remember it on this device, and its earlier versions."""
    consent.panel()
    earlier.panel()
