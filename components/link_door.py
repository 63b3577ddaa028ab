"""The way in for somebody who was given a link: the ticket of this browser, or a link and its code.

Under serve.py the landing page has changed the link into a ticket in a cookie before this page loads. Otherwise a
script takes the secret out of the address, or the person pastes the link, and the ticket is kept by this session
(and by the tab, in plain mode).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import streamlit as st

from accord.crypto import SecretFormError, ShareKey, Ticket
from accord.errors import AccordError
from accord.i18n import _
from accord.serving import LINK_COOKIE, kept_text, served
from accord.store import Attempt, CodeNeededError, Store
from accord.store.errors import LINK_UNUSABLE
from components import storeroom
from components.markup import plain

_JS = (Path(__file__).parent / "browser" / "link.js").read_text(encoding="utf-8")
_mount = st.components.v2.component("workbook_link", js=_JS, html="<span hidden></span>")

TICKET = "door_ticket"
SECRET = "door_secret"  # noqa: S105  the name of a drawer, not what lies in it
TAKEN = "door_taken"
"""Where a session notes which link its address brought, so that the same one is not taken a second time."""
SAID = "door_said"
FORGET = "door_forget"
"""Where a session notes that its browser has a ticket to let go of."""
CODE, PASTED = "door_code", "door_pasted"
LONGEST_CODE, LONGEST_LINK = 32, 400


def way_in() -> None:
    """Draw the way to a shared workbook for somebody whose link was cut off; only where links are offered at all."""
    with suppress(AccordError):  # a setting that cannot be used: the pages say so where something is to be kept
        if storeroom.settings_in_force().sharing:
            label = _("Open a workbook that somebody shared with you")
            st.page_link("pages/advisor.py", label=label, icon=":material/group:")


def ticket() -> Ticket | None:
    """Return the ticket this browser brought or this session was given; None without one."""
    text = str(st.session_state.get(TICKET, ""))
    if not text and served():
        text = kept_text(st.context.cookies, LINK_COOKIE)
    try:
        return Ticket.parse(text) if text else None
    except SecretFormError:
        return None


def listen() -> None:
    """Take a link's secret out of the address, where no landing page did so before; keep the ticket in the tab."""
    if served():
        return
    kept = str(st.session_state.get(TICKET, ""))
    told = _mount(
        key="link_door",
        data={"ticket": kept, "forget": False, "served": False},
        on_found_change=lambda: None,
        height=1,
    )
    found = getattr(told, "found", None) or {}
    if found.get("link") and found["link"] != st.session_state.get(TAKEN):
        st.session_state[TAKEN] = st.session_state[SECRET] = str(found["link"])
        st.session_state.pop(TICKET, None)  # a link opened now counts more than one opened before
    elif found.get("ticket") and not kept and not st.session_state.get(SECRET):
        st.session_state[TICKET] = str(found["ticket"])


def forget() -> None:
    """Put this session's ticket away; the browser lets go of its own when the door is drawn next."""
    for name in (TICKET, SECRET, CODE, PASTED):
        st.session_state.pop(name, None)
    st.session_state[FORGET] = True


def _let_go() -> None:
    """Have the browser let go of its ticket: the tab's drawer, or the cookie, which only the server can take away."""
    if st.session_state.pop(FORGET, False):
        data = {"ticket": "", "forget": True, "served": served()}
        _mount(key="link_door_shut", data=data, on_found_change=lambda: None, height=1)


def door(store: Store, why: str = "") -> None:
    """Draw the way in: the link, unless the address brought it, and the code. `why` says why it is shut now."""
    _let_go()
    said = str(st.session_state.get(SAID, "")) or why
    if said:
        st.warning(plain(said), icon=":material/link_off:")
    with st.form("door", border=True):
        if st.session_state.get(SECRET):
            st.markdown(_("Somebody shares a workbook with you. Opening it counts as one opening of the link."))
        else:
            st.text_input(
                _("Paste the whole link you were given, with everything after the # sign"),
                key=PASTED,
                max_chars=LONGEST_LINK,
                autocomplete="off",
            )
        told = _("The code you were told, if there is one")
        st.text_input(told, key=CODE, max_chars=LONGEST_CODE, autocomplete="off")
        st.form_submit_button(
            _("Open the workbook"), type="primary", on_click=_claim, args=(store,), key="door_open", width="stretch"
        )


def _claim(store: Store) -> None:
    """Change a link, and its code, into a ticket."""
    secret = str(st.session_state.get(SECRET) or st.session_state.get(PASTED) or "").rpartition("#")[2].strip()
    attempt = Attempt(code=str(st.session_state.get(CODE, "")).strip(), address=str(st.context.ip_address or ""))
    try:
        found = store.claim(ShareKey.parse(secret), attempt)
    except SecretFormError:
        st.session_state[SAID] = _(LINK_UNUSABLE)
    except CodeNeededError as error:
        st.session_state.update({SECRET: secret, SAID: error.speak()})  # the link need not be pasted again
    except AccordError as error:
        st.session_state[SAID] = error.speak()
    else:
        forget()
        st.session_state.update({TICKET: found.text, FORGET: False, SAID: ""})
