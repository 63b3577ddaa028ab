"""The share panel: who gets a link may read what the owner ticked, for as long as the owner said.

A link's secret and its spoken code are shown once, held in this session until the person puts them away, and kept
nowhere. The picture of the link is drawn inside the page: a file of its own could be fetched by its address.
"""

from __future__ import annotations

import segno
import streamlit as st

from accord.case import Case
from accord.case.labels import field_label
from accord.documents.private_part import PRIVATE_FIELDS, written
from accord.errors import AccordError
from accord.i18n import N_, _, plural
from accord.serving import served
from accord.store import Role, ShareLink, ShareTerms, View
from accord.store.limits import DAY, HOUR
from accord.store.sections import PRIVATE
from components import keeping, link_list
from components.markup import plain
from components.own_store import Own, own

LIVES = {HOUR: N_("One hour"), DAY: N_("One day"), 7 * DAY: N_("Seven days"), 31 * DAY: N_("31 days")}
USUAL_LIFE = 7 * DAY
OPENS = (0, 1, 3, 10)
ROLES = {Role.COMMENT: N_("Read and comment"), Role.LOOK: N_("Only read")}
SHOWS = {
    "figures": N_("My answers and figures, with charts"),
    "papers": N_("My papers: letters and the set for the bank"),
    "evidence": N_("My uploaded proofs"),
}
"""What a link may show, by the name of its tick."""
NEVER_OPENED = frozenset({"comments"})
LONGEST_LABEL = 40
MADE = "share_made"
TROUBLE = "share_trouble"
FORM = "share_form_"
"""Prefix of the keys of the form's widgets."""
FRESH: dict[str, object] = {
    "role": Role.COMMENT,
    "figures": True,
    "papers": True,
    "evidence": False,
    "unmasked": False,
    "private": [],
    "life": USUAL_LIFE,
    "opens": 0,
    "code": False,
    "label": "",
    "consent": False,
}
"""What a new form proposes: answers and papers, covered, nothing private, seven days, and no consent yet."""


def panel(case: Case) -> None:
    """Draw the whole panel: the links there are, and the form for a new one."""
    found = own()
    if case.sample:
        st.markdown(_("An invented example is not shared. Close it to share your own workbook."))
    elif found is None:
        st.markdown(_("A link needs a draft that is kept encrypted. Agree to that above first; then it can be shared."))
        _by_file()
    elif not found.store.settings.sharing:
        st.markdown(_("This workbook runs where nobody else can reach it, so it cannot offer a link."))
        _by_file()
    else:
        _made(found)
        link_list.live_links()
        with st.expander(_("Make a new link"), icon=":material/link:", key="share_new", on_change="rerun") as form:
            if form.open:
                _form(case, found)


def _by_file() -> None:
    st.markdown(
        _(
            "Without a link: save the encrypted file, send it, and tell its passphrase by phone. "
            "Whoever has both can read everything in it, the private part too."
        )
    )


def _form(case: Case, found: Own) -> None:
    """Draw what the owner decides about a new link."""
    for name, value in FRESH.items():
        st.session_state.setdefault(FORM + name, value)
    st.segmented_control(
        _("What may the other person do?"),
        list(ROLES),
        format_func=lambda role: _(ROLES[role]),
        key=f"{FORM}role",
    )
    st.markdown(_("What does the link show?"))
    shows = [st.checkbox(_(words), key=f"{FORM}{name}") for name, words in SHOWS.items()]
    st.checkbox(_("Show names, phone and card numbers in full"), key=f"{FORM}unmasked")
    _private_choice(case)
    st.selectbox(
        _("How long does it last?"),
        list(LIVES),
        format_func=lambda life: _(LIVES[life]),
        key=f"{FORM}life",
    )
    st.selectbox(_("How often may it be opened?"), OPENS, format_func=_times, key=f"{FORM}opens")
    _code_choice()
    st.text_input(_("For your own list: who is it for?"), max_chars=LONGEST_LABEL, key=f"{FORM}label")
    _before_consent()
    agreed = st.checkbox(_("I agree that whoever opens this link reads what I ticked here."), key=f"{FORM}consent")
    st.button(
        _("Make the link"),
        type="primary",
        icon=":material/add_link:",
        disabled=not agreed or not any(shows),
        on_click=_make,
        args=(found,),
        key=f"{FORM}make",
        width="stretch",
    )
    if trouble := st.session_state.pop(TROUBLE, ""):
        st.error(plain(trouble), icon=":material/error:")


