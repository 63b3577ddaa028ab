"""Papers that prove facts: a checklist made for this hardship, and what the person has of it."""

from __future__ import annotations

import streamlit as st

from accord.case import Case, Evidence, EvidenceState, next_id
from accord.case.labels import label
from accord.i18n import _
from accord.knowledge import evidence as known
from components import forms, rows
from components.markup import plain
from components.session import current_case, forget_widgets

ICONS = {
    EvidenceState.HAVE: ":material/check_circle:",
    EvidenceState.ASKED: ":material/hourglass_top:",
    EvidenceState.MISSING: ":material/radio_button_unchecked:",
}


def checklist(case: Case) -> None:
    """Draw the checklist for the cause given in chapter 2; the base papers alone while none is given."""
    cause = case.position.cause
    wanted = known.checklist(cause.value) if cause else known.base_papers()
    held = {paper.item: paper for paper in case.evidence if paper.item}
    st.markdown(f"#### :material/checklist: {_('Your checklist')}")
    if cause is None:
        st.markdown(_("Say in chapter 2 what happened, and the list grows by the papers that prove it."))
    for item in wanted:
        paper = held.get(item.id)
        state = paper.state if paper else EvidenceState.MISSING
        with st.expander(f"{plain(item.paper)} · {label(state)}", icon=ICONS[state]):
            _item(item, paper)


def _item(item: known.Item, paper: Evidence | None) -> None:
    st.markdown(f"**{_('What it proves')}** {plain(item.proves)}")
    st.markdown(f"**{_('Where you get it')}** {plain(item.where)}")
    st.markdown(f"**{_('Why it may be sent back')}** {plain(item.rejected)}")
    if paper is None:
        st.button(_("Put it on my list"), key=f"take_{item.id}", icon=":material/add:", on_click=_take, args=(item,))
    else:
        forms.switch(f"evidence.{paper.id}.state", list(EvidenceState))


def _take(item: known.Item) -> None:
    case = current_case()
    taken = Evidence(id=next_id("paper", case.evidence), item=item.id, title=item.paper, proves=item.proves)
    case.evidence = [*case.evidence, taken]
    forget_widgets(f"evidence.{taken.id}")


def papers() -> None:
    """Draw the papers on the person's list, and the way to add one of their own."""
    st.markdown(f"#### :material/folder_open: {_('Your papers')}")
    st.markdown(
        _("Only genuine papers, in your own words. Cover the digits of ID and card numbers that nobody asked for.")
    )
    rows.cards("evidence", summary=_summary, draw=_draw, make=_make, add_title=_("Add a paper of your own"))


def _make() -> Evidence:
    return Evidence(id=next_id("paper", current_case().evidence), state=EvidenceState.HAVE)


def _summary(paper: Evidence) -> str:
    return f"{paper.title or _('Paper without a name')} · {label(paper.state)}"


def _draw(path: str, paper: Evidence) -> None:
    forms.text(f"{path}.title")
    forms.text(f"{path}.proves")
    if not paper.item:
        forms.switch(f"{path}.state", list(EvidenceState))
    forms.whole(f"{path}.pages", high=200)
    forms.tick(f"{path}.for_bank")
    forms.tick(
        f"{path}.shows_diagnosis", tip=_("Then it stays out of the bank's papers unless you tick it in the package.")
    )
