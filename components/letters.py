"""A letter folded under its name."""

from __future__ import annotations

import streamlit as st

from accord.case import Case
from accord.documents.letters import letter as known_letter
from accord.i18n import _
from components.letter_card import letter_card
from components.markup import plain


def letter(case: Case, letter_id: str, debt_id: str = "", *, opened: bool = False) -> None:
    """Draw a letter, folded under its name.

    Args:
        case: the case; the letter is made from its copy for the bank.
        letter_id: which letter.
        debt_id: the debt it is about; empty means the package's debt, or the first.
        opened: whether it stands open.
    """
    with st.expander(plain(_(known_letter(letter_id).title)), icon=":material/edit_document:", expanded=opened):
        letter_card(case, letter_id, f"letter_{letter_id}", debt_id=debt_id)
