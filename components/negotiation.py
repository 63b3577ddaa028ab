"""Asking for it: the letter, answers to what the bank may say, and the ledger of offers."""

from __future__ import annotations

import streamlit as st

from accord.budget.means import surplus
from accord.case import Case, Debt, Offer, OfferState, Side, next_id
from accord.case.labels import label
from accord.i18n import _
from accord.knowledge.objections import objections_for as known_objections
from accord.knowledge.rules import ANY
from accord.money import to_fen
from accord.options.decoding import decode
from components import forms, rows, tables
from components.amounts import amount_words
from components.lab import rate_words
from components.letters import letter as letter_folded
from components.markup import plain
from components.page import reader_day
from components.session import current_case


def letter(case: Case, debt: Debt | None) -> None:
    """Draw the request letter; where a gate holds letters, say so first and keep it folded away."""
    if debt is not None:
        letter_folded(case, "request", debt.id, opened=True)


def objections(debt: Debt | None) -> None:
    """Draw what the bank may say, what may lie behind it, and two answers each."""
    st.markdown(f"#### :material/forum: {_('When the bank says …')}")
    for card in known_objections(debt.kind.value if debt else ANY):
        with st.expander(plain(card.line)):
            st.markdown(f"{_('What may lie behind it:')} {plain(card.interest)}")
            for words in card.answers:
                st.markdown(f"> {plain(words)}")


def offers(case: Case) -> None:
    """Draw the ledger: each offer with what it comes to."""
    if not case.offers:
        st.markdown(_("Write down each offer, yours and theirs. A bank's offer is worked out at once."))
    rows.cards("offers", summary=_summary, draw=_draw, make=_make, add_title=_("Add an offer"))


def _make() -> Offer:
    case = current_case()
    debt_id = case.package.debt_id or (case.debts[0].id if case.debts else "")
    return Offer(id=next_id("offer", case.offers), on=reader_day(), debt_id=debt_id)


def _summary(offer: Offer) -> str:
    terms = (
        f"{offer.months} × {amount_words(offer.instalment)}" if offer.months and offer.instalment else offer.words[:40]
    )
    return f"{offer.on:%Y-%m-%d} · {label(offer.side)} · {terms or '—'} · {label(offer.state)}"


def _draw(path: str, offer: Offer) -> None:
    forms.switch(f"{path}.side", list(Side))
    forms.day(f"{path}.on")
    forms.area(f"{path}.words")
    left, right = st.columns(2)
    with left:
        forms.whole(f"{path}.months", low=1, high=600)
        forms.money(f"{path}.down_payment")
    with right:
        forms.money(f"{path}.instalment")
        forms.rate(f"{path}.fee_rate", _("Fee each period (share of the amount)"))
    forms.rate(f"{path}.annual_rate")
    forms.money(f"{path}.waived")
    forms.day(f"{path}.valid_until")
    forms.switch(f"{path}.state", list(OfferState))
    _decoded(offer)


def _decoded(offer: Offer) -> None:
    """Draw what an offer comes to, in the same words as a plan of one's own."""
    case = current_case()
    debt = case.debt(offer.debt_id)
    found = decode(offer, debt, reader_day()) if debt else None
    if found is None:
        st.markdown(_("With months and the debt's balance, this offer is worked out here."))
        return
    month = surplus(case)
    left = to_fen(month.affordable) if month.known else 0
    share = f"{found.instalment * 100 / left:.0f}%" if left else "—"
    table = [
        [_("each month"), amount_words(found.instalment)],
        [_("paid in all"), amount_words(found.total_paid)],
        [_("yearly rate (IRR×12)"), rate_words(found.nominal_rate)],
        [_("yearly rate (compound, EIR)"), rate_words(found.effective_rate)],
        [_("part of what you can pay"), share],
    ]
    st.markdown(tables.markdown_table([_("This offer"), ""], table))
