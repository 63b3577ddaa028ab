"""Who reads the papers, in which language, and what goes in only when ticked."""

from __future__ import annotations

import streamlit as st

from accord.case import Case, Recipient
from accord.documents.letters import LETTERS, letter_missing
from accord.documents.package import PARTS
from accord.i18n import CHINESE, ENGLISH, N_, _, plural
from components import forms
from components.language import NAMES
from components.markup import plain
from components.one_debt import which_debt
from components.page import reader_day
from components.session import set_answer

MEANING = {
    Recipient.BANK: N_(
        "At most six pages. Page one is the case; then the letter, the budget, the plan, the list of papers."
    ),
    Recipient.MEDIATOR: N_("The same as for the bank, addressed to a neutral third party."),
    Recipient.ADVISOR: N_("One page of triage first, then everything but what is only for you."),
    Recipient.ME: N_("Everything, with the parts that are only for you. Do not hand it on."),
}


def choices(case: Case) -> None:
    """Draw the choices for the papers."""
    with st.container(border=True):
        forms.switch("package.recipient", list(Recipient), _("Who will read them?"))
        st.markdown(plain(_(MEANING[case.package.recipient])))
        _language(case)
        which_debt(case, "package_debt")
        if case.package.recipient in {Recipient.BANK, Recipient.MEDIATOR}:
            _only_when_ticked()
            _exhibits(case)
            _parts(case)


def _language(case: Case) -> None:
    st.session_state["package_language"] = case.package.language
    st.segmented_control(
        _("Language of the papers"),
        [CHINESE, ENGLISH],
        format_func=NAMES.__getitem__,
        key="package_language",
        on_change=_take_language,
    )
    if case.package.language == ENGLISH:
        st.markdown(_(":small[A bank in mainland China gets the Chinese papers; the English ones are a reading copy.]"))


def _take_language() -> None:
    chosen = st.session_state["package_language"]
    if chosen:
        set_answer("package.language", chosen)


def _parts(case: Case) -> None:
    """Draw which parts go in, in the order they are tapped, and which letter."""
    with st.expander(_("Parts and letter"), icon=":material/tune:"):
        st.session_state["package_parts"] = list(case.package.parts or PARTS)
        st.pills(
            _("Parts, in the order you tap them"),
            list(PARTS),
            selection_mode="multi",
            key="package_parts",
            format_func=lambda part: _(PARTS[part]),
            on_change=_take_parts,
        )
        titles = {known.id: known.title for known in LETTERS}
        st.session_state["package_letter"] = case.package.letter if case.package.letter in titles else "request"
        st.selectbox(
            _("Which letter?"),
            list(titles),
            key="package_letter",
            format_func=lambda row: _(titles[row]),
            on_change=_take_letter,
        )


def _take_parts() -> None:
    set_answer("package.parts", st.session_state["package_parts"])


def _take_letter() -> None:
    set_answer("package.letter", st.session_state["package_letter"])


def _exhibits(case: Case) -> None:
    """Draw which papers with pictures go behind the bank's papers, each behind a cover sheet."""
    pictured = [paper for paper in case.evidence if paper.files]
    if not pictured:
        return
    count = sum(paper.exhibit and paper.for_bank for paper in pictured)
    title = plural("Annex: {n} exhibit", "Annex: {n} exhibits", count)
    with st.expander(title, icon=":material/attach_file:", key="package_exhibits", on_change="rerun"):
        st.markdown(
            _("Each gets a cover sheet; the letter and the budget name its page. The papers themselves stay short.")
        )
        for paper in pictured:
            forms.tick(f"evidence.{paper.id}.exhibit", plain(paper.title or _("Paper without a name")))
            if not paper.for_bank:
                st.markdown(_(":small[Marked as not for the bank in chapter 4: it stays out.]"))
            elif paper.shows_diagnosis and not case.package.diagnosis:
                st.markdown(_(":small[Shows a diagnosis: it stays out until you tick that above.]"))


def _only_when_ticked() -> None:
    st.markdown(f"**{_('Only when you tick it')}**")
    forms.tick("package.asset_detail", tip=_("Banks may ask for it later. Until then totals are enough."))
    forms.tick("package.spouse_income", tip=_("Your spouse did not sign for this debt unless the contract says so."))
    forms.tick(
        "package.diagnosis", tip=_("A diagnosis is sensitive. That you are ill, and since when, is often enough.")
    )


def what_is_missing(case: Case) -> None:
    """Name what the letter still lacks; the papers can be made all the same, with lines to fill in by hand."""
    lines = letter_missing(case.package.letter, case.opened(), case.package.debt_id, on=reader_day())
    if lines:
        with st.container(border=True):
            st.markdown(_("**Still empty in these papers** (a line to fill in by hand stands in its place)"))
            st.markdown("\n".join(f"- {plain(line)}" for line in lines))
