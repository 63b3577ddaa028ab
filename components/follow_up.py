"""What was agreed: its fields, what of it stands in writing, the confirmation letter, the update letter."""

from __future__ import annotations

import streamlit as st

from accord.case import Agreement, AgreementTerm, Case, Channel, Debt, TermRecord, TermState, next_id
from accord.case.labels import label
from accord.i18n import _, plural
from accord.watch import open_terms
from components import forms, reading
from components.debts import debt_name
from components.folds import fold
from components.letters import letter
from components.markup import plain
from components.page import reader_day
from components.rows import append
from components.session import current_case, forget_widgets

STATE_ICONS = {
    TermState.IN_WRITING: ":material/check_circle:",
    TermState.ON_PHONE: ":material/call:",
    TermState.NOT_MENTIONED: ":material/radio_button_unchecked:",
    TermState.DIFFERS: ":material/error:",
}


def choose_agreement(case: Case) -> Agreement | None:
    """Draw the choice of the agreement this chapter is about, and the way to add one."""
    if not case.debts:
        st.info(_("Add a debt in chapter 4 first; then note here what was agreed for it."), icon=":material/info:")
        st.page_link("pages/4_materials.py", label=_("Open chapter 4"), icon=":material/arrow_forward:")
        return None
    _new_agreement(case)
    if not case.agreements:
        st.markdown(_("Nothing agreed yet is fine: read on, and come back after the call."))
        return None
    ids = [row.id for row in case.agreements]
    st.session_state.setdefault("agreement", ids[0])
    if st.session_state["agreement"] not in ids:
        st.session_state["agreement"] = ids[0]
    chosen = ids[0]
    if len(ids) > 1:
        chosen = st.selectbox(_("Which agreement?"), ids, key="agreement", format_func=_name_of)
    return next(row for row in case.agreements if row.id == chosen)


@reading.owners_only
def _new_agreement(case: Case) -> None:
    """Draw the way to note an agreement: in sight for the first, folded away once there is one to look after."""
    debts = [debt for debt in case.debts if all(row.debt_id != debt.id for row in case.agreements)]
    if debts and case.agreements:
        with st.expander(_("Note another agreement"), icon=":material/handshake:"):
            _agree_buttons(debts)
    else:
        _agree_buttons(debts)


def _agree_buttons(debts: list[Debt]) -> None:
    for debt in debts:
        st.button(
            _("Note an agreement with {bank}").format(bank=plain(debt.creditor or _("this bank"))),
            key=f"agree_{debt.id}",
            icon=":material/handshake:",
            on_click=_begin,
            args=(debt.id,),
        )


def _name_of(agreement_id: str) -> str:
    case = current_case()
    debt = case.debt(next((row.debt_id for row in case.agreements if row.id == agreement_id), ""))
    return debt_name(debt) if debt else agreement_id


def _begin(debt_id: str) -> None:
    """Begin an agreement from what was asked for, so that nothing is typed twice."""
    case = current_case()
    ask = case.ask(debt_id)
    made = Agreement(id=next_id("agreement", case.agreements), debt_id=debt_id, agreed_on=reader_day())
    if ask:
        made.months, made.instalment, made.first_due = ask.months, ask.instalment, ask.first_due
    append("agreements", made)


def fields(agreement: Agreement | None) -> None:
    """Draw the plain fields of an agreement."""
    if agreement is None:
        return
    path = f"agreements.{agreement.id}"
    with st.container(border=True):
        left, right = st.columns(2)
        with left:
            forms.day(f"{path}.agreed_on")
            forms.money(f"{path}.total")
            forms.money(f"{path}.instalment")
        with right:
            forms.choice(f"{path}.how", list(Channel))
            forms.whole(f"{path}.months", low=1, high=600)
            forms.day(f"{path}.first_due")
        forms.text(
            f"{path}.pay_into",
            tip=_("Only the bank's app, or the loan or card account itself. Never a person or a QR code."),
        )


def checker(agreement: Agreement | None) -> None:
    """Draw the terms a card agreement must have, each with how firmly it stands."""
    if agreement is None:
        return
    still_open = len(open_terms(agreement))
    st.markdown(f"### :material/fact_check: {_('What stands in writing')}")
    if still_open:
        st.markdown(plural("{n} term is still open.", "{n} terms are still open.", still_open))
    else:
        st.success(_("All terms stand in writing. Keep the paper where you find it."))
    for term in AgreementTerm:
        record = agreement.terms.get(term, TermRecord())
        title = f"{label(term)} · {label(record.state)}"
        with fold(title, f"term_box_{agreement.id}_{term.value}", icon=STATE_ICONS[record.state]):
            _term(agreement, term)


def _term(agreement: Agreement, term: AgreementTerm) -> None:
    if term not in agreement.terms:
        st.button(
            _("Note what the bank said"),
            key=f"term_{agreement.id}_{term.value}",
            on_click=_open_term,
            args=(agreement.id, term),
        )
        return
    path = f"agreements.{agreement.id}.terms.{term.value}"
    forms.switch(f"{path}.state", list(TermState))
    forms.text(f"{path}.words")


def _open_term(agreement_id: str, term: AgreementTerm) -> None:
    agreement = next(row for row in current_case().agreements if row.id == agreement_id)
    agreement.terms = {**agreement.terms, term: TermRecord(state=TermState.ON_PHONE)}
    forget_widgets(f"agreements.{agreement_id}.terms.{term.value}")


def confirmation(case: Case, agreement: Agreement | None) -> None:
    """Draw the "as agreed on the phone today" letter."""
    if agreement is not None:
        letter(case, "confirmation", agreement.debt_id)


def update_letter(case: Case, agreement: Agreement | None) -> None:
    """Draw the periodic update, and the warning before a payment that cannot be made."""
    if agreement is not None:
        letter(case, "update", agreement.debt_id)
        letter(case, "cannot_pay", agreement.debt_id)
