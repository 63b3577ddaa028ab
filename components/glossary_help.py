"""The glossary where it is needed: words of a text under it, a word of a field in its help, all words as one list.

Nothing opens on hover alone: a tap on the words opens them, on a phone as with a mouse or the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import streamlit as st

from accord.i18n import _, in_chinese
from accord.knowledge.glossary import Term, explain, pairs
from components.markup import plain

FIELD_TERMS: Final = {
    "principal": "principal",
    "interest": "interest",
    "penalty_interest": "penalty_interest",
    "fees": "late_fee",
    "annual_rate": "annual_irr",
    "contract_instalment": "instalment",
    "minimum_due": "minimum_payment",
    "overdue_since": "days_past_due",
    "secured": "security",
    "guaranteed": "guarantor",
    "sold_to": "assignment",
    "assigned_without_notice": "assignment",
    "silent_three_years": "limitation",
    "court_papers": "summons",
    "wages_paid_here": "set_off",
    "ticket_number": "work_order",
    "ceiling": "ceiling",
    "instalment": "instalment",
    "months": "term",
    "waived_share": "waiver",
    "waived": "waiver",
    "settlement": "settlement",
    "holiday_months": "deferral",
    "proves": "evidence",
}
"""Fields of the case whose label holds a word of the glossary; the last step of a field's path gives its name."""
FEW: Final = 3
"""How many words stand on the button itself."""


def field_tip(path: str, more: str = "") -> str | None:
    """Return what the word in a field's label means, then `more`; None when there is neither."""
    word = FIELD_TERMS.get(path.rpartition(".")[2])
    told = [plain(explain(word))] if word else []
    return "  \n".join((*told, *((more,) if more else ()))) or None


def words_here(words: Iterable[Term], key: str) -> None:
    """Draw a button that opens the meaning of the words a text uses; nothing for a text of everyday words."""
    met = tuple(words)
    if not met:
        return
    named = (" · " if in_chinese() else ", ").join(plain(word.name) for word in met[:FEW])
    label = _("{words} and more").format(words=named) if len(met) > FEW else named
    with st.popover(label, icon=":material/help:", type="tertiary", key=f"words_{key}"):
        st.markdown("\n\n".join(f"**{plain(word.name)}**  \n{plain(word.says)}" for word in met))


def listing() -> None:
    """Draw every word with its meaning and its name in the other language, folded away."""
    known = pairs()
    with st.expander(_("All words, with what they mean ({n})").format(n=len(known)), icon=":material/dictionary:"):
        st.markdown("\n\n".join(_entry(word, other) for word, other in known))


def _entry(word: Term, other: Term) -> str:
    return f"**{plain(word.name)}** :small[{plain(other.name)}]  \n{plain(word.says)}"
