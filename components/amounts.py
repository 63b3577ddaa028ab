"""Amounts on the screen: written in full, or hidden from whoever looks over the shoulder."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from accord.i18n import _
from accord.money import yuan
from components import reading
from components.markup import plain
from components.session import current_case

HIDDEN = "¥••••"


def hidden() -> bool:
    """Tell whether the person hid all amounts."""
    return bool(st.session_state.get("hide_amounts", False))


def amount_words(amount: Decimal | int | None) -> str:
    """Return an amount as plain text for the screen. Integers are fen, decimals yuan, None is unknown."""
    if amount is None:
        return "—"
    return HIDDEN if hidden() else yuan(amount)


def amount_text(amount: Decimal | int | None) -> str:
    """Return an amount for the screen, safe in Markdown. Integers are fen, decimals yuan, None is unknown."""
    return plain(amount_words(amount))


def held_back() -> bool:
    """Tell whether words to send or say stay off the screen because amounts are hidden, and say so.

    A letter without its amounts would be no letter: it is shown as it is, or not at all.
    """
    if hidden():
        st.info(_("Amounts are hidden, and these words name some. Switch “Hide amounts” off in the menu to read them."))
    return hidden()


def toggle() -> None:
    """Draw the switch that hides all amounts, remembered from page to page."""
    from_switch = "hide_amounts_switch"
    st.session_state[from_switch] = hidden()
    st.toggle(_("Hide amounts"), key=from_switch, on_change=_take, args=(from_switch,))


def _take(key: str) -> None:
    st.session_state["hide_amounts"] = st.session_state[key]


def keep_covered() -> None:
    """Keep the choice with the draft, so that a page that is loaded anew covers amounts from its first drawing on."""
    if not reading.on():
        current_case().hide_amounts = hidden()
