"""What hinders keeping, said in words, with what can be done. The page stays usable, and the file can be saved."""

from __future__ import annotations

import streamlit as st

from accord.case.workbook import write_workbook
from accord.i18n import _
from components import clashes, keeping, plain_host, reading, status
from components.handout import hand_out
from components.holding import kept
from components.markup import plain
from components.session import current_case, has_answers

FILE = "workbook.json"
AGAIN = "10s"
"""How often the store is tried again by itself while it cannot be reached."""
LONG_UNUSED = 60
"""Days without use after which it is said that drafts come to an end."""


def show() -> None:
    """Draw what hinders keeping, and the fields that two tabs changed."""
    kind = status.trouble()
    if kind in {"down", "full_store"}:
        _unsaved(kind)
    elif kind in {"unknown", "not_begun", "not_erased"}:
        st.warning(plain(status.trouble_words()))
        st.button(_("I have read this"), key="trouble_read", on_click=keeping.keep_mine)
    elif kind:
        _in_the_browser(kind)
    clashes.show()
    _nearly_gone()
    if not kind:
        plain_host.banner()


def broke_off(words: str) -> None:
    """Say that a page broke off, and hand out the answers as they are; for who reads another's, the words alone."""
    st.error(plain(words), icon=":material/error:")
    if not reading.on() and has_answers(current_case()):
        hand_out(_("Save the workbook file"), write_workbook(current_case()), FILE, "application/json", "broken_file")


def _nearly_gone() -> None:
    """Say it to who comes back after a long time: a draft that nobody opens is erased."""
    found = kept()
    if found and found.until and found.unused_days >= LONG_UNUSED and not st.session_state.get("long_unused_read"):
        said = _(
            "You had not opened this draft for {n} days. After 90 days it would be gone. Now it is kept until {date}."
        )
        st.info(said.format(n=found.unused_days, date=f"{found.until:%Y-%m-%d}"), icon=":material/hourglass_bottom:")
        st.button(_("I have read this"), key="long_unused", on_click=_read_it)


def _read_it() -> None:
    st.session_state["long_unused_read"] = True


def _unsaved(kind: str) -> None:
    st.warning(plain(status.trouble_words()), icon=":material/cloud_off:")
    hand_out(_("Save the workbook file"), write_workbook(current_case()), FILE, "application/json", "trouble_file")
    st.page_link("pages/8_summary.py", label=_("Save it under a passphrase, in chapter 8"), icon=":material/lock:")
    if kind == "down":
        _try_again()


@st.fragment(run_every=AGAIN)
def _try_again() -> None:
    st.button(_("Try again now"), key="trouble_again")
    if keeping.try_again():
        st.rerun()


def _in_the_browser(kind: str) -> None:
    if kind == "conflict":
        st.warning(_("This workbook was changed in another tab. Nothing was overwritten. Which answers shall stay?"))
        st.button(_("Take the other tab's answers"), on_click=keeping.load_other)
        st.button(_("Keep the answers shown here"), on_click=keeping.keep_mine)
    elif kind == "damaged":
        st.warning(
            plain(status.trouble_words())
            or _(
                "The draft kept in this browser cannot be read. It was left as it is. You can open a saved file "
                "instead."
            )
        )
        st.button(_("Begin anew in this browser"), on_click=keeping.keep_mine)
    elif kind == "key":
        st.warning(
            _(
                "This browser did not take the key. Your answers are safe while this page is open; please try again, "
                "or save the file."
            )
        )
        st.button(_("Try again now"), key="trouble_key", on_click=_hold_again)
    else:
        st.warning(
            _(
                "This browser does not let us keep the draft. Your answers are safe while this page is open; save "
                "the file."
            )
        )


def _hold_again() -> None:
    keeping.remember_on_device(wanted=keeping.remembered())
