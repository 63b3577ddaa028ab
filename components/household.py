"""Who lives from the same money, and what is owned."""

from __future__ import annotations

from typing import Any

import streamlit as st

from accord.case import Asset, AssetKind, next_id
from accord.case.labels import label
from accord.i18n import _
from components import forms, rows
from components.amounts import amount_words
from components.session import current_case


def household() -> None:
    """Draw who lives in the household."""
    with st.container(border=True):
        st.markdown(f"### :material/group: {_('Your household')}")
        left, right = st.columns(2)
        with left:
            forms.whole("household.adults", low=1, high=20)
            forms.whole("household.elderly", high=20)
        with right:
            forms.whole("household.children_under_6", high=20)
            forms.whole("household.children_6_to_17", high=20)
        forms.text("person.city", example=_("for example Hangzhou"))


def assets() -> None:
    """Draw what is owned, folded away: many people own little that matters here."""
    with st.expander(_("What you own (savings, car, home …)"), icon=":material/savings:"):
        st.markdown(
            _(
                "Banks ask for it. The detail goes into the bank's papers only if you tick it; the totals help you "
                "decide."
            )
        )
        rows.cards("assets", summary=_summary, draw=_draw, make=_make, add_title=_("Add something you own"))


def _make() -> Asset:
    return Asset(id=next_id("asset", current_case().assets))


def _summary(asset: Asset) -> str:
    named = asset.label or label(asset.kind)
    return f"{named} · {amount_words(asset.value)}"


def _draw(path: str, asset: Any) -> None:  # noqa: ANN401  one row of the list
    del asset
    forms.choice(f"{path}.kind", list(AssetKind))
    forms.text(f"{path}.label")
    forms.money(f"{path}.value")
    forms.tick(f"{path}.pledged")
    forms.text(f"{path}.keep_reason", tip=_("One line: why you cannot or should not use it for the debts."))