def _private_choice(case: Case) -> None:
    """Draw which answers of the private part are opened; only those that were given are offered, beside the others."""
    if not st.session_state[f"{FORM}figures"]:
        return
    answered = [name for name in PRIVATE_FIELDS if name not in NEVER_OPENED and written(getattr(case.private, name))]
    if not answered:
        return
    st.pills(
        _("Of what is only for you, open these answers:"),
        answered,
        selection_mode="multi",
        format_func=lambda name: field_label(f"{PRIVATE}.{name}"),
        key=f"{FORM}private",
    )
    if "gates" in answered:
        st.markdown(
            _(
                ":small[“Questions before any letter” holds court dates, the last payment and the last demand: "
                "a lawyer asks for these first.]"
            )
        )


def _code_choice() -> None:
    if served():
        st.checkbox(_("Ask for a code that you tell by phone"), key=f"{FORM}code")
        return
    st.markdown(
        _(
            ":small[A code that you tell by phone is always asked for here: the company that runs this host can see "
            "the addresses of its pages.]"
        )
    )


def _before_consent() -> None:
    with st.container(border=True):
        st.markdown(_("**Before you agree**"))
        st.markdown(
            _(
                "- The other person sees what you ticked above and nothing else; of what is only for you, nothing "
                "but what you opened by name.\n"
                "- A link can be withdrawn at any moment. What was read or copied before cannot be taken back.\n"
                "- A link is not lawyer's privilege: a talk protected by law is one with a lawyer you engaged."
            )
        )


def _times(opens: int) -> str:
    return plural("{n} time", "{n} times", opens) if opens else _("As often as needed")


def _make(found: Own) -> None:
    """Make the link as ticked; what hinders it is said below the button."""
    try:
        st.session_state[MADE] = found.store.share(found.key, _terms())
    except AccordError as error:
        st.session_state[TROUBLE] = error.speak()
        return
    # Set, not taken away: the browser would bring its ticks back, and the next link begins with none.
    st.session_state.update({FORM + name: value for name, value in FRESH.items()})


def _terms() -> ShareTerms:
    chosen = st.session_state
    figures = bool(chosen[f"{FORM}figures"])
    return ShareTerms(
        consent=bool(chosen[f"{FORM}consent"]),
        role=chosen[f"{FORM}role"] or Role.LOOK,
        evidence=bool(chosen[f"{FORM}evidence"]),
        view=View(
            unmasked=bool(chosen[f"{FORM}unmasked"]),
            private_fields=tuple(f"{PRIVATE}.{name}" for name in chosen[f"{FORM}private"]) if figures else (),
            figures=figures,
            papers=bool(chosen[f"{FORM}papers"]),
        ),
        life=int(chosen[f"{FORM}life"]),
        max_opens=int(chosen[f"{FORM}opens"]),
        with_code=not served() or bool(chosen[f"{FORM}code"]),
        label=str(chosen[f"{FORM}label"]).strip(),
    )


def address_of(link: ShareLink, public_url: str) -> str:
    """Return a link's address: the secret stands behind the `#`, which browsers send to nobody."""
    return f"{public_url}/{'open' if served() else 'advisor'}#{link.key.text}"


def _made(found: Own) -> None:
    """Draw a link that was just made: as text, as a picture, with its code. It is shown this once."""
    link: ShareLink | None = st.session_state.get(MADE)
    if link is None:
        return
    address = address_of(link, found.store.settings.public_url)
    with st.container(border=True, key="share_shown"):
        st.markdown(_("**Your link. It is shown this once only; nobody can look it up later.**"))
        st.code(address, language=None, wrap_lines=True)
        picture = segno.make(address, error="m").png_data_uri(scale=6, border=4)
        st.image(picture, width=260, alt=_("The link as a QR code, to be read by a phone's camera"))
        st.markdown(_("It ends on {moment}.").format(moment=link_list.moment_words(link.until)))
        if link.code:
            st.markdown(_("Tell this code by phone; never send it together with the link:"))
            st.code(link.code, language=None)
        st.button(_("I have passed it on; put it away"), key="share_put_away", on_click=_put_away)


def _put_away() -> None:
    st.session_state.pop(MADE, None)


def link_here() -> None:
    """Draw the way to the panel, for other pages."""
    if keeping.owner_key():
        st.page_link("pages/8_summary.py", label=_("Share with an advisor"), icon=":material/group_add:")
