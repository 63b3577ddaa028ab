"""Reference lines on flexible spending: the person's own city figure, in both directions. Never called a limit.

No figures are shipped. The city's figure is the person's own and private: no paper for a bank holds it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import streamlit as st

from accord.budget.means import flexible, spending_items
from accord.case import Case
from accord.case.labels import label
from accord.i18n import N_, _, plural
from components import forms, rule_cards, tables
from components.amounts import amount_text, amount_words

FLOOR_RULE: Final = "court.necessities"
FAR_ABOVE: Final = 3
"""Flexible spending beyond this many times the city's figure is asked about, kindly; a threshold of ours."""

BELOW: Final = N_(
    "Your flexible spending is {spent} a month; the line for {people} is {line}. Is it written too low? Plans built on "
    "too little food fail. Write what is really needed."
)
ABOVE: Final = N_(
    "Your flexible spending is {spent} a month; the line for {people} is {line}. There may be a good reason: one line "
    "beside the largest amount spares you the question."
)
WITHIN: Final = N_(
    "Your flexible spending is {spent} a month; the line for {people} is {line}. Nothing to explain here."
)


def reference_lines(case: Case) -> None:
    """Draw the line and how flexible spending stands to it, folded away."""
    with st.expander(_("A reference line for food and daily things"), icon=":material/straighten:"):
        st.markdown(
            _(
                "Your city sets a minimum-living standard for each person a month. Your community office or the city's "
                "website knows it. It is no limit: it only shows whether something was written too low or needs a word."
            )
        )
        forms.money("private.living_figure")
        figure = case.private.living_figure
        if figure:
            _stand(case, figure)
        st.markdown(_("What the law says about living costs, with its date:"))
        rule_cards.under((FLOOR_RULE,))


def line_for(case: Case, figure: Decimal) -> Decimal:
    """Return the household's line, yuan a month: the figure for each person who lives from the same money."""
    return figure * case.household.people


def standing(case: Case, figure: Decimal) -> str:
    """Return the message that tells how flexible spending stands to the line."""
    spent, line = flexible(spending_items(case)), line_for(case, figure)
    if spent < line:
        return BELOW
    return ABOVE if spent > FAR_ABOVE * line and not any(item.reason for item in case.spendings) else WITHIN


def _stand(case: Case, figure: Decimal) -> None:
    items = [item for item in spending_items(case) if item.flexible and item.amount]
    spent, line = flexible(spending_items(case)), line_for(case, figure)
    people = plural("{n} person", "{n} people", case.household.people)
    words = _(standing(case, figure)).format(spent=amount_text(spent), people=people, line=amount_text(line))
    st.markdown(words)
    rows = [[_title(case, item.id), amount_words(item.amount)] for item in items]
    rows += [[_("flexible spending in all"), amount_words(spent)], [_("reference line"), amount_words(line)]]
    st.markdown(tables.markdown_table([_("A month"), _("yuan")], rows))


def _title(case: Case, row_id: str) -> str:
    row = next(item for item in case.spendings if item.id == row_id)
    return row.label or label(row.kind)
