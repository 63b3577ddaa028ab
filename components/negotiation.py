"""Asking for it: the letter, answers to what the bank may say, and the ledger of offers."""

from __future__ import annotations

import streamlit as st

from accord.budget.means import owed
from accord.case import Case, Debt, Offer, OfferState, Side, next_id
from accord.case.labels import label
from accord.i18n import _
from accord.knowledge.objections import objections_for as known_objections
from accord.knowledge.rules import ANY
from components import decoded, forms, keeping, rows
from components.amounts import amount_words
from components.heard_terms import heard_terms
from components.letters import letter as letter_folded
from components.markup import plain
from components.page import reader_day
from components.session import current_case, forget_widgets, set_answer


def letter(case: Case, debt: Debt | None) -> None:
    """Draw the request letter; where a gate holds letters, say so first and keep it folded away."""
    if debt is not None:
        letter_folded(case, "request", debt.id, opened=True)


def objections(debt: Debt | None) -> None:
    """Draw what the bank may say, what may lie behind it, and two answers each."""
    st.markdown(f"### :material/forum: {_('When the bank says …')}")
    for card in known_objections(debt.kind.value if debt else ANY):
        with st.expander(plain(card.line)):
            st.markdown(f"{_('What may lie behind it:')} {plain(card.interest)}")
            for words in card.answers:
                st.markdown(f"> {plain(words)}")


@st.fragment
def offers() -> None:
    """Draw the ledger: each offer with what it comes to, and what can be answered."""
    if not current_case().offers:
        st.markdown(_("Write down each offer, yours and theirs. A bank's offer is worked out at once."))
    rows.cards("offers", summary=_summary, draw=_draw, make=_make, add_title=_("Add an offer"))
    keeping.keep("offers")


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
    """Draw an offer: what was said, the three figures it stands on, what it comes to; the rest folded away."""
    forms.switch(f"{path}.side", list(Side))
    forms.area(f"{path}.words", example=_("36 instalments, 0.6% fee each, 10% first"))
    _take_from_words(path, offer)
    left, right = st.columns(2)
    with left:
        forms.whole(f"{path}.months", low=1, high=600)
        forms.money(f"{path}.down_payment")
    with right:
        forms.money(f"{path}.instalment")
        forms.rate(f"{path}.fee_rate", _("Fee each period (share of the amount)"))
    with st.expander(_("Interest, waiver, days, what became of it"), icon=":material/tune:"):
        forms.rate(f"{path}.annual_rate")
        forms.money(f"{path}.waived")
        forms.day(f"{path}.on")
        forms.day(f"{path}.valid_until")
        forms.switch(f"{path}.state", list(OfferState))
    decoded.decoded(offer)


def _take_from_words(path: str, offer: Offer) -> None:
    """Offer to take the figures that stand in the words and in no field yet."""
    debt = current_case().debt(offer.debt_id)
    said = heard_terms(offer.words, owed(debt) if debt else None)
    new = {name: value for name, value in said.items() if getattr(offer, name) is None}
    if new:
        st.button(
            _("Take the figures from these words"),
            key=f"heard_{offer.id}",
            icon=":material/auto_fix_high:",
            on_click=_take,
            args=(path, new),
        )


def _take(path: str, terms: dict[str, object]) -> None:
    for name, value in terms.items():
        set_answer(f"{path}.{name}", value)
        forget_widgets(f"{path}.{name}")
