"""The workbook file: take it down, open it again. Nothing is replaced before the person has seen and said so."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.case.workbook import LARGEST_FILE, read_workbook, write_workbook
from accord.errors import WorkbookError
from accord.i18n import _
from components import keeping
from components.markup import plain
from components.page import reader_day
from components.session import current_case, has_answers, replace_case

MEGABYTE = 1024 * 1024


def file_name(ending: str, *, stem: str = "workbook") -> str:
    """Return a plain file name with today's date; it never holds a name or a bank."""
    return f"{stem}-{reader_day():%Y-%m-%d}.{ending}"


def save_file(key: str = "save_file") -> None:
    """Draw the button that takes the workbook file down."""
    st.download_button(
        _("Save the workbook file"),
        data=write_workbook(current_case()),
        file_name=file_name("json"),
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
        key=key,
        width="stretch",
    )
    st.markdown(_(":small[The file holds everything you typed, the private parts too, and is not encrypted yet.]"))


def open_file(key: str = "open_file") -> None:
    """Draw the way back in: choose a file, see what is in it, then take it or leave it."""
    st.markdown(
        _("Choose the workbook file you saved before (.json, up to {limit} MB).").format(limit=LARGEST_FILE // MEGABYTE)
    )
    given = st.file_uploader(
        _("Workbook file"),
        type=["json"],
        key=key,
        max_upload_size=LARGEST_FILE // MEGABYTE,
        label_visibility="collapsed",
    )
    if given is None:
        return
    try:
        found = read_workbook(given.getvalue())
    except WorkbookError as error:
        st.error(plain(error.speak()), icon=":material/error:")
        return
    _confirm(found, key)


def _confirm(found: Case, key: str) -> None:
    st.success(
        _("The file opened. It holds {debts} debts, {incomes} incomes and {contacts} contacts.").format(
            debts=len(found.debts), incomes=len(found.incomes), contacts=len(found.contacts)
        )
    )
    if has_answers(current_case()):
        st.markdown(_("Opening it replaces the answers shown here. Save them first if you still want them."))
    st.button(_("Open this file"), type="primary", key=f"{key}_confirm", on_click=_take, args=(found,), width="stretch")


def _take(found: Case) -> None:
    replace_case(found)
    keeping.keep_mine()


def erase(key: str = "erase") -> None:
    """Draw "erase everything": two taps, and it is gone."""
    if st.session_state.get(key):
        st.warning(_("This erases all answers here and in this browser. A file you saved stays with you."))
        if st.button(_("Yes, erase everything"), key=f"{key}_yes", type="primary"):
            keeping.erase_everything()
            st.session_state[key] = False
            st.rerun()
        if st.button(_("No, keep it"), key=f"{key}_no"):
            st.session_state[key] = False
            st.rerun()
    elif st.button(_("Erase everything"), key=f"{key}_ask", icon=":material/delete_forever:"):
        st.session_state[key] = True
        st.rerun()


def remember(key: str = "remember") -> None:
    """Draw the choice to remember the draft on this device."""
    widget = f"{key}_device"
    st.session_state[widget] = keeping.remembered()
    st.checkbox(
        _("Remember on this device for 30 days (only on a device of your own)"),
        key=widget,
        on_change=_remember,
        args=(widget,),
    )


def _remember(widget: str) -> None:
    keeping.remember_on_device(wanted=bool(st.session_state[widget]))
