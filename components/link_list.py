"""The links that are open now: what each shows, how often it was opened, and the way to withdraw it."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from accord.case.labels import field_label
from accord.errors import AccordError
from accord.i18n import N_, _, plural
from accord.store import Role, ShareState
from components.markup import plain
from components.own_store import own

LOOK_AGAIN = "10s"
BETWEEN = " · "
WITHDRAWN = "share_withdrawn"
SHOWS = {"figures": N_("answers and figures"), "papers": N_("papers"), "evidence": N_("uploaded proofs")}
MAY = {Role.COMMENT: N_("may read and comment"), Role.LOOK: N_("may only read")}


@st.fragment(run_every=LOOK_AGAIN)
def live_links() -> None:
    """Draw the open links; looked at again every ten seconds, so that an opening shows by itself."""
    found = own()
    if found is None:
        return
    try:
        links = found.store.shares(found.key)
    except AccordError as error:
        st.warning(plain(error.speak()), icon=":material/cloud_off:")
        return
    if said := st.session_state.pop(WITHDRAWN, ""):
        st.success(plain(said), icon=":material/link_off:")
    if not links:
        st.markdown(_("No link is open."))
    for link in links:
        _card(link)


def _card(link: ShareState) -> None:
    with st.container(border=True):
        title = plain(link.label) or _("Link without a name")
        st.markdown(f":material/link: **{title}** · {_(MAY[link.role])}")
        st.markdown("  \n".join(_facts(link)))
        st.button(
            _("Withdraw this link"),
            key=f"withdraw_{link.id.hex()[:16]}",
            icon=":material/link_off:",
            on_click=_withdraw,
            args=(link.id,),
        )


def _facts(link: ShareState) -> list[str]:
    opened = plural("opened {n} time", "opened {n} times", link.opens)
    lines = [
        _("Ends {moment}").format(moment=moment_words(link.until)),
        _("{opened}, at most {most}").format(opened=opened, most=link.max_opens) if link.max_opens else opened,
    ]
    lines += _shown(link)
    if link.with_code:
        lines.append(_("asks for the code you tell"))
    if link.frozen:
        lines.append(_("Shut for good after many wrong codes. Withdraw it and make a new one."))
    return lines


def _shown(link: ShareState) -> list[str]:
    """Return what a link shows, so that its owner need not remember what was ticked weeks ago."""
    found = {"figures": link.view.figures, "papers": link.view.papers, "evidence": link.evidence}
    parts = BETWEEN.join(_(SHOWS[name]) for name, shown in found.items() if shown)
    lines = [_("Shows: {parts}").format(parts=parts)] if parts else []
    if link.view.unmasked:
        lines.append(_("Names and numbers stand there in full."))
    if link.view.private_fields:
        fields = BETWEEN.join(plain(field_label(field)) for field in link.view.private_fields)
        lines.append(_("Of what is only for you, it opens: {fields}").format(fields=fields))
    return lines


def moment_words(moment: datetime) -> str:
    """Return a moment as it is written in Markdown, on Shanghai's clock."""
    return plain(f"{moment:%Y-%m-%d %H:%M}")


def _withdraw(link_id: bytes) -> None:
    """Withdraw one link; whoever has it open is out within ten seconds."""
    found = own()
    if found is None:
        return
    try:
        found.store.revoke(found.key, link_id)
        said = _("The link is withdrawn. Whoever had it open is out within ten seconds.")
    except AccordError as error:
        said = error.speak()
    st.session_state[WITHDRAWN] = said
