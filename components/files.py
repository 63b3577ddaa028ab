"""The workbook file: take it down, open it again. Nothing is replaced before the person has seen and said so."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from accord.case.folder import Folder, read_folder, write_folder
from accord.case.workbook import read_workbook, write_workbook
from accord.crypto import LARGEST_FILE, PassphraseError, is_protected, protect, unprotect
from accord.errors import AccordError, WorkbookError
from accord.i18n import _
from components import consent, earlier, file_papers, keeping, pictures
from components.file_papers import Brought
from components.file_preview import preview
from components.handout import hand_out
from components.markup import plain
from components.page import reader_day
from components.pictures import BEFORE
from components.session import current_case, has_answers, replace_case

MEGABYTE = 1024 * 1024
FOUND, TURN, ARRIVED = "file_found", "file_turn", "file_arrived"
"""Where a session holds what the chosen file brings, how many files were taken, and whether one was just now."""


class _Opened(NamedTuple):
    """What a file brings, and the file and passphrase it was opened from."""

    stamp: tuple[str, str]
    brought: Brought


def file_name(ending: str, *, stem: str = "workbook") -> str:
    """Return a plain file name with today's date; it never holds a name or a bank."""
    return f"{stem}-{reader_day():%Y-%m-%d}.{ending}"


def save_file(key: str = "save_file") -> None:
    """Draw the buttons that take the workbook file down: as it is, or under a passphrase."""
    data = write_workbook(current_case())
    hand_out(_("Save the workbook file"), data, file_name("json"), "application/json", key)
    st.markdown(_(":small[The file holds everything you typed, the private parts too, and is not encrypted.]"))
    file_papers.what_a_file_holds(current_case())
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
        file_papers.say_gathered(st.session_state[f"{key}_papers"])
        hand_out(_("Save the encrypted file"), data, name, "application/octet-stream", f"{key}_encrypted")


def _protect(key: str, word: str) -> None:
    case, passphrase = current_case(), str(st.session_state[word])
    st.session_state[word] = ""
    found = file_papers.gathered(case)
    try:
        data = protect(write_folder(case, found.sheaves), passphrase, papers=bool(found.sheaves))
    except AccordError as error:
        st.session_state[f"{key}_refused"] = error
        return
    # Of the pages only their number and size are noted: they lie in the file already.
    st.session_state[f"{key}_made"] = (write_workbook(case), data)
    st.session_state[f"{key}_papers"] = found.counted()
    st.session_state[f"{key}_refused"] = None


def open_file(key: str = "open_file") -> None:
    """Draw the way back in: choose a file, see what it would change, then take it or leave it."""
    st.markdown(
        _("Choose the workbook file you saved before (.json or .workbook, up to {limit} MB).").format(
            limit=LARGEST_FILE // MEGABYTE
        )
    )
    turn = st.session_state.setdefault(TURN, 0)
    given = st.file_uploader(
        _("Workbook file"),
        type=["json", "workbook"],
        key=f"{key}_{turn}" if turn else key,
        max_upload_size=LARGEST_FILE // MEGABYTE,
        label_visibility="collapsed",
    )
    if given is None:
        st.session_state.pop(FOUND, None)
    else:
        st.session_state.pop(ARRIVED, None)
        found = _read(given.getvalue(), given.file_id, f"{key}_passphrase")
        if found:
            _confirm(found, key)
    if arrived():
        st.success(_("Your answers are here. You can go on."), icon=":material/task_alt:")
    _way_back(key)


def arrived() -> bool:
    """Tell whether a file was opened on this page, so that the way back is shown with it."""
    return ARRIVED in st.session_state


def _read(data: bytes, file_id: str, word: str) -> Brought | None:
    """Return what a file brings; None, with the reason on the page, while it cannot be opened."""
    passphrase = ""
    if is_protected(data):
        passphrase = st.text_input(
            _("The file's passphrase"), type="password", key=word, autocomplete="current-password"
        )
        if not passphrase:
            return None
    opened: _Opened | None = st.session_state.pop(FOUND, None)
    try:
        # Once only: a page is drawn anew at every tap, and every paper in the file would be too.
        if opened is None or opened.stamp != (file_id, passphrase):
            opened = _Opened((file_id, passphrase), _looked_through(_folder(data, passphrase)))
    except (WorkbookError, PassphraseError) as error:
        st.error(plain(error.speak()), icon=":material/error:")
        return None
    st.session_state[FOUND] = opened
    return opened.brought


def _folder(data: bytes, passphrase: str) -> Folder:
    return read_folder(unprotect(data, passphrase)) if is_protected(data) else Folder(read_workbook(data), {})


def _looked_through(folder: Folder) -> Brought:
    if not folder.sheaves:
        return file_papers.look_through(folder)
    place = st.empty()
    with place.status(_("Reading the pages …")) as status:
        brought = file_papers.look_through(
            folder, lambda n, of: status.update(label=_("Reading file {n} of {of} …").format(n=n, of=of))
        )
    place.empty()
    return brought


def _confirm(found: Brought, key: str) -> None:
    case = found.case
    st.success(
        _("The file opened. It holds {debts} debts, {incomes} incomes and {contacts} contacts.").format(
            debts=len(case.debts), incomes=len(case.incomes), contacts=len(case.contacts)
        )
    )
    file_papers.say_brought(found)
    if has_answers(current_case()):
        preview(current_case(), case)
        st.markdown(_("Opening it replaces the answers shown here. You can take them back until you close this tab."))
    st.button(_("Open this file"), type="primary", key=f"{key}_confirm", on_click=_take, args=(key,), width="stretch")


def _take(key: str) -> None:
    """Put what was shown in place of the answers here; the field is a new one, so that the file is let go of."""
    opened: _Opened | None = st.session_state.pop(FOUND, None)
    if opened is None:
        return
    found, before = opened.brought, current_case()
    if has_answers(before):
        st.session_state[BEFORE] = before
    replace_case(found.case)
    keeping.keep_mine()
    keeping.try_again()  # what another tab added is in the case before the store makes room
    pictures.take_in(found.sheaves, before)
    st.session_state.update({TURN: st.session_state[TURN] + 1, ARRIVED: True})
    st.session_state.pop(f"{key}_passphrase", None)


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
    st.session_state.pop(ARRIVED, None)
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
