"""Going on in another browser: a code of eight characters takes the draft there, once, within ten minutes.

A kept draft goes by its key; one that is not kept goes by its answers, which the person agrees to lay down sealed.
What the code brings replaces nothing before the person has seen it, unless there is nothing to replace.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from accord.case import Case
from accord.case.workbook import read_workbook, write_workbook
from accord.crypto import OwnerKey
from accord.errors import AccordError
from accord.i18n import _
from accord.store import Attempt, Consent, Lending, Lent
from components import closed_browser, keeping, pictures, reading
from components.file_preview import preview
from components.holding import open_store
from components.markup import plain
from components.pictures import BEFORE
from components.session import current_case, has_answers, replace_case

MADE, MADE_REFUSED = "carry_made", "carry_made_refused"
BROUGHT, REFUSED, ARRIVED, TYPED = "carry_brought", "carry_refused", "carry_arrived", "carry_code"
LONGEST_CODE = 20
HERE_ALONE = frozenset({"127.0.0.1", "localhost", "::1"})


# -- out -----------------------------------------------------------------------------------------------------------


@reading.owners_only
def panel(key: str = "carry", *, unfolded: bool = False) -> None:
    """Draw the way out of this browser: make a code, read it, and what to do with it elsewhere."""
    if current_case().sample or not has_answers(current_case()):
        return
    with st.expander(
        _("Continue in another browser or on another device"), icon=":material/devices:", expanded=unfolded
    ):
        lending: Lending | None = st.session_state.get(MADE)
        if lending:
            _show(lending, key)
        else:
            _offer(key)
        refused: AccordError | None = st.session_state.get(MADE_REFUSED)
        if refused:
            st.error(plain(refused.speak()), icon=":material/error:")


def _offer(key: str) -> None:
    st.markdown(_("A code of eight characters brings your answers there. It works once, and for ten minutes."))
    if not keeping.agreed() and pictures.only_here(current_case()):
        said = _("The photographs of your papers do not come along: save the encrypted file in chapter 8 for them.")
        st.markdown(f":small[{said}]")
    agreed = keeping.agreed() or st.checkbox(
        _("I agree that my answers lie encrypted on this server until the code is used, for ten minutes at most."),
        key=f"{key}_tick",
    )
    st.button(
        _("Make a code"),
        key=f"{key}_make",
        type="primary",
        icon=":material/pin:",
        disabled=not agreed,
        on_click=_make,
        width="stretch",
    )


def _make() -> None:
    owner = keeping.owner_key()
    consent = Consent(given=True, wording=keeping.WORDING, address=st.context.ip_address or "")
    st.session_state[MADE_REFUSED] = None
    try:
        keeping.try_again()
        st.session_state[MADE] = open_store().lend(owner or write_workbook(current_case()), consent)
    except AccordError as error:
        st.session_state[MADE_REFUSED] = error


def _show(lending: Lending, key: str) -> None:
    st.markdown(f"# :primary[{plain(lending.code)}]")
    st.markdown(_("It works once, until {time}. Tell it to nobody.").format(time=f"{lending.until:%H:%M}"))
    st.markdown("\n".join(f"{number}. {step}" for number, step in enumerate(_steps(), 1)))
    address = own_address()
    if address:
        st.code(address, language=None, wrap_lines=True)
    if not keeping.agreed():
        st.markdown(f":small[{_('What you change here from now on does not come along: make another code then.')}]")
    st.button(_("Done, put the code away"), key=f"{key}_away", on_click=_put_away, width="stretch")


def _steps() -> list[str]:
    app = closed_browser.app_name()
    if app:
        going = _('Tap "…" at the top right, then "Open in browser". If that is missing, open the address below there.')
    elif urlsplit(own_address()).hostname in HERE_ALONE:
        going = _("Open the address below in another browser on this computer.")
    else:
        going = _("Open the address below in the other browser or on the other device.")
    return [
        _("Write the code down, or keep it in mind."),
        going,
        _("On the first page tap “I have a code” and type it."),
    ]


def own_address() -> str:
    """Return this workbook's address without any page; empty where the browser did not say it."""
    parts = urlsplit(str(st.context.url or ""))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _put_away() -> None:
    lending: Lending | None = st.session_state.pop(MADE, None)
    try:
        if lending:
            open_store().unlend(lending.id)
    except AccordError:
        return  # it runs out by itself


# -- in ------------------------------------------------------------------------------------------------------------


@reading.owners_only
def way_in() -> None:
    """Draw the field for a code that was made in another browser; not over an example, which is nobody's draft."""
    if current_case().sample:
        return
    with st.expander(_("I have a code"), icon=":material/pin:", expanded=BROUGHT in st.session_state):
        brought: Case | None = st.session_state.get(BROUGHT, (None, None))[0]
        if brought is not None:
            _confirm(brought)
            return
        st.markdown(_("Eight characters, made in the browser where you wrote. Small letters will do."))
        st.text_input(_("The code"), key=TYPED, max_chars=LONGEST_CODE, autocomplete="off", placeholder="ABCD-EFGH")
        st.button(_("Fetch my answers"), key="carry_fetch", type="primary", on_click=_fetch, width="stretch")
        refused: AccordError | None = st.session_state.get(REFUSED)
        if refused:
            st.error(plain(refused.speak()), icon=":material/error:")
    if st.session_state.get(ARRIVED):
        st.success(_("Your answers are here. You can go on."), icon=":material/task_alt:")


def _fetch() -> None:
    attempt = Attempt(code=str(st.session_state.get(TYPED, "")).strip(), address=st.context.ip_address or "")
    st.session_state[REFUSED] = None
    try:
        lent = open_store().collect(attempt)
        case = read_workbook(open_store().open(lent.key).case() if lent.key else lent.case)
    except AccordError as error:
        st.session_state[REFUSED] = error
        return
    st.session_state[TYPED] = ""
    if has_answers(current_case()) and not _is_here(lent.key):
        st.session_state[BROUGHT] = (case, lent)
    else:
        _take(case, lent)


def _is_here(key: OwnerKey | None) -> bool:
    own = keeping.owner_key()
    return bool(key and own and key.text == own.text)


def _confirm(brought: Case) -> None:
    st.markdown(_("This browser holds answers already. What the code brought would change them:"))
    preview(current_case(), brought)
    st.button(
        _("Take what the code brought"), key="carry_take", type="primary", on_click=_take_brought, width="stretch"
    )
    st.button(_("Leave everything as it is here"), key="carry_leave", on_click=_leave, width="stretch")


def _take_brought() -> None:
    case, lent = st.session_state.pop(BROUGHT)
    st.session_state[BEFORE] = current_case()
    _take(case, lent)


def _leave() -> None:
    del st.session_state[BROUGHT]


def _take(case: Case, lent: Lent) -> None:
    """Go on with what came: under its key where this browser keeps no draft of its own, else by its answers."""
    st.session_state[ARRIVED] = True
    if lent.key and not keeping.agreed():
        keeping.go_on_under(lent.key)
    elif not _is_here(lent.key):
        replace_case(case)
        keeping.keep_mine()
