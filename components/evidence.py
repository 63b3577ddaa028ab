"""Papers that prove facts: a checklist made for this hardship, and what the person has of it."""

from __future__ import annotations

import streamlit as st

from accord.case import Case, Claim, Evidence, EvidenceState, next_id
from accord.case.labels import label
from accord.i18n import _
from accord.knowledge import evidence as known
from accord.knowledge.claims import backs
from components import forms, pictures, reading, rows, uploads
from components.folds import lazy_fold
from components.markup import plain
from components.session import current_case, forget_widgets

ICONS = {
    EvidenceState.HAVE: ":material/check_circle:",
    EvidenceState.ASKED: ":material/hourglass_top:",
    EvidenceState.MISSING: ":material/radio_button_unchecked:",
}


NEEDED = (Claim.CAUSE, Claim.INCOME, Claim.SPENDING, Claim.DEBT)
"""What a bank asks proof of first."""


def checklist(case: Case) -> None:
    """Draw the checklist for the cause given in chapter 2; the base papers alone while none is given."""
    cause = case.position.cause
    wanted = _wanted(case)
    held = {paper.item: paper for paper in case.evidence if paper.item}
    st.markdown(f"### :material/checklist: {_('Your checklist')}")
    if cause is None:
        st.markdown(_("Say in chapter 2 what happened, and the list grows by the papers that prove it."))
    for item in wanted:
        paper = held.get(item.id)
        state = paper.state if paper else EvidenceState.MISSING
        _box(item, paper, f"{plain(item.paper)} · {label(state)}", ICONS[state])
    _keep_pictures(case)


def _box(item: known.Item, paper: Evidence | None, title: str, icon: str) -> None:
    """Draw the box of one item; it stays open when its title tells another state."""
    box = lazy_fold(title, f"item_{item.id}", icon=icon)
    if box.open:
        with box:
            _item(item, paper)


def _item(item: known.Item, paper: Evidence | None) -> None:
    if item.hint:
        st.markdown(f":material/lightbulb: {plain(item.hint)}")
    st.markdown(f"**{_('What it proves')}** {plain(item.proves)}")
    st.markdown(f"**{_('Where you get it')}** {plain(item.where)}")
    st.markdown(f"**{_('Why it may be sent back')}** {plain(item.rejected)}")
    st.markdown(f"**{_('How to photograph it')}** {plain(item.photo())}")
    if paper:
        forms.switch(f"evidence.{paper.id}.state", list(EvidenceState))
        uploads.files(paper)
        _for_the_annex(f"evidence.{paper.id}", paper)
    elif not reading.on():
        st.button(_("Put it on my list"), key=f"take_{item.id}", icon=":material/add:", on_click=_take, args=(item,))


def _for_the_annex(path: str, paper: Evidence) -> None:
    if paper.files:
        forms.tick(f"{path}.exhibit", tip=_("Each paper gets a cover sheet; the letter and the budget name its page."))


def _keep_pictures(case: Case) -> None:
    """Give the store the pictures only this session holds; erase those of papers that were taken away for good."""
    taken = st.session_state.get("taken_away")
    if taken and taken[0] == "evidence":
        pictures.note_removed([taken[2]])
    if not case.sample and not reading.on():
        pictures.settle()


def _take(item: known.Item) -> None:
    case = current_case()
    taken = Evidence(id=next_id("paper", case.evidence), item=item.id, title=item.paper, proves=item.proves)
    if not rows.append("evidence", taken):
        return
    st.session_state[f"item_{item.id}"] = True
    forget_widgets(f"evidence.{taken.id}")


def papers() -> None:
    """Draw the papers on the person's list, and the way to add one of their own."""
    st.markdown(f"### :material/folder_open: {_('Your papers')}")
    st.markdown(
        _("Only genuine papers, in your own words. Cover the digits of ID and card numbers that nobody asked for.")
    )
    _gaps()
    rows.cards("evidence", summary=_summary, draw=_draw, make=_make, add_title=_("Add a paper of your own"))


def _make() -> Evidence:
    return Evidence(id=next_id("paper", current_case().evidence), state=EvidenceState.HAVE)


def _summary(paper: Evidence) -> str:
    return f"{paper.title or _('Paper without a name')} · {label(paper.state)}"


def _draw(path: str, paper: Evidence) -> None:
    forms.text(f"{path}.title")
    forms.text(f"{path}.proves")
    if not _on_checklist(paper):
        forms.switch(f"{path}.state", list(EvidenceState))
        uploads.files(paper)
        _for_the_annex(path, paper)
    forms.day(f"{path}.dated")
    forms.choices(f"{path}.claims", list(Claim), tip=_("Left empty, the checklist's own answer is taken."))
    forms.whole(f"{path}.pages", high=200)
    forms.tick(f"{path}.for_bank")
    forms.tick(
        f"{path}.shows_diagnosis", tip=_("Then it stays out of the bank's papers unless you tick it in the package.")
    )


def _on_checklist(paper: Evidence) -> bool:
    """Tell whether the paper stands in the checklist above, where its pictures are added."""
    return any(item.id == paper.item for item in _wanted(current_case()))


def _wanted(case: Case) -> tuple[known.Item, ...]:
    cause = case.position.cause
    return known.checklist(cause.value) if cause else known.base_papers()


def _gaps() -> None:
    """Name the figures of the bank's papers that no paper at hand proves yet."""
    backed = {claim for paper in current_case().evidence if paper.state is EvidenceState.HAVE for claim in backs(paper)}
    missing = [claim for claim in NEEDED if claim not in backed]
    if current_case().evidence and missing:
        names = _(", ").join(label(claim) for claim in missing)
        st.markdown(_("Not proved yet by a paper you have: {figures}.").format(figures=plain(names)))
